import type { FaceidClientOptions } from '@tc3-edge/faceid'
import { exceedsOneGate } from '@tc3-edge/gate'
import type { BindingKeyring } from '../ownership/binding-keys.ts'
import type { AppCheck } from './app-check.ts'
import type { Backend } from './backends.ts'
import type { Issuer } from './issuers.ts'
import type { Presets } from './preset.ts'
import { builtInPresets } from './presets.ts'
import { regionWarnings } from './regions.ts'
import { type SettingIssue, SettingReader, type SettingTexts } from './setting-reader.ts'

type Credentials = Exclude<FaceidClientOptions['credentials'], () => unknown>

/** The settings of the gate's object. */
export interface GateSettings {
  readonly quotaPerSecond: number
  readonly upstreamTimeoutMs: number
  readonly maxWaitMs: number
  /** How long the signature of a call is valid. `PRESENT_TIME_MS`: calls are signed with the present time. */
  readonly signatureLifetimeMs: number
  readonly appointmentHorizonSeconds: number
}

/** As long as Tencent Cloud accepts a signature at most, in milliseconds. */
export const PRESENT_TIME_MS = 300_000

/** The settings after validation. */
export interface Settings extends GateSettings {
  readonly credentials: Credentials
  readonly endpoint: string
  readonly region: string
  /** What the operator should know about valid settings. */
  readonly warnings: readonly string[]
  /** Where the JWTs of app users come from; empty if there are no app users. */
  readonly issuers: readonly Issuer[]
  /** The apps that they may call from; undefined if any. */
  readonly appCheck: AppCheck | undefined
  readonly backends: readonly Backend[]
  /** What binds tokens to the callers that they are issued to. */
  readonly bindingKeys: BindingKeyring
  readonly presets: Presets
  /** The share of all app users together, relative to those of backends, 1 by default. */
  readonly appUsersWeight: number
  /** How many tokens one app user may have in an hour. */
  readonly tokensPerCallerPerHour: number
  /** How many tokens the account may have in any 24 hours; undefined if there is no such limit. */
  readonly tokensPerDay: number | undefined
  readonly sdkTokenTtlSeconds: number
  /** Limit of a backend's body. */
  readonly maxBodyBytes: number
  /** The origins of web pages that may call. */
  readonly corsOrigins: readonly string[]
}

/** Invalid settings. Each issue names its setting and what it should be, and never what it is. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  /** For the operator only: with details, which may name a preset. */
  readonly issues: readonly string[]
  /** For anybody: without details. */
  readonly publicIssues: readonly string[]

  constructor(issues: readonly SettingIssue[]) {
    const whole = issues.map(({ message, detail }) => (detail === undefined ? message : `${message}: ${detail}`))
    super(whole.join('\n'))
    this.issues = whole
    this.publicIssues = issues.map(({ message }) => message)
  }
}

/** Validates all settings. `others`: issues that were found before. */
export function checkSettings(texts: SettingTexts, others: readonly SettingIssue[] = []): Settings | SettingsError {
  const reader = new SettingReader(texts)
  const settings = {
    ...gateSettings(reader),
    credentials: credentials(reader),
    endpoint: reader.read('FACEID_ENDPOINT'),
    region: reader.read('FACEID_REGION'),
    issuers: reader.read('ISSUERS'),
    appCheck: appCheck(reader),
    backends: reader.read('BACKENDS'),
    bindingKeys: reader.read('BINDING_KEYS'),
    presets: reader.has('PRESETS') ? reader.read('PRESETS') : builtInPresets,
    appUsersWeight: reader.read('APP_USERS_WEIGHT'),
    tokensPerCallerPerHour: reader.read('TOKENS_PER_CALLER_PER_HOUR'),
    tokensPerDay: reader.has('TOKENS_PER_DAY') ? reader.read('TOKENS_PER_DAY') : undefined,
    sdkTokenTtlSeconds: reader.read('SDK_TOKEN_TTL_SECONDS'),
    maxBodyBytes: reader.read('MAX_BODY_BYTES'),
    corsOrigins: reader.read('CORS_ORIGINS'),
  }
  // Callers that are invalid are an issue already.
  const invalid = reader.issues.some(({ message }) => /^(BACKENDS|ISSUERS) /.test(message))
  const nobody = settings.backends.length + settings.issuers.length === 0 && !invalid ? [{ message: NO_CALLERS }] : []
  const issues = [...others, ...reader.issues, ...nobody]
  return issues.length > 0 ? new SettingsError(issues) : { ...settings, warnings: regionWarnings(settings.region) }
}

