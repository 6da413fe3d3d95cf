import {
  anything,
  checkOptions,
  count,
  flag,
  functionThat,
  isText,
  listOf,
  type OptionRule,
  oneOf,
} from './check-options.ts'
import { type Credential, developmentCredential } from './credential.ts'
import { type Outcome, outcomes } from './faceid/outcome.ts'
import type { Window } from './gateway/rate-limit.ts'
import { spec } from './generated/spec.ts'
import { isObject, type JsonObject } from './json.ts'
import type { ReceivedRequest } from './recorder/received-request.ts'

/** Fields that replace those of the made-up answer, or a function that gives them for the parameters of a call. */
export type FixedAnswer = JsonObject | ((parameters: JsonObject) => JsonObject)

export interface EmulatorOptions {
  /** Who may call. Default: `[developmentCredential]`. */
  credentials?: readonly Credential[]
  /**
   * The limit per account and action, or `unlimited`. Default: what the API description says, 20 where it says nothing.
   */
  requestsPerSecond?: number | 'unlimited'
  /** Whether the limit counts in seconds of the clock or in any half-open second. Default `sliding`. */
  window?: Window
  /** Whether a call refused for the limit uses the quota as well; it matters for `sliding` only. Default false. */
  countRefused?: boolean
  /** Whether a well-signed call whose timestamp is more than five minutes off uses the quota as well. Default false. */
  countExpired?: boolean
  /** Regions that are accepted. Default: those of the API description. */
  regions?: readonly string[]
  /** Fixed answers by action. `RequestId` is fresh all the same. */
  answers?: Readonly<Record<string, FixedAnswer>>
  /**
   * Whether to accept what the official SDKs sign when their endpoint is not Tencent's: the host without its port, and
   * a credential scope named after the endpoint. Default true.
   */
  sdkEndpoints?: boolean
  /** Whether the control routes under `/__emulator` are served. Default false. */
  control?: boolean
  /** Whether parameters that the API description does not know are let through. Default false. */
  unknownParameters?: boolean
  /** How many bytes the recorder may take for the newest requests. Default 32 MiB, some 25,000 to 100,000 requests. */
  recordingBytes?: number
  /** Called with each request as it is recorded, before it is answered. */
  onRequest?: (request: ReceivedRequest) => void
  /** What comes of verifications unless `verifications.choose` says otherwise. Default `passed`. */
  outcome?: Outcome
  /**
   * Milliseconds since 1970, with fractions; it may not go back. Default: a monotonic clock for requests and the limit,
   * and `Date.now` for the age of signatures, which must follow the wall clock when that is set.
   */
  clock?: () => number
  /** Waits that many milliseconds for an ordered delay. Default: a timer. */
  sleep?: (ms: number) => Promise<void>
  /** At least 0 and below 1; decides shares and spreads of ordered faults. Default `Math.random`. */
  random?: () => number
  /** The OpenAPI 3.1 document that is served, or a list of several. Default: the one in the package, faceid. */
  spec?: unknown
}

/** Options with all defaults filled in. */
export interface Settings {
  credentials: ReadonlyMap<string, Credential>
  /** `Infinity` where there is no limit. */
  requestsPerSecond: number | undefined
  window: Window
  countRefused: boolean
  countExpired: boolean
  regions: readonly string[] | undefined
  answers: Readonly<Record<string, FixedAnswer>>
  sdkEndpoints: boolean
  control: boolean
  unknownParameters: boolean
  recordingBytes: number
  onRequest: ((request: ReceivedRequest) => void) | undefined
  outcome: Outcome
  /** For received requests and the limit. */
  clock: () => number
  /** For the age of signatures. */
  wallClock: () => number
  sleep: (ms: number) => Promise<void>
  random: () => number
  specs: readonly unknown[]
}

export const DEFAULT_REQUESTS_PER_SECOND = 20

/** What each option may hold. */
export const emulatorRules: Readonly<Record<keyof EmulatorOptions, OptionRule>> = {
  credentials: listOf(isObject, 'credential such as { secretId, secretKey }'),
  requestsPerSecond: {
    allows: (value) => value === 'unlimited' || count.allows(value),
    says: 'a whole number above 0, or "unlimited"',
  },
  window: oneOf('calendar', 'sliding'),
  countRefused: flag,
  countExpired: flag,
  regions: listOf(isText, 'region such as "ap-singapore"'),
  answers: {
    allows: (value) => isObject(value) && Object.values(value).every(isFixedAnswer),
    says: 'an object that has by action an object of fields, or a function that gives one',
  },
  sdkEndpoints: flag,
  control: flag,
  unknownParameters: flag,
  recordingBytes: count,
  onRequest: functionThat('takes a request'),
  outcome: oneOf(...outcomes),
  clock: functionThat('gives milliseconds since 1970'),
  sleep: functionThat('waits so many milliseconds'),
  random: functionThat('gives a number from 0 to below 1'),
  // The description says itself what is wrong with it.
  spec: anything,
}

/** @throws {TypeError} naming the option and what it should hold. */
export function settingsOf(options: EmulatorOptions): Settings {
  checkOptions(options, emulatorRules)
  return {
    credentials: credentialsOf(options.credentials ?? [developmentCredential]),
    requestsPerSecond: options.requestsPerSecond === 'unlimited' ? Number.POSITIVE_INFINITY : options.requestsPerSecond,
    window: options.window ?? 'sliding',
    countRefused: options.countRefused ?? false,
    countExpired: options.countExpired ?? false,
    regions: options.regions,
    answers: options.answers ?? {},
    sdkEndpoints: options.sdkEndpoints ?? true,
    control: options.control ?? false,
    unknownParameters: options.unknownParameters ?? false,
    recordingBytes: options.recordingBytes ?? 32 * 1024 * 1024,
    onRequest: options.onRequest,
    outcome: options.outcome ?? 'passed',
    clock: options.clock ?? (() => performance.timeOrigin + performance.now()),
    wallClock: options.clock ?? Date.now,
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    random: options.random ?? Math.random,
    specs: Array.isArray(options.spec) ? options.spec : [options.spec ?? spec],
  }
}

function isFixedAnswer(value: unknown): boolean {
  return isObject(value) || typeof value === 'function'
}

function credentialsOf(credentials: readonly Credential[]): Map<string, Credential> {
  for (const [index, credential] of credentials.entries()) checkCredential(credential, `credentials[${index}]`)
  return new Map(credentials.map((credential) => [credential.secretId, credential]))
}

/** Never says what it found: it might be a key. */
function checkCredential({ secretId, secretKey, token, account }: Credential, name: string): void {
  if (typeof secretId !== 'string' || !/^[^/,\s]+$/.test(secretId)) {
    throw new TypeError(`${name}.secretId is a string that is not empty and has no slash, comma or space.`)
  }
  if (!isText(secretKey)) throw new TypeError(`${name}.secretKey is a string that is not empty.`)
  if (token !== undefined && typeof token !== 'string') throw new TypeError(`${name}.token is a string.`)
  if (account !== undefined && !isText(account)) throw new TypeError(`${name}.account is a string that is not empty.`)
}
