/** The names of all settings: Worker variables and secrets. */
export const settingNames = [
  'TENCENTCLOUD_SECRET_ID',
  'TENCENTCLOUD_SECRET_KEY',
  'TENCENTCLOUD_SESSION_TOKEN',
  'FACEID_ENDPOINT',
  'FACEID_REGION',
  'AUTH_JWKS_URL',
  'AUTH_ISSUER',
  'AUTH_AUDIENCE',
  'API_KEY_HASHES',
  'PRESETS',
  'QUOTA_PER_SECOND',
  'UPSTREAM_TIMEOUT_MS',
  'MAX_WAIT_MS',
  'SIGNATURE_LIFETIME_MS',
  'APPOINTMENT_HORIZON_SECONDS',
  'TOKENS_PER_DAY',
  'TOKENS_PER_CALLER_PER_HOUR',
  'SDK_TOKEN_TTL_SECONDS',
  'CORS_ORIGINS',
] as const

export type SettingName = (typeof settingNames)[number]
