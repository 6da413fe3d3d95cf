import type { ApiKey } from './caller/api-keys.ts'
import { parseApiKeyHashes } from './caller/api-keys.ts'
import type { Env } from './env.ts'
import { Fault } from './fault.ts'
import { type Presets, parsePresets } from './request/presets.ts'
import type { SettingName } from './setting-names.ts'

/** The settings after they have been checked. */
export interface Settings {
  readonly credentials: { readonly secretId: string; readonly secretKey: string; readonly token?: string }
  readonly endpoint: string
  readonly region: string
  readonly apiKeys: readonly ApiKey[]
  readonly presets: Presets
  readonly quotaPerSecond: number
  readonly upstreamTimeoutMs: number
  readonly maxWaitMs: number
  /** How many tokens one app user may have in an hour. */
  readonly tokensPerCallerPerHour: number
  readonly sdkTokenTtlSeconds: number
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

const checked = new WeakMap<Env, Settings | SettingsError>()

/** Reads the settings, once for each isolate. Throws a `SettingsError` that lists everything that is wrong. */
export function readSettings(env: Env): Settings {
  const known = checked.get(env) ?? check(env)
  checked.set(env, known)
  if (known instanceof SettingsError) throw known
  return known
}

function check(env: Env): Settings | SettingsError {
  const faults: string[] = []
  const read = <T>(name: SettingName, fallback: string | undefined, shouldBe: string, parse: (text: string) => T) => {
    const text = env[name] || fallback
    try {
      if (text !== undefined) return parse(text)
      faults.push(`${name} is not set. It should be ${shouldBe}`)
    } catch (error) {
      const why = error instanceof Fault ? ` (${error.message})` : ''
      faults.push(`${name} should be ${shouldBe}${why}`)
    }
    // Never seen by anybody: with a fault in the list there are no settings.
    return undefined as T
  }

  const token = env.TENCENTCLOUD_SESSION_TOKEN
  const settings: Settings = {
    credentials: {
      secretId: read('TENCENTCLOUD_SECRET_ID', undefined, "the SecretId of the account's API key", visible),
      secretKey: read('TENCENTCLOUD_SECRET_KEY', undefined, "the SecretKey of the account's API key", visible),
      ...(token ? { token } : {}),
    },
    endpoint: read(
      'FACEID_ENDPOINT',
      'https://faceid.tencentcloudapi.com',
      'an origin such as https://faceid.tencentcloudapi.com',
      origin,
    ),
    region: read('FACEID_REGION', undefined, 'a region such as ap-singapore', region),
    apiKeys: read(
      'API_KEY_HASHES',
      undefined,
      'a list of name:hash, with the SHA-256 of each key in hex',
      parseApiKeyHashes,
    ),
    presets: read('PRESETS', '{"default":{}}', 'a JSON object of presets by name', parsePresets),
    quotaPerSecond: read('QUOTA_PER_SECOND', '20', 'a whole number from 1 to 1000', whole(1, 1_000)),
    upstreamTimeoutMs: read(
      'UPSTREAM_TIMEOUT_MS',
      '5000',
      'a whole number of milliseconds from 100 to 60000',
      whole(100, 60_000),
    ),
    maxWaitMs: read('MAX_WAIT_MS', '2000', 'a whole number of milliseconds from 0 to 60000', whole(0, 60_000)),
    tokensPerCallerPerHour: read(
      'TOKENS_PER_CALLER_PER_HOUR',
      '20',
      'a whole number from 1 to 100000',
      whole(1, 100_000),
    ),
    sdkTokenTtlSeconds: read(
      'SDK_TOKEN_TTL_SECONDS',
      '7200',
      'a whole number of seconds from 1 to 86400',
      whole(1, 86_400),
    ),
  }
  return faults.length > 0 ? new SettingsError(faults) : settings
}

function visible(text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new Fault('it holds a space or a character that is not ASCII')
  return text
}

function origin(text: string): string {
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) throw new Fault('without a path')
  return url.origin
}

function region(text: string): string {
  if (!/^[a-z]+-[a-z0-9-]+$/.test(text)) throw new Fault('in lower case')
  return text
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < least || value > most) throw new Fault('it is not')
    return value
  }
}
