import type { Credentials, CredentialsProvider, SignerCrypto } from '@tc3-edge/signer'
import type { Middleware, ParseAs } from 'openapi-fetch'
import type { ParameterIssue } from './errors.ts'
import type { OnAttempt } from './on-attempt.ts'
import type { OperationInfo } from './operation.ts'

/** Options of one call. Each takes precedence over the client's own; `signal` and `headers` add to it. */
export interface CallOptions {
  /** Ends the call when it is aborted, between attempts too: it rejects with `AbortedError`. */
  readonly signal?: AbortSignal | undefined
  /**
   * How long one attempt may take, in milliseconds, from fetching credentials to the last byte of the response. Calls share
   * one request for credentials, so that one is bounded by the client's timeout, also where a call has more time.
   * @default 10000
   */
  readonly timeout?: number | undefined
  /**
   * How many more attempts may follow the first. 0 means exactly one.
   * @default 2
   */
  readonly maxRetries?: number | undefined
  /**
   * Whether to retry where the request may have been carried out: a connection lost after sending, a timeout, a fault of
   * the service, a response that is none. For an operation that is not idempotent this may do twice what it does.
   * @default false
   */
  readonly retryUnknownOutcome?: boolean | undefined
  /** `X-TC-Region`, such as `ap-singapore`. */
  readonly region?: string | undefined
  /**
   * Signs every attempt with exactly this time, in UNIX seconds (`X-TC-Timestamp`). The client's clock correction and its
   * retry after `AuthFailure.SignatureExpire` are off for the call. Default: now, by the service's clock as far as it is
   * known.
   */
  readonly timestamp?: number | undefined
  /** The language of error messages. Default: the service's choice. */
  readonly language?: 'zh-CN' | 'en-US' | undefined
  /**
   * Sent besides those of the API. Refused are `X-TC-*`, `Authorization`, `Content-Type` and `Host`, which the client sets
   * itself, and those that are for `fetch` to set, such as `Content-Length` and `Connection`.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Called after every attempt, for logs and traces. */
  readonly onAttempt?: OnAttempt | undefined
}

/** Options of `POST`. Their types for each operation are in `types.ts`. */
export interface UntypedPostOptions extends CallOptions {
  readonly body?: unknown
  readonly params?: { readonly header?: Readonly<Record<string, unknown>> } | undefined
  readonly parseAs?: ParseAs | undefined
  readonly middleware?: readonly Middleware[] | undefined
}

/** What sends a signed request: the runtime's `fetch`, or anything shaped like it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Options of a client besides what the description of an API says. Those of `CallOptions` hold for every call. */
export interface ClientOptions extends CallOptions {
  /** The keys of the account, or a function that fetches them. */
  readonly credentials: Credentials | CredentialsProvider
  /** Sends the requests, and sees each attempt as it is signed. Default: the runtime's `fetch`. */
  readonly fetch?: Fetch | undefined
  /**
   * Where hashes and signatures are computed, for example `nodeCrypto` of `@tc3-edge/signer/node`. Default: WebCrypto, which
   * every runtime has.
   */
  readonly crypto?: SignerCrypto | undefined
  /** openapi-fetch's middleware, in order. It runs once a call; retries are inside of it. */
  readonly middleware?: readonly Middleware[] | undefined
  /**
   * Checks parameters before anything is sent. A call with issues rejects with `InvalidParametersError`. Default: only that
   * they can be written as JSON.
   */
  readonly validate?: ((action: string, parameters: unknown) => readonly ParameterIssue[]) | undefined
  /**
   * Lets a browser sign with a long-term key, which hands that key to everyone who opens the page.
   * @default false
   */
  readonly dangerouslyAllowLongTermSecretsInBrowser?: boolean | undefined
}

/** What a client needs to know of the API. */
export interface ApiOptions {
  /** The origin of the API, such as `https://cvm.tencentcloudapi.com`. */
  readonly endpoint: string
  /** `X-TC-Version`, such as `2017-03-12`. */
  readonly version: string
  /** The service in the signature, such as `cvm`. Default: the first label of an endpoint under tencentcloudapi.com. */
  readonly service?: string | undefined
  /** What is known of its operations, by action. */
  readonly operations?: Readonly<Record<string, OperationInfo | undefined>> | undefined
}

/** The options of one call, with defaults filled in. */
export interface CallSettings {
  readonly timeout: number
  readonly maxRetries: number
  readonly retryUnknownOutcome: boolean
  readonly region: string | undefined
  readonly timestamp: number | undefined
  readonly language: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly onAttempt: OnAttempt | undefined
  /** Any of them ends the call. */
  readonly signals: readonly AbortSignal[]
}

const defaults: CallSettings = {
  timeout: 10_000,
  maxRetries: 2,
  retryUnknownOutcome: false,
  region: undefined,
  timestamp: undefined,
  language: undefined,
  headers: {},
  onAttempt: undefined,
  signals: [],
}

/** What a value should be, in words, and whether it is. */
type Check = readonly [shouldBe: string, isValid: (value: unknown) => boolean]

const isFunction = (value: unknown) => typeof value === 'function'
const isBoolean = (value: unknown) => typeof value === 'boolean'
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isText =
  (pattern: RegExp) =>
  (value: unknown): value is string =>
    typeof value === 'string' && pattern.test(value)

const aFunction: Check = ['a function', isFunction]
const trueOrFalse: Check = ['true or false', isBoolean]

