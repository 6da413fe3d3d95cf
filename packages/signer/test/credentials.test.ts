import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Credentials, createSigner, type SignerOptions } from '../src/index.ts'

const post = { method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{}' }
const start = 1735689600
const longTerm = { secretId: 'AKIDEXAMPLE', secretKey: 'secretEXAMPLE' }
const temporary = (expiration?: number): Credentials => ({ ...longTerm, token: `until-${expiration}`, expiration })

/** A signer whose provider and clock the test controls. */
function harness(create = createSigner, options: Partial<SignerOptions> = {}) {
  const calls: { resolve(credentials: Credentials): void; reject(error: Error): void }[] = []
  const clock = { now: start * 1000 }
  const credentials = () =>
    new Promise<Credentials>((resolve, reject) => {
      calls.push({ resolve, reject })
    })
  const signer = create({ credentials, service: 'faceid', now: () => clock.now, ...options })
  const token = async () => (await signer.sign(post))['x-tc-token']
  return { calls, clock, signer, token }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The package as it loads where `navigator.userAgent` is this. */
async function createSignerIn(userAgent: string): Promise<typeof createSigner> {
  vi.stubGlobal('navigator', { userAgent })
  vi.resetModules()
  return (await import('../src/index.ts')).createSigner
}

describe('a provider', () => {
  test('may return at once, without a promise', async () => {
    const signer = createSigner({ credentials: () => temporary(start), service: 'faceid' })
    expect((await signer.sign(post))['x-tc-token']).toBe(`until-${start}`)
  })

  test('is called once for concurrent callers, and not again while its credentials last', async () => {
    const { calls, token, clock } = harness()
    const waiting = [token(), token(), token()]
    await nextTurn()
    waiting.push(token())
    expect(calls).toHaveLength(1)
    calls[0]?.resolve(temporary(start + 7200))
    expect(await Promise.all(waiting)).toEqual(Array(4).fill(`until-${start + 7200}`))
    clock.now += 7139_000
    await token()
    expect(calls).toHaveLength(1)
  })

  test('is called again 60 seconds before its credentials end', async () => {
    const { calls, token, clock } = harness()
    const first = token()
    calls[0]?.resolve(temporary(start + 7200))
    await first
    clock.now += 7140_000
    const second = token()
    expect(calls).toHaveLength(2)
    calls[1]?.resolve(temporary(start + 14400))
    expect(await second).toBe(`until-${start + 14400}`)
  })

  test('is called by the clock of the server, once that is known', async () => {
    const { calls, token, signer } = harness()
    const first = token()
    calls[0]?.resolve(temporary(start + 7200))
    await first
    signer.setServerTime(start + 7140)
    token().catch(() => {})
    expect(calls).toHaveLength(2)
  })

  test('is called every time when it gives no expiration', async () => {
    const { calls, token } = harness()
    const first = token()
    calls[0]?.resolve(temporary())
    await first
    token().catch(() => {})
    expect(calls).toHaveLength(2)
  })

  test('fails for those who wait, and is called again for the next', async () => {
    const { calls, token } = harness()
    const waiting = [token(), token()]
    const down = new Error('metadata service is down')
    calls[0]?.reject(down)
    expect(await Promise.allSettled(waiting)).toEqual(Array(2).fill({ status: 'rejected', reason: down }))
    const next = token()
    expect(calls).toHaveLength(2)
    calls[1]?.resolve(temporary(start + 7200))
    expect(await next).toBe(`until-${start + 7200}`)
  })

  test('that throws, or returns bad credentials, is called again too', async () => {
    const answers: (() => Credentials)[] = [
      () => {
        throw new Error('no')
      },
      () => ({ ...longTerm, secretKey: '' }),
      () => temporary(start),
    ]
    let asked = 0
    const credentials = () => (answers[asked++] ?? (() => longTerm))()
    const signer = createSigner({ credentials, service: 'faceid' })
    await expect(signer.sign(post)).rejects.toThrow('no')
    await expect(signer.sign(post)).rejects.toThrow('credentials.secretKey must be')
    expect((await signer.sign(post))['x-tc-token']).toBe(`until-${start}`)
    expect(asked).toBe(3)
  })

  test('that is slow does not make the signature old', async () => {
    const { calls, signer, clock } = harness()
    const signed = signer.sign(post)
    clock.now += 86_400_000
    calls[0]?.resolve(temporary())
    const headers = await signed
    expect(headers['x-tc-timestamp']).toBe(`${start + 86_400}`)
    expect(headers.authorization).toContain('/2025-01-02/faceid/')
  })

  test('that is slow leaves an explicit timestamp alone', async () => {
    const { calls, signer, clock } = harness()
    const signed = signer.sign(post, { timestamp: start })
    clock.now += 86_400_000
    calls[0]?.resolve(temporary())
    expect((await signed)['x-tc-timestamp']).toBe(`${start}`)
  })

  test('is not called for a request that is refused', async () => {
    const { calls, signer } = harness()
    await expect(signer.sign({ ...post, url: 'nowhere' })).rejects.toThrow(TypeError)
    await expect(signer.sign(post, { timestamp: start + 0.5 })).rejects.toThrow('timestamp must be')
    expect(calls).toHaveLength(0)
  })
})

describe('on Workers', () => {
  test('callers of one turn share a call; another request makes its own and waits for no other', async () => {
    const { calls, token } = harness(await createSignerIn('Cloudflare-Workers'))
    const dead = [token(), token()]
    expect(calls).toHaveLength(1)
    await nextTurn()
    const alive = [token(), token()]
    expect(calls).toHaveLength(2)
    calls[1]?.resolve(temporary(start + 7200))
    expect(await Promise.all(alive)).toEqual(Array(2).fill(`until-${start + 7200}`))
    await token()
    expect(calls).toHaveLength(2)
    calls[0]?.resolve(temporary(start + 3600))
    expect(await Promise.all(dead)).toEqual(Array(2).fill(`until-${start + 3600}`))
  })
})

describe('in a browser', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

  test('long-term secrets are refused, given or provided', async () => {
    const create = await createSignerIn(chrome)
    const rule = 'credentials must be temporary in a browser'
    expect(() => create({ credentials: longTerm })).toThrow(new TypeError(rule))
    await expect(create({ credentials: async () => longTerm }).sign(post)).rejects.toThrow(new TypeError(rule))
  })

  test('temporary ones are fine', async () => {
    const create = await createSignerIn(chrome)
    const signer = create({ credentials: temporary(start) })
    expect((await signer.sign(post))['x-tc-token']).toBe(`until-${start}`)
  })

  test('the caller may insist', async () => {
    const create = await createSignerIn(chrome)
    const signer = create({ credentials: longTerm, dangerouslyAllowLongTermSecretsInBrowser: true })
    expect('authorization' in (await signer.sign(post))).toBe(true)
  })

  test.each(['Node.js/24', 'Deno/2.9.6', 'Bun/1.4.5', 'Cloudflare-Workers'])('%s is none', async (userAgent) => {
    const create = await createSignerIn(userAgent)
    expect(() => create({ credentials: longTerm })).not.toThrow()
  })

  test('a runtime without navigator is none', async () => {
    vi.stubGlobal('navigator', undefined)
    vi.resetModules()
    const { createSigner: create } = await import('../src/index.ts')
    expect(() => create({ credentials: longTerm })).not.toThrow()
  })
})
