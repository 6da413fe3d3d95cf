import { appCheckMode, appIds, projectNumber } from './app-check.ts'
import { parseBackends, weightFormat } from './backends.ts'
import { parseBindingKeys } from './binding-keys.ts'
import { parseIssuers } from './issuers.ts'
import { type Format, origins, protectedOrigin, region, visible, wholeNumber } from './parse.ts'
import { parsePresets } from './presets.ts'

interface Definition<T> extends Format<T> {
  /** The text that is parsed if the setting is not set. */
  readonly fallback?: string
  /** What the setting is for, and its default where there is no `fallback`. For docs/operating.md. */
  readonly meaning: string
  readonly defaultInWords?: string
}

function setting<T>(definition: Definition<T>): Definition<T> {
  return definition
}

/** Every setting: Worker variables and secrets. docs/operating.md shows this table. */
export const definitions = {
  TENCENTCLOUD_SECRET_ID: setting({
    meaning: 'Secret',
    shouldBe: "the SecretId of the account's API key",
    parse: visible,
  }),
  TENCENTCLOUD_SECRET_KEY: setting({
    meaning: 'Secret',
    shouldBe: "the SecretKey of the account's API key",
    parse: visible,
  }),
  TENCENTCLOUD_SESSION_TOKEN: setting({
    meaning: 'Secret. For temporary credentials only',
    shouldBe: 'the token of temporary credentials',
    parse: visible,
    fallback: '',
  }),
  FACEID_ENDPOINT: setting({
    meaning: 'Where Tencent Cloud is called. International accounts use [another](#regions)',
    shouldBe: 'an https:// origin such as https://faceid.tencentcloudapi.com',
    parse: protectedOrigin,
    fallback: 'https://faceid.tencentcloudapi.com',
  }),
  FACEID_REGION: setting({
    meaning: 'The Tencent Cloud region that serves the calls',
    shouldBe: 'a region such as ap-singapore',
    parse: region,
  }),
  ISSUERS: setting({
    meaning: 'Issuers of the JWTs of app users, [see below](#issuers)',
    shouldBe: 'a JSON object of issuers by the "iss" of their JWTs',
    parse: parseIssuers,
    fallback: '{}',
  }),
  APP_CHECK: setting({
    meaning: 'Whether app users must use a genuine app, as [Firebase App Check](#app-check) proves it',
    ...appCheckMode,
    fallback: 'off',
  }),
  APP_CHECK_PROJECT: setting({
    meaning: 'The Firebase project whose App Check tokens are accepted',
    ...projectNumber,
  }),
  APP_CHECK_APPS: setting({
    meaning: 'The apps whose App Check tokens are accepted, separated by commas',
    ...appIds,
  }),
  BACKENDS: setting({
    meaning: 'Backends and their API keys, [see below](#backends)',
    shouldBe: 'a JSON object of backends by name',
    parse: parseBackends,
    fallback: '{}',
  }),
  BINDING_KEYS: setting({
    meaning: 'Secret. [Binds tokens to callers](#binding-keys). The first key signs, all of them verify',
    shouldBe: 'a JSON list of {"kid", "key"}',
    parse: parseBindingKeys,
  }),
  PRESETS: setting({
    meaning: 'Which parameters callers may set, [see below](#presets)',
    shouldBe: 'a JSON object of presets by name',
    parse: parsePresets,
    defaultInWords: 'one, `default`',
  }),
  QUOTA_PER_SECOND: setting({
    meaning: "The account's calls per second",
    ...wholeNumber(1, 200),
    fallback: '20',
  }),
  UPSTREAM_TIMEOUT_MS: setting({
    meaning: 'How long a call to Tencent Cloud may take. With `MAX_WAIT_MS` at most 25000',
    ...wholeNumber(500, 25_000, 'milliseconds'),
    fallback: '5000',
  }),
  MAX_WAIT_MS: setting({
    meaning: 'How long a request may wait for a permit. With 0, no request waits',
    ...wholeNumber(0, 24_500, 'milliseconds'),
    fallback: '2000',
  }),
  SIGNATURE_LIFETIME_MS: setting({
    meaning:
      'How long the signature of a call is valid. If the outcome of a call is unknown, its permit is held until then. With 300000, calls are signed with the present time, [which gives up the limit during outages](#signatures)',
    ...wholeNumber(1_500, 300_000, 'milliseconds'),
    defaultInWords: '`UPSTREAM_TIMEOUT_MS` + 1000',
  }),
  APPOINTMENT_HORIZON_SECONDS: setting({
    meaning:
      'How far ahead a refusal may reserve capacity. In lasting overload, served callers have waited about that long. 30 suits people who wait at their phone',
    ...wholeNumber(1, 600, 'seconds'),
    fallback: '60',
  }),
  TOKENS_PER_DAY: setting({
    meaning: 'Limit of all tokens in any 24 hours. At 80 % the gate writes a log line',
    ...wholeNumber(1, 10_000_000),
    defaultInWords: 'no limit',
  }),
  APP_USERS_WEIGHT: setting({
    meaning: 'The share of all app users together, compared with the `weight` of each backend, [see below](#shares)',
    ...weightFormat,
    fallback: '4',
  }),
  TOKENS_PER_CALLER_PER_HOUR: setting({
    meaning: 'Hourly token limit of each app user. Backends have limits of their own in `BACKENDS`',
    ...wholeNumber(1, 100_000),
    fallback: '20',
  }),
  SDK_TOKEN_TTL_SECONDS: setting({
    meaning: 'How long a token is valid, [see below](#regions)',
    ...wholeNumber(1, 86_400, 'seconds'),
    fallback: '7200',
  }),
  MAX_BODY_BYTES: setting({
    meaning: 'The largest body that a backend may send, [see below](#large-bodies). App users may send 16384',
    ...wholeNumber(16_384, 10_485_760, 'bytes'),
    fallback: '4194304',
  }),
  CORS_ORIGINS: setting({
    meaning: 'Origins of web pages that may call, separated by commas',
    shouldBe: 'a list of origins such as https://app.example.com',
    parse: origins,
    fallback: '',
  }),
} as const

export type SettingName = keyof typeof definitions

/** The parsed value of a setting. */
export type SettingValue<Name extends SettingName> = ReturnType<(typeof definitions)[Name]['parse']>

export const settingNames: readonly SettingName[] = Object.keys(definitions).filter(isSettingName)

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(definitions, name)
}
