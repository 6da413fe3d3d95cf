import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Env } from '../../src/env.ts'
import { readGateSettings, readSettings } from '../../src/settings/read-settings.ts'

/** The bindings of wrangler.jsonc with others over them. */
const bound = (over: object): Env => Object({ ...env, ...over })

it('secrets may come from the Secrets Store', async () => {
  const secret = { get: async () => 'from-the-store' }
  const { credentials } = await readSettings(bound({ TENCENTCLOUD_SECRET_ID: secret, TENCENTCLOUD_SECRET_KEY: secret }))
  expect(credentials).toMatchObject({ secretId: 'from-the-store', secretKey: 'from-the-store' })
})

describe('settings as wrangler.jsonc may hold them', () => {
  it('may be numbers and objects', async () => {
    const env = bound({ QUOTA_PER_SECOND: 5, MAX_WAIT_MS: 300, PRESETS: { desk: { backends: {} } } })
    expect(readGateSettings(env)).toMatchObject({ quotaPerSecond: 5, maxWaitMs: 300 })
    expect(await readSettings(env)).toMatchObject({ quotaPerSecond: 5, presets: { desk: { backends: {} } } })
  })

  it('are refused as numbers like as text', async () => {
    await expect(readSettings(bound({ MAX_WAIT_MS: -7 }))).rejects.toThrow('MAX_WAIT_MS should be')
  })

  it('of the gate are refused as secrets in the store, where the gate does not see them', async () => {
    const env = bound({ QUOTA_PER_SECOND: { get: async () => '5' } })
    await expect(readSettings(env)).rejects.toThrow('QUOTA_PER_SECOND should be a variable of the Worker')
  })
})
