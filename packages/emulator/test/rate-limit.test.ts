import { describe, expect, it } from 'vitest'
import { createRateLimit } from '../src/gateway/rate-limit.ts'
import { createEmulator, developmentCredential, type EmulatorOptions } from '../src/index.ts'
import { codeOf } from './support/caller.ts'
import { seeded } from './support/random.ts'

const SECOND = Date.UTC(2026, 4, 6, 12)

describe('calendar seconds', () => {
  it('start anew with each second of the clock, so that 40 calls fit into a moment', async () => {
    const outcomes = await callAt([...times(21, 999), ...times(21, 1000)], { window: 'calendar' })
    expect(outcomes).toEqual([...admitted(20), 'RequestLimitExceeded', ...admitted(20), 'RequestLimitExceeded'])
  })
})

describe('sliding seconds', () => {
  it('look back one second, whatever the clock shows', async () => {
    const outcomes = await callAt([...times(20, 999), ...times(1, 1000), ...times(1, 1998.9)], { window: 'sliding' })
    expect(outcomes).toEqual([...admitted(20), 'RequestLimitExceeded', 'RequestLimitExceeded'])
  })

  it('are half-open: a call exactly one second later is free', async () => {
    const outcomes = await callAt([...times(20, 999), ...times(21, 1999)], { window: 'sliding' })
    expect(outcomes).toEqual([...admitted(40), 'RequestLimitExceeded'])
  })

  it('can count refused calls: who keeps hammering stays out', async () => {
    const hammering = [...times(20, 0), ...times(20, 500), ...times(1, 1000)]
    expect((await callAt(hammering, { countRefused: false })).at(-1)).toBe('ok')
    expect((await callAt(hammering, { countRefused: true })).at(-1)).toBe('RequestLimitExceeded')
  })

  it('admit what a brute-force count admits', () => {
    const random = seeded(7)
    for (const countRefused of [false, true]) {
      const limit = 1 + Math.floor(random() * 5)
      const limiter = createRateLimit('sliding', countRefused)
      const counted: number[] = []
      let now = SECOND
      for (let call = 0; call < 5000; call++) {
        now += Math.floor(random() * 8) * 62.5
        const expected = counted.filter((time) => time > now - 1000).length < limit
        if (expected || countRefused) counted.push(now)
        expect(limiter.admit('key', limit, now)).toBe(expected)
      }
    }
  })
})

describe('what is counted together', () => {
  const one = { secretId: 'AKID-one', secretKey: 'one', account: '100' }
  const two = { secretId: 'AKID-two', secretKey: 'two', account: '100' }
  const other = { secretId: 'AKID-other', secretKey: 'other' }
  const options = { credentials: [one, two, other], requestsPerSecond: 1, clock: () => SECOND }
  const timestamp = SECOND / 1000

  it('is an account, whichever of its keys signs', async () => {
    const { fetch } = createEmulator(options)
    expect(await codeOf(fetch, {}, { credential: one, timestamp })).toBe('ok')
    expect(await codeOf(fetch, {}, { credential: two, timestamp })).toBe('RequestLimitExceeded')
    expect(await codeOf(fetch, {}, { credential: other, timestamp })).toBe('ok')
  })

  it('leaves out calls that prove no account, and takes in those with wrong parameters', async () => {
    const { fetch } = createEmulator(options)
    const forged = { ...one, secretKey: 'wrong' }
    expect(await codeOf(fetch, {}, { credential: forged, timestamp })).toBe('AuthFailure.SignatureFailure')
    expect(await codeOf(fetch, { Bogus: 1 }, { credential: one, timestamp })).toBe('UnknownParameter')
    expect(await codeOf(fetch, {}, { credential: one, timestamp })).toBe('RequestLimitExceeded')
  })
})

describe('an expired call', () => {
  const expired = { timestamp: SECOND / 1000 - 301 }
  const good = { timestamp: SECOND / 1000 }

  it('uses no quota, unless it is to be counted', async () => {
    const free = createEmulator({ requestsPerSecond: 1, clock: () => SECOND })
    expect(await codeOf(free.fetch, {}, expired)).toBe('AuthFailure.SignatureExpire')
    expect(await codeOf(free.fetch, {}, good)).toBe('ok')
    const counting = createEmulator({ requestsPerSecond: 1, clock: () => SECOND, countExpired: true })
    expect(await codeOf(counting.fetch, {}, expired)).toBe('AuthFailure.SignatureExpire')
    expect(await codeOf(counting.fetch, {}, expired)).toBe('AuthFailure.SignatureExpire')
    expect(await codeOf(counting.fetch, {}, good)).toBe('RequestLimitExceeded')
  })

  it('uses the quota of nobody where its signature is forged', async () => {
    const { fetch } = createEmulator({ requestsPerSecond: 1, clock: () => SECOND, countExpired: true })
    const forged = { ...developmentCredential, secretKey: 'forged' }
    expect(await codeOf(fetch, {}, { ...expired, credential: forged })).toBe('AuthFailure.SignatureExpire')
    expect(await codeOf(fetch, {}, good)).toBe('ok')
  })
})

/** One call at each of these times, in milliseconds after a full second. */
async function callAt(offsets: number[], options: EmulatorOptions): Promise<string[]> {
  let now = SECOND
  const { fetch } = createEmulator({ ...options, clock: () => now })
  const outcomes: string[] = []
  for (const offset of offsets) {
    now = SECOND + offset
    outcomes.push(await codeOf(fetch, {}, { timestamp: SECOND / 1000 }))
  }
  return outcomes
}

function times(count: number, offset: number): number[] {
  return Array.from({ length: count }, () => offset)
}

function admitted(count: number): string[] {
  return Array.from({ length: count }, () => 'ok')
}
