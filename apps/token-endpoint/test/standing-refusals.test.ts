import { Gate } from '@tc3-edge/gate'
import { describe, expect, it } from 'vitest'
import { type Asker, StandingRefusals } from '../src/gate/standing-refusals.ts'

const SECONDS = 10
const CALL_MS = 30
const user = (n: number | string): Asker => ({ id: `user ${n}`, party: 'users' })
const a: Asker = { id: 'a', party: 'a' }
const b: Asker = { id: 'b', party: 'b' }

interface Request {
  readonly at: number
  readonly isolate: number
  readonly caller: Asker
  readonly keyed: boolean
}

interface Served {
  /** Questions that the gate got in each second. */
  readonly asked: readonly number[]
  /** Grants by caller. */
  readonly granted: ReadonlyMap<string, number>
}

/** Requests in the order of their times, each by an isolate of its own memory, before one gate whose calls take 30 ms. */
function serve(requests: readonly Request[], maxWaitMs = 2_000): Served {
  const gate = new Gate({ limit: 20, leaseMs: 5_000, maxWaitMs }, 0, [], () => 0.5)
  const isolates = new Map<number, StandingRefusals>()
  const asked = Array<number>(SECONDS).fill(0)
  const granted = new Map<string, number>()
  const whence = new Map<string, Request>()
  const reports: { at: number; id: string }[] = []
  let wakeAt: number | undefined
  const isolateOf = ({ isolate }: Request) => {
    const known = isolates.get(isolate) ?? new StandingRefusals(() => 0.5)
    isolates.set(isolate, known)
    return known
  }
  const take = (now: number, step: ReturnType<Gate['tick']>) => {
    wakeAt = step.wakeAt
    for (const decision of step.decisions) {
      const request = whence.get(decision.id)
      if (request === undefined) continue
      const { id } = request.caller
      if (decision.kind === 'refused') isolateOf(request).remember(now, request.caller, decision)
      else {
        granted.set(id, (granted.get(id) ?? 0) + 1)
        reports.push({ at: now + CALL_MS, id: decision.id })
      }
    }
  }
  for (const [n, request] of requests.entries()) {
    const { at: now, caller, keyed } = request
    for (let due = reports[0]; due !== undefined && due.at <= now; due = reports[0]) {
      reports.shift()
      const { at, id } = due
      take(at, gate.report(at, { id, caller: 'x', counted: false, outcome: { kind: 'issued', answer: '' } }))
    }
    if (wakeAt !== undefined && wakeAt <= now) take(now, gate.tick(now))
    if (isolateOf(request).standing(now, caller, keyed) !== undefined) continue
    const second = Math.floor(now / 1_000)
    asked[second] = (asked[second] ?? 0) + 1
    whence.set(`${n}`, request)
    const key = keyed ? { keyed: { key: `${n}`, request: '' } } : {}
    take(now, gate.ask(now, { id: `${n}`, caller: caller.id, party: caller.party, patienceMs: maxWaitMs, ...key }))
  }
  return { asked, granted }
}

/** So many requests a second, evenly. */
function evenly(perSecond: number, request: (n: number) => Omit<Request, 'at'>): Request[] {
  return Array.from({ length: perSecond * SECONDS }, (_, n) => ({
    at: Math.floor((n * 1_000) / perSecond),
    ...request(n),
  }))
}

const most = (20 * SECONDS) / (1 + CALL_MS / 1_000)
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)

describe('10,000 requests a second over 50 isolates', () => {
  it.each([
    ['40 callers', 40, false],
    ['10,000 callers', 10_000, false],
    ['10,000 callers, each request with a key of its own', 10_000, true],
  ])('of %s put at most 200 questions a second to the gate, which is used all the same', (_, callers, keyed) => {
    // Every caller comes by every isolate.
    const flood = evenly(10_000, (n) => ({ isolate: n % 50, caller: user(Math.floor(n / 50) % callers), keyed }))
    const { asked, granted } = serve(flood)
    // Isolates begin without knowing of any refusal: the first second is what teaches them.
    expect(asked.slice(1).filter((questions) => questions > 200)).toStrictEqual([])
    expect(asked[0]).toBeLessThan(400)
    expect(sum(granted.values())).toBeGreaterThan(0.95 * most)
  })
})

