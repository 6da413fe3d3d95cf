import { afterEach, describe, expect, it, vi } from 'vitest'
import { BodyBudget } from '../../src/request/body-budget.ts'
import { readTokenRequest } from '../../src/request/read-request.ts'

const MB = 1024 * 1024
const headers = { 'Content-Type': 'application/json' }

afterEach(() => {
  vi.useRealTimers()
})

describe('large bodies', () => {
  const request = (bytes: number) =>
    new Request('https://endpoint.example', { method: 'POST', headers: { 'Content-Length': String(bytes) }, body: 'x' })

  it('are admitted up to 10 MB at a time; others are told when to come back, and small ones always pass', async () => {
    const budget = new BodyBudget()
    const first = await budget.reserve(request(4 * MB), 4 * MB)
    await budget.reserve(request(4 * MB), 4 * MB)
    await expect(budget.reserve(request(4 * MB), 4 * MB)).rejects.toMatchObject({
      code: 'capacity-exhausted',
      options: { retryAfter: expect.any(Number), log: { reason: 'bodies' } },
    })
    await budget.reserve(request(16 * 1024), 4 * MB)
    first[Symbol.dispose]()
    await budget.reserve(request(4 * MB), 4 * MB)
  })

  it('that do not declare their size, or declare nonsense, count as large as the limit', async () => {
    const { readable } = new IdentityTransformStream()
    const chunked = new Request('https://endpoint.example', { method: 'POST', body: readable })
    const budget = new BodyBudget()
    await budget.reserve(chunked, 10 * MB)
    await expect(budget.reserve(request(MB), 10 * MB)).rejects.toMatchObject({ code: 'capacity-exhausted' })
    const other = new BodyBudget()
    await other.reserve(request(Number.NaN), 10 * MB)
    await expect(other.reserve(request(MB), 10 * MB)).rejects.toMatchObject({ code: 'capacity-exhausted' })
  })

  it('of requests that the platform has ended without a word take no room for longer than a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const budget = new BodyBudget()
    await budget.reserve(request(10 * MB), 10 * MB)
    vi.setSystemTime(Date.now() + 59_999)
    await expect(budget.reserve(request(MB), 10 * MB)).rejects.toMatchObject({ code: 'capacity-exhausted' })
    vi.setSystemTime(Date.now() + 1)
    await budget.reserve(request(10 * MB), 10 * MB)
  })
})

describe('a body', () => {
  it('that does not come to its end has 15 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { readable, writable } = new IdentityTransformStream()
    const writer = writable.getWriter()
    const reading = readTokenRequest(
      new Request('https://endpoint.example', { method: 'POST', headers, body: readable }),
      1_000,
    ).catch((error: unknown) => error)
    await writer.write(new TextEncoder().encode('{"preset":'))
    await vi.advanceTimersByTimeAsync(14_999)
    expect(await Promise.race([reading, 'reading'])).toBe('reading')
    await vi.advanceTimersByTimeAsync(1)
    expect(await reading).toMatchObject({ code: 'body-too-slow', message: 'The body did not arrive within 15 s.' })
  })

  it('may come in pieces, also within a character', async () => {
    const { readable, writable } = new IdentityTransformStream()
    const bytes = new TextEncoder().encode('{"parameters":{"Extra":"证件"}}')
    const writing = (async () => {
      const writer = writable.getWriter()
      for (const byte of bytes) await writer.write(Uint8Array.of(byte))
      await writer.close()
    })()
    const request = new Request('https://endpoint.example', { method: 'POST', headers, body: readable })
    expect(await readTokenRequest(request, 1_000)).toMatchObject({ parameters: { Extra: '证件' } })
    await writing
  })
})
