import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Outcome, Permits, REST_MS, survivors } from '../src/index.ts'

const settings = { limit: 20, leaseMs: 5_000 }
const grantAll = (permits: Permits, now: number, from = 0) => {
  const grants: string[] = []
  for (let n = from; permits.take(now, `g${n}`); n++) grants.push(`g${n}`)
  return grants
}

describe('permits', () => {
  it('admits a burst of 20 at once, and not one more', () => {
    expect(grantAll(new Permits(settings), 1_000)).toHaveLength(20)
  })

  it('frees a permit one second after its report, and not a millisecond before', () => {
    const permits = new Permits(settings)
    grantAll(permits, 0)
    permits.report(100, 'g7', 'answered')
    expect(permits.nextFreeAt(100)).toBe(100 + REST_MS)
    expect(permits.take(100 + REST_MS - 1, 'early')).toBeUndefined()
    expect(permits.take(100 + REST_MS, 'in time')).toMatchObject({ slot: 7 })
  })

  it('frees a permit nobody reported on one second after its lease', () => {
    const permits = new Permits(settings)
    grantAll(permits, 0)
    expect(permits.take(5_000 + REST_MS - 1, 'early')).toBeUndefined()
    expect(grantAll(permits, 5_000 + REST_MS, 100)).toHaveLength(20)
  })

  it('keeps the permit of a call without an answer until its lease has ended', () => {
    const permits = new Permits(settings)
    grantAll(permits, 0)
    permits.report(50, 'g0', 'unknown')
    expect(permits.nextFreeAt(50)).toBe(5_000 + REST_MS)
  })

  it('frees the permit of a call that was never sent at once', () => {
    const permits = new Permits(settings)
    grantAll(permits, 0)
    permits.report(50, 'g0', 'not-sent')
    expect(permits.nextFreeAt(50)).toBe(50)
  })

  it('takes one report for a grant, and none for a grant that is over', () => {
    const permits = new Permits(settings)
    permits.take(0, 'first')
    expect(permits.report(10, 'first', 'answered')).toBeDefined()
    expect(permits.report(20, 'first', 'not-sent')).toBeUndefined()
    permits.take(10 + REST_MS, 'second')
    expect(permits.report(10 + REST_MS, 'first', 'not-sent')).toBeUndefined()
  })

  it('counts permits that were taken under a higher limit', () => {
    const before = new Permits(settings)
    const rows = Array.from({ length: 20 }, (_, n) => before.take(0, `g${n}`)).filter((row) => row !== undefined)
    const after = new Permits({ ...settings, limit: 5 }, rows)
    expect(after.take(1, 'g')).toBeUndefined()
    for (let n = 0; n < 16; n++) after.report(10, `g${n}`, 'not-sent')
    expect(grantAll(after, 11, 100)).toHaveLength(1)
  })

  it('takes a permit that was in use before a restart as granted or reported just now', () => {
    const before = new Permits(settings)
    const held = before.take(1_000, 'held')
    before.take(1_000, 'reported')
    const reported = before.report(1_100, 'reported', 'answered')
    const idle = { slot: 2, grant: 'idle', grantedAt: 0, leaseEndsAt: 5_000, reported: true, freeAt: 1_001 }
    const rows = [held, reported, idle].filter((row) => row !== undefined)
    // The new machine's clock is three seconds ahead.
    expect(survivors(20_000 - 8_000, rows, 5_000)).toMatchObject([
      { grant: 'held', freeAt: 12_000 + 5_000 + REST_MS },
      { grant: 'reported', freeAt: 12_000 + REST_MS },
      { grant: 'idle', freeAt: 1_001 },
    ])
  })

  it('counts the fraction that a clock of whole milliseconds hides', () => {
    const permits = new Permits(settings)
    const grants = grantAll(permits, Math.floor(0.2))
    const arrivals = grants.map(() => 0.9)
    for (const grant of grants) permits.report(Math.floor(0.95), grant, 'answered')
    for (let now = 1; now < 1_005; now++) if (permits.take(now, `again at ${now}`)) arrivals.push(now)
    expect(arrivals.length).toBeGreaterThan(20)
    expect(mostInAnySecond(arrivals)).toBe(20)
  })

  it('never lets more than 20 arrive in any second, whatever the delays and outcomes', () => {
    const call = fc.record({
      wait: fc.integer({ min: 0, max: 120 }),
      arrives: fc.double({ min: 0, max: 1, noNaN: true }),
      takes: fc.integer({ min: 0, max: 4_999 }),
      outcome: fc.constantFrom<Outcome | 'silence'>('answered', 'answered', 'answered', 'unknown', 'silence'),
    })
    fc.assert(
      fc.property(fc.array(call, { minLength: 200, maxLength: 600 }), (calls) => {
        const arrivals = simulate(calls)
        expect(mostInAnySecond(arrivals)).toBeLessThanOrEqual(20)
      }),
      { numRuns: 100 },
    )
  })
})

interface SimulatedCall {
  readonly wait: number
  readonly arrives: number
  readonly takes: number
  readonly outcome: Outcome | 'silence'
}

/** Runs calls against permits whose clock shows whole milliseconds, and answers when each arrived, in real time. */
function simulate(calls: readonly SimulatedCall[]): number[] {
  const permits = new Permits(settings)
  const arrivals: number[] = []
  const reports: { at: number; grant: string; outcome: Outcome }[] = []
  let now = 0
  calls.forEach((call, n) => {
    now += call.wait + 0.37
    for (const due of reports.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
      permits.report(Math.floor(due.at), due.grant, due.outcome)
      reports.splice(reports.indexOf(due), 1)
    }
    if (!permits.take(Math.floor(now), `g${n}`)) return
    const latest = call.outcome === 'answered' ? call.takes : settings.leaseMs
    arrivals.push(now + latest * call.arrives)
    if (call.outcome !== 'silence') reports.push({ at: now + call.takes, grant: `g${n}`, outcome: call.outcome })
  })
  return arrivals
}

function mostInAnySecond(arrivals: readonly number[]): number {
  const sorted = arrivals.toSorted((a, b) => a - b)
  return Math.max(0, ...sorted.map((start) => sorted.filter((at) => at >= start && at < start + 1_000).length))
}
