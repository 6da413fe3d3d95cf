import { describe, expect, it } from 'vitest'
import { Permits, REST_MS, survivors } from '../src/permits.ts'

const LIMIT = 20
const LEASE_MS = 5_000

/** Grants `g0`, `g1`, ... while there are permits. */
function grantAll(permits: Permits, now: number, limit = LIMIT): string[] {
  const grants: string[] = []
  while (permits.take(now, limit, `g${grants.length} at ${now}`)) grants.push(`g${grants.length} at ${now}`)
  return grants
}

describe('permits', () => {
  it('admit a burst of 20 at once, and not one more', () => {
    expect(grantAll(new Permits(LEASE_MS), 1_000)).toHaveLength(20)
  })

  it('are free one second after the report, and not a millisecond before', () => {
    const permits = new Permits(LEASE_MS)
    grantAll(permits, 0)
    permits.report(100, 'g7 at 0', true)
    expect(permits.nextFreeAt(100, LIMIT)).toBe(100 + REST_MS)
    expect(permits.take(100 + REST_MS - 1, LIMIT, 'early')).toBeUndefined()
    expect(permits.take(100 + REST_MS, LIMIT, 'in time')).toMatchObject({ slot: 7 })
  })

  it('are free one second after the lease if nobody reports', () => {
    const permits = new Permits(LEASE_MS)
    grantAll(permits, 0)
    expect(permits.take(LEASE_MS + REST_MS - 1, LIMIT, 'early')).toBeUndefined()
    expect(grantAll(permits, LEASE_MS + REST_MS)).toHaveLength(20)
  })

  it('stay taken until the lease ends where the end of a call is not known', () => {
    const permits = new Permits(LEASE_MS)
    grantAll(permits, 0)
    permits.report(50, 'g0 at 0', false)
    expect(permits.nextFreeAt(50, LIMIT)).toBe(LEASE_MS + REST_MS)
  })

  it('are free at once when they were not used', () => {
    const permits = new Permits(LEASE_MS)
    grantAll(permits, 0)
    permits.giveBack(50, 'g0 at 0')
    expect(permits.nextFreeAt(50, LIMIT)).toBe(50)
  })

  it('take one report for a grant, and none for a grant that is over', () => {
    const permits = new Permits(LEASE_MS)
    permits.take(0, LIMIT, 'first')
    expect(permits.report(10, 'first', true)).toBeDefined()
    expect(permits.giveBack(20, 'first')).toBeUndefined()
    permits.take(10 + REST_MS, LIMIT, 'second')
    expect(permits.giveBack(10 + REST_MS, 'first')).toBeUndefined()
  })

  it('count those that were taken under a higher limit', () => {
    const permits = new Permits(LEASE_MS)
    const grants = grantAll(permits, 0)
    expect(permits.take(1, 5, 'g')).toBeUndefined()
    for (const grant of grants.slice(0, 16)) permits.giveBack(10, grant)
    expect(grantAll(permits, 11, 5)).toHaveLength(1)
  })

  it('count the fraction that a clock of whole milliseconds hides', () => {
    const permits = new Permits(LEASE_MS)
    const grants = grantAll(permits, Math.floor(0.2))
    // All arrive at 0.9 and are reported at 0.95, which the clock shows as 0. The next must not arrive before 1,000.9.
    for (const grant of grants) permits.report(Math.floor(0.95), grant, true)
    expect(permits.take(1_000, LIMIT, 'early')).toBeUndefined()
    expect(permits.take(1_001, LIMIT, 'in time')).toBeDefined()
  })

  it('of an earlier life count as granted or reported just now, if they were in use a short while ago', () => {
    const before = new Permits(LEASE_MS)
    const held = before.take(11_000, LIMIT, 'held')
    before.take(11_000, LIMIT, 'reported')
    const reported = before.report(11_100, 'reported', true)
    const idle = { slot: 2, grant: 'idle', grantedAt: 0, leaseEndsAt: 5_000, reported: true, freeAt: 1_001 }
    const rows = [held, reported, idle].filter((row) => row !== undefined)
    // The new machine's clock is a second behind, or nine ahead: it makes no difference.
    for (const now of [10_000, 20_000]) {
      expect(survivors(now, rows, LEASE_MS)).toMatchObject([
        { grant: 'held', freeAt: now + LEASE_MS + REST_MS },
        { grant: 'reported', freeAt: now + REST_MS },
        { grant: 'idle', freeAt: now < 11_001 ? now + REST_MS : 1_001 },
      ])
    }
  })
})
