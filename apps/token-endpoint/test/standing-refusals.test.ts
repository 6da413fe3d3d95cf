import { Gate } from '@tc3-edge/gate'
import { describe, expect, it } from 'vitest'
import { type Asker, StandingRefusals } from '../src/gate/standing-refusals.ts'

const ISOLATES = 50
const OFFERED_PER_SECOND = 10_000
const SECONDS = 10
const CALL_MS = 30

const user = (n: number): Asker => ({ id: `caller ${n}`, party: 'users' })
const a: Asker = { id: 'a', party: 'a' }
const b: Asker = { id: 'b', party: 'b' }

/** 10,000 requests a second over 50 isolates. Answers how many questions the gate got in each second, and its grants. */
function flood({ callers, keyed }: { callers: number; keyed: boolean }): { asked: number[]; granted: number } {
  const gate = new Gate({ limit: 20, leaseMs: 5_000, maxWaitMs: 2_000 }, 0, [], () => 0.5)
  const isolates = Array.from({ length: ISOLATES }, () => new StandingRefusals())
  const asked = Array<number>(SECONDS).fill(0)
  const whence = new Map<string, { isolate: StandingRefusals; caller: Asker }>()
  const reports: { at: number; id: string }[] = []
  let granted = 0
  let wakeAt: number | undefined

  const take = (now: number, step: ReturnType<Gate['tick']>) => {
    wakeAt = step.wakeAt
    for (const decision of step.decisions) {
      const from = whence.get(decision.id)
      whence.delete(decision.id)
      if (decision.kind === 'refused') {
        from?.isolate.remember(now, from.caller, decision.retryAfterMs, decision.overloaded)
      } else {
        granted++
        reports.push({ at: now + CALL_MS, id: decision.id })
      }
    }
  }
  for (let n = 0; n < OFFERED_PER_SECOND * SECONDS; n++) {
    const now = Math.floor((n * 1_000) / OFFERED_PER_SECOND)
    for (let due = reports[0]; due !== undefined && due.at <= now; due = reports[0]) {
      reports.shift()
      const { at, id } = due
      take(at, gate.report(at, { id, caller: 'x', counted: false, outcome: { kind: 'issued', answer: '' } }))
    }
    if (wakeAt !== undefined && wakeAt <= now) take(now, gate.tick(now))

    const isolate = isolates[n % ISOLATES]
    // Every caller comes by every isolate.
    const caller = user(Math.floor(n / ISOLATES) % callers)
    if (isolate === undefined || isolate.standing(now, caller, keyed) !== undefined) continue
    const second = Math.floor(now / 1_000)
    asked[second] = (asked[second] ?? 0) + 1
    whence.set(`${n}`, { isolate, caller })
    const key = keyed ? { keyed: { key: `${n}`, request: '' } } : {}
    take(now, gate.ask(now, { id: `${n}`, caller: caller.id, party: caller.party, patienceMs: 2_000, ...key }))
  }
  return { asked, granted }
}

describe('10,000 requests a second over 50 isolates', () => {
  it.each([
    ['40 callers', { callers: 40, keyed: false }],
    ['10,000 callers', { callers: 10_000, keyed: false }],
    ['10,000 callers, each request with a key of its own', { callers: 10_000, keyed: true }],
  ])('of %s put at most 200 questions a second to the gate, which is used all the same', (_, load) => {
    const { asked, granted } = flood(load)
    // Isolates begin without knowing of any refusal: the first second is what teaches them.
    expect(asked.slice(1).filter((questions) => questions > 200)).toStrictEqual([])
    expect(asked[0]).toBeLessThan(350)
    expect(granted).toBeGreaterThan((0.95 * 20 * SECONDS) / (1 + CALL_MS / 1_000))
  })
})

describe('an isolate', () => {
  it('repeats a refusal to its caller until the time, and to nobody else', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, 500, false)
    expect(refusals.standing(99, a, false)).toBeUndefined()
    expect(refusals.standing(100, a, false)).toBe(400)
    expect(refusals.standing(100, b, false)).toBeUndefined()
    expect(refusals.standing(500, a, false)).toBeUndefined()
  })

  it('lets somebody through who comes early for once, and nobody who keeps coming early', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, 500, false)
    expect(refusals.standing(100, a, false)).toBeUndefined()
    refusals.remember(100, a, 500, false)
    expect(refusals.standing(200, a, false)).toBe(400)
    expect(refusals.standing(599, a, false)).toBe(1)

    expect(refusals.standing(600, a, false)).toBeUndefined()
    refusals.remember(600, a, 500, false)
    expect(refusals.standing(700, a, false)).toBeUndefined()
  })

  it('never keeps a request with a key from its stored answer', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, 500, false)
    expect(refusals.standing(100, a, true)).toBeUndefined()
  })

  it('asks three times a second for a party that was refused by an overloaded gate', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, user(0), 0, true)
    const passed = Array.from({ length: 1_000 }, (_, now) => refusals.standing(now, user(now), false))
    expect(passed.filter((standing) => standing === undefined)).toHaveLength(3)
  })

  it('holds back nobody else then', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, 1_000, true)
    expect(refusals.standing(100, b, false)).toBeUndefined()
    expect(refusals.standing(101, b, false)).toBeUndefined()
  })
})
