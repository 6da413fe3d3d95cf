import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Env } from '../../src/env.ts'
import { readGateSettings, readSettings } from '../../src/settings/read-settings.ts'
import { pass } from './calls.ts'

/** The bindings of wrangler.jsonc with others over them. */
const bound = (over: object): Env => Object({ ...env, ...over })

it('secrets may come from the Secrets Store', async () => {
  const secret = { get: async () => 'from-the-store' }
  const { credentials } = await readSettings(bound({ TENCENTCLOUD_SECRET_ID: secret, TENCENTCLOUD_SECRET_KEY: secret }))
  expect(credentials).toMatchObject({ secretId: 'from-the-store', secretKey: 'from-the-store' })
})

describe('the Secrets Store', () => {
  afterEach(() => vi.useRealTimers())
  const secretStore = (value: string | Error) => {
    const store = { value, reads: 0 }
    const get = async () => {
      store.reads++
      if (store.value instanceof Error) throw store.value
      return store.value
    }
    return { store, env: bound({ TENCENTCLOUD_SECRET_KEY: { get } }) }
  }
  const keyIn = async (env: Env) => Object((await readSettings(env)).credentials).secretKey

  it('is read once a minute, so a rotated secret is seen without a deployment', async () => {
    vi.setSystemTime(Date.now())
    const { store, env } = secretStore('old')
    const before = await readSettings(env)
    store.value = 'new'
    pass(59_000)
    expect(await readSettings(env)).toBe(before)
    expect(store.reads).toBe(1)
    pass(2_000)
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => keyIn(env)))
    // Whoever comes while one reads takes what is known.
    expect([first, new Set(others)]).toStrictEqual(['new', new Set(['old'])])
    expect(store.reads).toBe(2)
    const after = await readSettings(env)
    expect(await keyIn(env)).toBe('new')
    pass(61_000)
    // The same value leaves everything as it is, the client with its derived keys too.
    expect(await readSettings(env)).toBe(after)
    expect(store.reads).toBe(3)
  })

  it('that fails later leaves what was read before', async () => {
    vi.setSystemTime(Date.now())
    const { store, env } = secretStore('old')
    expect(await keyIn(env)).toBe('old')
    store.value = new Error('the store is down')
    pass(61_000)
    expect(await keyIn(env)).toBe('old')
    store.value = 'new'
    pass(61_000)
    expect(await keyIn(env)).toBe('new')
  })

  it('that fails at first is named without its words, and asked again', async () => {
    const { store, env } = secretStore(new Error('secret-of-the-store'))
    await expect(readSettings(env)).rejects.toThrow(/^TENCENTCLOUD_SECRET_KEY could not be read from the Secrets Store/)
    store.value = 'good'
    expect(await keyIn(env)).toBe('good')
  })
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
