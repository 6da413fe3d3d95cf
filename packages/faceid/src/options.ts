import type { Credentials, CredentialsProvider } from '@tc3-edge/signer'
import type { CallOptions } from './call.ts'
import { type OperationName, serviceEndpoint } from './generated/operations.ts'
import type { OnAttempt } from './on-attempt.ts'
import type { ParameterIssue } from './parameter-issue.ts'
import type { Fetch, Signal } from './runtime-types.ts'

/** Options of `createFaceidClient`. Those of `CallOptions` hold for every call that does not say otherwise. */
export interface FaceidClientOptions extends CallOptions {
  /** The keys of the account, or a function that fetches them. */
  readonly credentials: Credentials | CredentialsProvider
  /** `X-TC-Region`, such as `ap-singapore`. */
  readonly region: string
  /**
   * The origin of the API, without a path.
   * @default 'https://faceid.tencentcloudapi.com'
   */
  readonly endpoint?: string | undefined
  /** What sends the requests. Default: the runtime's `fetch`. */
  readonly fetch?: Fetch | undefined
  /**
   * Checks parameters before anything is sent: `validateParameters` of `@tc3-edge/faceid/validate`. A call with issues
   * rejects with `InvalidParametersError`. Default: nothing is checked, and the validators are not loaded.
   */
  readonly validate?: ((operation: OperationName, parameters: unknown) => readonly ParameterIssue[]) | undefined
  /**
   * Lets a browser sign with a long-term key, which hands that key to everyone who opens the page.
   * @default false
   */
  readonly dangerouslyAllowLongTermSecretsInBrowser?: boolean | undefined
}

/** The options of one call, with nothing left open. */
export interface CallSettings {
  readonly region: string
  readonly timeout: number
  readonly maxRetries: number
  readonly retryUnknownOutcome: boolean
  readonly timestamp?: number | undefined
  readonly language?: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly onAttempt?: OnAttempt | undefined
  /** Any of them ends the call. */
  readonly signals: readonly Signal[]
}

/** The options of a client, with nothing left open. */
export interface Settings {
  readonly endpoint: string
  readonly fetch: Fetch
  readonly validate: FaceidClientOptions['validate']
  readonly call: CallSettings
}

/** What a value should be, in words; its `typeof`, or several; and what it looks like as a string. */
type Check = readonly [shouldBe: string, types: string, pattern?: { test(text: string): boolean }]

const yesOrNo: Check = ['true or false', 'boolean']
const callable: Check = ['a function', 'function']

const callChecks: ReadonlyMap<string, Check> = new Map([
  // Vercel's edge-runtime shows its AbortSignal as an EventTarget.
  ['signal', ['an AbortSignal', 'object', /AbortSignal|EventTarget/]],
  // Node fires at once for timers that 32 bits don't hold.
  ['timeout', ['a positive number of milliseconds below 1e9', 'number', /^(?!0$)\d{1,9}(\.\d+)?$/]],
  ['maxRetries', ['a whole number from 0 up', 'number', /^\d+$/]],
  ['retryUnknownOutcome', yesOrNo],
  ['region', ['a region such as "ap-singapore"', 'string', /^[a-z0-9-]+$/]],
  ['timestamp', ['UNIX seconds, not milliseconds', 'number', { test: isUnixSeconds }]],
  ['language', ['"zh-CN" or "en-US"', 'string', /^(zh-CN|en-US)$/]],
  ['headers', ['an object of names and values', 'object', /^\[object Object\]$/]],
  ['onAttempt', callable],
])

const clientChecks: ReadonlyMap<string, Check> = new Map([
  ...callChecks,
  ['credentials', ['keys or a function', 'object function']],
  ['endpoint', [`an origin such as "${serviceEndpoint}"`, 'string', { test: isOrigin }]],
  ['fetch', callable],
  ['validate', callable],
  ['dangerouslyAllowLongTermSecretsInBrowser', yesOrNo],
])

function isUnixSeconds(text: string): boolean {
  return Number(text) >>> 0 === Number(text)
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text) && /^https?:\/\/[^\s/?#@\\]+\/?$/i.test(text)
  } catch {
    return false
  }
}

/** Header fields that the client sets itself, and those that are for `fetch` to set: it would refuse them, or hang. */
const ownHeader =
  /^(x-tc-.*|authorization|content-(type|length)|host|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect)$/i

/** Fills in defaults. Throws a `TypeError` that names the option and what it should be. */
export function checkedSettings(options: FaceidClientOptions): Settings {
  // Only the client's region may not be left open.
  check(options && { ...options, region: options.region ?? '' }, clientChecks)
  return {
    endpoint: new URL(options.endpoint ?? serviceEndpoint).href,
    // Called as a plain function: `fetch` as a method of anything but the global object throws in workerd and browsers.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    validate: options.validate,
    call: merged(
      {
        region: '',
        timeout: 10_000,
        maxRetries: 2,
        retryUnknownOutcome: false,
        headers: {},
        signals: [],
      },
      options,
    ),
  }
}

/** The options of one call over those of the client. Throws a `TypeError` that names the option. */
export function checkedCallSettings(defaults: CallSettings, options: CallOptions): CallSettings {
  check(options, callChecks)
  return merged(defaults, options)
}

function merged(defaults: CallSettings, options: CallOptions): CallSettings {
  const { signal } = options
  return {
    region: options.region ?? defaults.region,
    timeout: options.timeout ?? defaults.timeout,
    maxRetries: options.maxRetries ?? defaults.maxRetries,
    retryUnknownOutcome: options.retryUnknownOutcome ?? defaults.retryUnknownOutcome,
    timestamp: options.timestamp ?? defaults.timestamp,
    language: options.language ?? defaults.language,
    headers: { ...defaults.headers, ...checkedHeaders(options.headers) },
    onAttempt: options.onAttempt ?? defaults.onAttempt,
    signals: signal ? [...defaults.signals, signal] : defaults.signals,
  }
}

function check(options: object, checks: ReadonlyMap<string, Check>): void {
  // A callback, as the official SDKs take it, would never be called.
  if (typeof options !== 'object') throw new TypeError('options should be an object')
  for (const [name, value] of Object.entries(options)) {
    const found = checks.get(name)
    if (!found) throw new TypeError(`Unknown option "${name}". Known: ${[...checks.keys()].join(', ')}`)
    const [shouldBe, types, pattern] = found
    // An object may have no way of its own to become a string.
    const text = typeof value === 'object' ? {}.toString.call(value) : String(value)
    if (value === undefined || (types.includes(typeof value) && (!pattern || pattern.test(text)))) continue
    throw new TypeError(`${name} should be ${shouldBe}`)
  }
}

/** With names in lower case. Refuses by name and never by value, which may be a secret. */
function checkedHeaders(headers: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const checked: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (ownHeader.test(name) || !/^[\w.-]+$/.test(name) || typeof value !== 'string' || !/^[\t -~]*$/.test(value)) {
      throw new TypeError(`headers: "${name}" should be ASCII, and not set by the client or fetch`)
    }
    checked[name.toLowerCase()] = value
  }
  return checked
}