const NO_CALLERS = 'BACKENDS or ISSUERS should be set: nobody could call otherwise'

/**
 * How long waiting and the call may take together, in milliseconds. Cloudflare ends what goes on for more than 30 seconds after its
 * caller has gone; the rest of these is for the report to the gate.
 */
const MAX_REQUEST_MS = 25_000

const TOO_LONG = `MAX_WAIT_MS and UPSTREAM_TIMEOUT_MS should be ${MAX_REQUEST_MS} together at most: Cloudflare would end a call whose caller has gone before its outcome is known`

/** Returns the settings of the gate. One that is invalid has its default. */
export function gateSettings(reader: SettingReader): GateSettings {
  const quotaPerSecond = reader.read('QUOTA_PER_SECOND')
  const upstreamTimeoutMs = reader.read('UPSTREAM_TIMEOUT_MS')
  const maxWaitMs = reader.read('MAX_WAIT_MS')
  const excess = exceedsOneGate(quotaPerSecond, maxWaitMs)
  if (excess !== undefined) reader.issues.push({ message: `QUOTA_PER_SECOND and MAX_WAIT_MS: ${excess}` })
  if (maxWaitMs + upstreamTimeoutMs > MAX_REQUEST_MS) reader.issues.push({ message: TOO_LONG })
  return {
    quotaPerSecond,
    upstreamTimeoutMs,
    maxWaitMs: excess === undefined ? maxWaitMs : 0,
    signatureLifetimeMs: signatureLifetimeMs(reader, upstreamTimeoutMs),
    appointmentHorizonSeconds: reader.read('APPOINTMENT_HORIZON_SECONDS'),
  }
}

/** A signature is valid for as long as its call may take, and a second more: Tencent compares whole seconds. */
function signatureLifetimeMs(reader: SettingReader, upstreamTimeoutMs: number): number {
  const shortest = upstreamTimeoutMs + 1_000
  const lifetime = reader.has('SIGNATURE_LIFETIME_MS') ? reader.read('SIGNATURE_LIFETIME_MS') : shortest
  if (lifetime >= shortest) return lifetime
  reader.issues.push({
    message: `SIGNATURE_LIFETIME_MS should be at least UPSTREAM_TIMEOUT_MS and a second: ${shortest}`,
  })
  return shortest
}

function credentials(reader: SettingReader): Credentials {
  const secretId = reader.read('TENCENTCLOUD_SECRET_ID')
  const secretKey = reader.read('TENCENTCLOUD_SECRET_KEY')
  const token = reader.read('TENCENTCLOUD_SESSION_TOKEN')
  return { secretId, secretKey, ...(token ? { token } : {}) }
}

/** Undefined if App Check is off. */
function appCheck(reader: SettingReader): AppCheck | undefined {
  const mode = reader.read('APP_CHECK')
  if (mode !== 'observe' && mode !== 'require') return undefined
  const before = reader.issues.length
  const projectNumber = reader.read('APP_CHECK_PROJECT')
  const appIds = reader.read('APP_CHECK_APPS')
  const isRead = reader.issues.length === before
  if (isRead && [...appIds].some((id) => id.split(':')[1] !== projectNumber)) {
    reader.issues.push({ message: 'APP_CHECK_APPS should be apps of APP_CHECK_PROJECT: their IDs hold its number' })
  }
  return { mode, projectNumber, appIds }
}