describe.each([1, 8])('%i isolates', (isolates) => {
  it.each([0, 500, 2_000])('leave no permit idle that many ask for, who wait %i ms', (maxWaitMs) => {
    const many = evenly(100, (n) => ({ isolate: n % isolates, caller: user((n * 7) % 2_000), keyed: false }))
    expect(sum(serve(many, maxWaitMs).granted.values())).toBeGreaterThan(0.94 * most)
  })

  it.each([70, 500])('keep no user from its share because of one that floods with keys, %i a second', (perSecond) => {
    const greedy = evenly(perSecond, (n) => ({ isolate: n % isolates, caller: user('greedy'), keyed: true }))
    const light = evenly(15, (n) => ({ isolate: n % isolates, caller: user(n % 150), keyed: true }))
    const { granted } = serve([...greedy, ...light].sort((one, two) => one.at - two.at))
    const served = sum(granted.values()) - (granted.get(user('greedy').id) ?? 0)
    // Who came last may still wait.
    expect(served).toBeGreaterThan(0.9 * light.length)
  })
})

describe('an isolate', () => {
  it('repeats a refusal to its caller until the time, and to nobody else', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, { reason: 'full', retryAfterMs: 500 })
    expect(refusals.standing(99, a, false)).toBeUndefined()
    expect(refusals.standing(100, a, false)).toEqual({ reason: 'full', retryAfterMs: 400 })
    expect(refusals.standing(100, b, false)).toBeUndefined()
    expect(refusals.standing(500, a, false)).toBeUndefined()
  })

  it('lets somebody through who comes early for once, and nobody who keeps coming early', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, { reason: 'full', retryAfterMs: 500 })
    expect(refusals.standing(100, a, false)).toBeUndefined()
    refusals.remember(100, a, { reason: 'full', retryAfterMs: 500 })
    expect(refusals.standing(200, a, false)).toEqual({ reason: 'full', retryAfterMs: 400 })
    expect(refusals.standing(599, a, false)).toEqual({ reason: 'full', retryAfterMs: 1 })

    expect(refusals.standing(600, a, false)).toBeUndefined()
    refusals.remember(600, a, { reason: 'full', retryAfterMs: 500 })
    expect(refusals.standing(700, a, false)).toBeUndefined()
  })

  it('never keeps a request with a key from its stored answer', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, { reason: 'full', retryAfterMs: 500 })
    expect(refusals.standing(100, a, true)).toBeUndefined()
  })

  it('asks three times a second for a party that was refused by an overloaded gate', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, user(0), { reason: 'full', retryAfterMs: 0, holdBack: 'party' })
    const passed = Array.from({ length: 1_000 }, (_, now) => {
      const asks = refusals.standing(now, user(now), false) === undefined
      if (asks) refusals.remember(now, user(now), { reason: 'full', retryAfterMs: 0, holdBack: 'party' })
      return asks
    })
    expect(passed.filter((asks) => asks)).toHaveLength(3)
    expect(refusals.standing(1_167 + 500, user(1), false)).toBeUndefined()
  })

  it('holds back a caller alone where the gate says so, with a key too', () => {
    const refusals = new StandingRefusals(() => 0.5)
    refusals.remember(0, user(0), { reason: 'full', retryAfterMs: 0, holdBack: 'caller' })
    expect(refusals.standing(0, user(0), true)).toBeUndefined()
    expect(refusals.standing(100, user(0), true)).toEqual({ reason: 'full', retryAfterMs: 1_000 / 3 - 100 + 1_000 })
    expect(refusals.standing(100, user(1), true)).toBeUndefined()
  })

  it('repeats for ten seconds that an hour’s tokens are used up, and says when the hour is over', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, { reason: 'allowance', retryAfterMs: 3_600_000 })
    expect(refusals.standing(1_000, a, false)).toBeUndefined()
    refusals.remember(1_000, a, { reason: 'allowance', retryAfterMs: 3_599_000 })
    expect(refusals.standing(2_000, a, false)).toEqual({ reason: 'allowance', retryAfterMs: 3_598_000 })
    expect(refusals.standing(2_000, a, true)).toBeUndefined()
    expect(refusals.standing(11_000, a, false)).toBeUndefined()
  })

  it('holds back nobody else then', () => {
    const refusals = new StandingRefusals()
    refusals.remember(0, a, { reason: 'full', retryAfterMs: 1_000, holdBack: 'party' })
    expect(refusals.standing(100, b, false)).toBeUndefined()
    expect(refusals.standing(101, b, false)).toBeUndefined()
  })
})