const callChecks: Readonly<Record<string, Check>> = {
  signal: ['an AbortSignal', isSignal],
  // Node fires at once for timers that 32 bits don't hold.
  timeout: [
    'a positive number of milliseconds below 1e9',
    (value) => typeof value === 'number' && value > 0 && value < 1e9,
  ],
  maxRetries: ['a whole number from 0 up', (value) => Number.isSafeInteger(value) && Number(value) >= 0],
  retryUnknownOutcome: trueOrFalse,
  region: ['a region such as "ap-singapore"', isText(/^[a-z0-9-]+$/)],
  timestamp: ['UNIX seconds, not milliseconds', (value) => typeof value === 'number' && value >>> 0 === value],
  language: ['"zh-CN" or "en-US"', isText(/^(zh-CN|en-US)$/)],
  headers: ['an object of names and values', (value) => ({}).toString.call(value) === '[object Object]'],
  onAttempt: aFunction,
}

/** What openapi-fetch takes besides. `baseUrl`, `fetch`, serializers and the like would bypass the client. */
const postChecks: Readonly<Record<string, Check>> = {
  ...callChecks,
  body: ['the parameters', () => true],
  params: ['an object with "header"', isObject],
  parseAs: ['"json", "text", "blob", "arrayBuffer" or "stream"', isText(/^(json|text|blob|arrayBuffer|stream)$/)],
  middleware: ['an array of middleware', Array.isArray],
}

/** The signer refuses it by name where it can't work. */
const checkedBySigner: Check = ['', () => true]

const clientChecks: Readonly<Record<string, Check>> = {
  ...callChecks,
  credentials: checkedBySigner,
  endpoint: ['an origin such as "https://cvm.tencentcloudapi.com"', isOrigin],
  version: ['a version such as "2017-03-12"', isText(/^\d{4}-\d\d-\d\d$/)],
  service: checkedBySigner,
  operations: ['an object of operations', isObject],
  fetch: aFunction,
  middleware: ['an array of middleware', Array.isArray],
  validate: aFunction,
  crypto: checkedBySigner,
  dangerouslyAllowLongTermSecretsInBrowser: checkedBySigner,
}

/** By what it can do: Vercel's edge-runtime has a class of its own. */
function isSignal(value: unknown): boolean {
  const { aborted, addEventListener } = Object(value)
  return typeof aborted === 'boolean' && isFunction(addEventListener)
}

function isOrigin(value: unknown): boolean {
  if (typeof value !== 'string' || !/^https?:\/\/[^\s/?#@\\]+\/?$/i.test(value)) return false
  try {
    return new URL(value).pathname === '/'
  } catch {
    return false
  }
}

/** Header fields that the client sets itself, and those that are for `fetch` to set: it would refuse them, or hang. */
export const reservedHeader: RegExp =
  /^(x-tc-.*|authorization|content-(type|length)|host|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect)$/i

/** What a header field can hold that arrives as it was signed. */
export const isAsciiLine: (value: unknown) => value is string = isText(/^[\t -~]*$/)

/** Checks the options of a client. Throws a `TypeError` that names the option and what it should be. */
export function checkClientOptions(options: ClientOptions & ApiOptions): CallSettings {
  check(options, clientChecks, ['endpoint', 'version'])
  return merged(defaults, options)
}

/** The options of one call over those of the client. Throws a `TypeError` that names the option. */
export function checkCallOptions(client: CallSettings, options: CallOptions): CallSettings {
  check(options, callChecks)
  return merged(client, options)
}

/** As `checkCallOptions`, with what `POST` takes besides. */
export function checkPostOptions(client: CallSettings, options: UntypedPostOptions): CallSettings {
  check(options, postChecks)
  const { header = {}, ...others } = options.params ?? {}
  const [other] = Object.keys(others)
  if (other !== undefined) throw new TypeError(`params.${other} would not be sent; parameters go into the body`)
  for (const [name, value] of Object.entries(header)) {
    const option = headerOptions[name.toLowerCase()]
    if (option === undefined) throw new TypeError(`params.header: "${name}" is set by the client`)
    check({ [option]: value }, callChecks)
  }
  return merged(client, options)
}

/** The headers that a description has, and a caller may set. */
const headerOptions: Readonly<Record<string, string>> = { 'x-tc-region': 'region', 'x-tc-language': 'language' }

function check(options: object, checks: Readonly<Record<string, Check>>, required: readonly string[] = []): void {
  // A callback, as the official SDKs take it, would never be called.
  if (!isObject(options)) throw new TypeError('options should be an object')
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(checks, name))
  if (unknown !== undefined) {
    throw new TypeError(`Unknown option "${unknown}". Known: ${Object.keys(checks).join(', ')}`)
  }
  for (const [name, [shouldBe, isValid]] of Object.entries(checks)) {
    const value: unknown = Reflect.get(options, name)
    const isRight = value === undefined ? !required.includes(name) : isValid(value)
    if (!isRight) throw new TypeError(`${name} should be ${shouldBe}`)
  }
}

function merged(base: CallSettings, options: CallOptions): CallSettings {
  const { signal } = options
  return {
    timeout: options.timeout ?? base.timeout,
    maxRetries: options.maxRetries ?? base.maxRetries,
    retryUnknownOutcome: options.retryUnknownOutcome ?? base.retryUnknownOutcome,
    region: options.region ?? base.region,
    timestamp: options.timestamp ?? base.timestamp,
    language: options.language ?? base.language,
    headers: options.headers ? { ...base.headers, ...checkedHeaders(options.headers) } : base.headers,
    onAttempt: options.onAttempt ?? base.onAttempt,
    signals: signal ? [...base.signals, signal] : base.signals,
  }
}

/** With names in lower case. Refuses by name and never by value, which may be a secret. */
function checkedHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const checked: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (reservedHeader.test(name) || !/^[\w.-]+$/.test(name) || !isAsciiLine(value)) {
      throw new TypeError(`headers: "${name}" should be ASCII, and not set by the client or fetch`)
    }
    checked[name.toLowerCase()] = value
  }
  return checked
}
