import type { FaceidClientOptions } from '@tc3-edge/faceid'
import { exceedsOneGate } from '@tc3-edge/gate'
import { type ApiKey, parseApiKeyHashes } from '../caller/api-keys.ts'
import { origins, protectedOrigin, region, url, visible, whole } from './parse.ts'
import { builtInPresets, type Presets, parsePresets } from './presets.ts'
import { SettingReader, type Texts } from './setting-reader.ts'

type Credentials = Exclude<FaceidClientOptions['credentials'], () => unknown>

/** Who vouches for app users. */
export interface Issuer {
  readonly jwksUrl: string
  readonly issuer: string
  readonly audience: string
}

/** What the gate's object needs to know. */
export interface GateSettings {
  readonly quotaPerSecond: number
  readonly upstreamTimeoutMs: number
  readonly maxWaitMs: number
  /** How long the signature of a call is good. `PRESENT_TIME_MS`: calls are signed with the present time. */
  readonly signatureLifetimeMs: number
  readonly appointmentHorizonSeconds: number
}

/** As long as Tencent Cloud accepts any signature. */
export const PRESENT_TIME_MS = 300_000

/** The settings after they have been checked. */
export interface Settings extends GateSettings {
  readonly credentials: Credentials
  readonly endpoint: string
  readonly region: string
  /** Where the JWTs of app users come from; undefined if there are no app users. */
  readonly issuer: Issuer | undefined
  readonly apiKeys: readonly ApiKey[]
  readonly presets: Presets
  /** How many tokens one app user may have in an hour. */
  readonly tokensPerCallerPerHour: number
  /** How many tokens the account may have in any 24 hours; undefined if there is no such limit. */
  readonly tokensPerDay: number | undefined
  readonly sdkTokenTtlSeconds: number
  /** The origins of web pages that may call. */
  readonly corsOrigins: readonly string[]
}

/** Settings that can't be used. Each fault names its setting and what it should hold, and never what it holds. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** Checks everything at once. `others`: what is known to be wrong besides. */
export function checkSettings(texts: Texts, others: readonly string[] = []): Settings | SettingsError {
  const reader = new SettingReader(texts)
  reader.faults.push(...others)
  const settings: Settings = {
    ...gateSettings(reader),
    credentials: credentials(reader),
    endpoint: reader.read(
      'FACEID_ENDPOINT',
      'an https:// origin such as https://faceid.tencentcloudapi.com',
      protectedOrigin,
      { fallback: 'https://faceid.tencentcloudapi.com' },
    ),
    region: reader.read('FACEID_REGION', 'a region such as ap-singapore', region),
    issuer: issuer(reader),
    apiKeys: reader.read(
      'API_KEY_HASHES',
      'a list of name:hash, with the SHA-256 of each key in hex',
      parseApiKeyHashes,
      {
        fallback: '',
      },
    ),
    presets: texts.PRESETS ? reader.read('PRESETS', 'a JSON object of presets by name', parsePresets) : builtInPresets,
    tokensPerCallerPerHour: reader.read(
      'TOKENS_PER_CALLER_PER_HOUR',
      'a whole number from 1 to 100000',
      whole(1, 100_000),
      {
        fallback: '20',
      },
    ),
    tokensPerDay: reader.has('TOKENS_PER_DAY')
      ? reader.read('TOKENS_PER_DAY', 'a whole number from 1 to 10000000', whole(1, 10_000_000))
      : undefined,
    sdkTokenTtlSeconds: reader.read(
      'SDK_TOKEN_TTL_SECONDS',
      'a whole number of seconds from 1 to 86400',
      whole(1, 86_400),
      {
        fallback: '7200',
      },
    ),
    corsOrigins: reader.read('CORS_ORIGINS', 'a list of origins such as https://app.example.com', origins, {
      fallback: '',
    }),
  }
  if (!texts.API_KEY_HASHES && !texts.AUTH_JWKS_URL) {
    reader.faults.push('API_KEY_HASHES or AUTH_JWKS_URL should be set: nobody could call otherwise')
  }
  return reader.faults.length > 0 ? new SettingsError(reader.faults) : settings
}

/** The settings of the gate; a default where one can't be used. */
export function gateSettings(reader: SettingReader): GateSettings {
  const quotaPerSecond = reader.read('QUOTA_PER_SECOND', 'a whole number from 1 to 200', whole(1, 200), {
    fallback: '20',
  })
  const upstreamTimeoutMs = reader.read(
    'UPSTREAM_TIMEOUT_MS',
    'a whole number of milliseconds from 500 to 60000',
    whole(500, 60_000),
    { fallback: '5000' },
  )
  const maxWaitMs = reader.read('MAX_WAIT_MS', 'a whole number of milliseconds from 0 to 60000', whole(0, 60_000), {
    fallback: '2000',
  })
  const shortest = upstreamTimeoutMs + 1_000
  const signatureLifetimeMs = reader.read(
    'SIGNATURE_LIFETIME_MS',
    `a whole number of milliseconds from ${shortest} (UPSTREAM_TIMEOUT_MS and a second) to ${PRESENT_TIME_MS}`,
    whole(shortest, PRESENT_TIME_MS),
    { fallback: `${shortest}` },
  )
  const appointmentHorizonSeconds = reader.read(
    'APPOINTMENT_HORIZON_SECONDS',
    'a whole number of seconds from 1 to 600',
    whole(1, 600),
    { fallback: '60' },
  )
  const excess = exceedsOneGate(quotaPerSecond, maxWaitMs)
  if (excess === undefined) {
    return { quotaPerSecond, upstreamTimeoutMs, maxWaitMs, signatureLifetimeMs, appointmentHorizonSeconds }
  }
  reader.faults.push(`QUOTA_PER_SECOND and MAX_WAIT_MS do not go together: ${excess}`)
  return { quotaPerSecond, upstreamTimeoutMs, maxWaitMs: 0, signatureLifetimeMs, appointmentHorizonSeconds }
}

function credentials(reader: SettingReader): Credentials {
  const secretId = reader.read('TENCENTCLOUD_SECRET_ID', "the SecretId of the account's API key", visible)
  const secretKey = reader.read('TENCENTCLOUD_SECRET_KEY', "the SecretKey of the account's API key", visible)
  const token = reader.read('TENCENTCLOUD_SESSION_TOKEN', 'the token of temporary credentials', visible, {
    fallback: '',
  })
  return { secretId, secretKey, ...(token ? { token } : {}) }
}

function issuer(reader: SettingReader): Issuer | undefined {
  const names = ['AUTH_JWKS_URL', 'AUTH_ISSUER', 'AUTH_AUDIENCE'] as const
  if (!names.some((name) => reader.has(name))) return undefined
  return {
    jwksUrl: reader.read('AUTH_JWKS_URL', "the https:// address of the issuer's key set (JWKS)", url),
    issuer: reader.read('AUTH_ISSUER', 'the "iss" of the JWTs, as they have it', visible),
    audience: reader.read('AUTH_AUDIENCE', 'the "aud" of the JWTs that are for this endpoint', visible),
  }
}
