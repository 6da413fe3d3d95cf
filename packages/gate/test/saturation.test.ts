import { describe, expect, it } from 'vitest'
import { type Load, saturate } from './saturation.ts'

const CALLERS = 40
const callTimes = [
  { least: 30, spread: 15 },
  { least: 300, spread: 150 },
]

/** So many times the quota, of which one caller asks for nine tenths. */
const oneGreedy = (times: number) => {
  const offered = 20 * times
  return [offered * 0.9, ...Array<number>(CALLERS - 1).fill((offered * 0.1) / (CALLERS - 1))]
}

const partings: [name: string, party: Load['party']][] = [
  ['40 backends', (caller) => `backend ${caller}`],
  ['40 app users', () => 'users'],
]

const SEEDS = [1, 2, 3]

/** What each light caller was due, the lesser of what it asked and its fair share, and what it got. */
function lightCallers({ asked, served }: ReturnType<typeof saturate>) {
  const fair = served.reduce((sum, tokens) => sum + tokens, 0) / CALLERS
  return served.slice(1).map((got, n) => ({ due: Math.min(asked[n + 1] ?? 0, fair), got }))
}

describe.each(partings)('%s, one of which asks for nine tenths of everything', (_, party) => {
  describe.each(callTimes)('calls that take $least ms and more', (callMs) => {
    it.each([1, 2, 5, 10])('at %i times the quota: all of it is used, and nobody waits past its patience', (times) => {
      const { waits, use } = saturate({ rates: oneGreedy(times), party, callMs, seconds: 120, seed: 1 })
      expect(use).toBeGreaterThan(0.95)
      expect(Math.max(...waits)).toBeLessThanOrEqual(2_000)
    })

    it.each([1, 2, 5, 10])('at %i times the quota: over five minutes every light caller has its share', (times) => {
      for (const seed of SEEDS) {
        const load = saturate({ rates: oneGreedy(times), party, callMs, seconds: 300, seed })
        const shares = lightCallers(load).map(({ due, got }) => got / due)
        expect(Math.min(...shares)).toBeGreaterThan(0.95)
      }
    })

    // At 10 times the quota all callers ask for more than there is. A token is then 8 % of what is due in half a minute.
    it.each([1, 2, 5, 10])('at %i times the quota: over half a minute none is three tokens behind', (times) => {
      for (const seed of SEEDS) {
        const load = saturate({ rates: oneGreedy(times), party, callMs, seconds: 30, seed })
        const behind = lightCallers(load).map(({ due, got }) => due - got)
        expect(Math.max(...behind)).toBeLessThan(3)
      }
    })
  })
})

it('backends and the pool of app users take turns, however many users there are', () => {
  const rates = [...Array<number>(50).fill(1), 40, 40]
  const party = (caller: number) => (caller < 50 ? 'users' : `backend ${caller}`)
  const callMs = { least: 30, spread: 0 }
  const { served } = saturate({ rates, party, callMs, seconds: 60, seed: 2 })
  const users = served.slice(0, 50).reduce((sum, tokens) => sum + tokens, 0)
  const third = served.reduce((sum, tokens) => sum + tokens, 0) / 3
  for (const tokens of [users, served[50] ?? 0, served[51] ?? 0]) expect(tokens / third).toBeCloseTo(1, 1)
})
