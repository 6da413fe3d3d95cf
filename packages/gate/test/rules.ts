// What random worlds seldom meet, each rule as a story of a few calls. Throws where one is broken.
import type * as GateModule from '../src/index.ts'
import type { AcquireRequest, Decision, GateSettings } from '../src/index.ts'

const settings: GateSettings = { limit: 20, maxWaitMs: 0, lifetimeS: 6, signing: 'backdated', horizonS: 60 }
const START = 1_700_000_000_000
const HOUR_MS = 3_600_000

export function checkRules(module: typeof GateModule): void {
  const rules = [
    presentTime,
    outage,
    recovery,
    twoPermits,
    virtualTime,
    replays,
    slices,
    faults,
    kept,
    stepOfAClock,
    uncertain,
    pressure,
    pressureOfFew,
    cache,
    returning,
  ]
  for (const rule of rules) rule(module)
}

function gateOf({ Gate, MemoryStore }: typeof GateModule, over: Partial<GateSettings> = {}) {
  const store = new MemoryStore()
  const gate = new Gate({ ...settings, ...over }, store, START, () => 0.5)
  let number = 0
  const acquire = (at: number, request: Partial<AcquireRequest> = {}): Decision | undefined => {
    const id = `${number++}`
    const all = { id, caller: 'c', tenant: 'c', maxWaitMs: settings.maxWaitMs, ...request }
    return gate.acquire(START + at, all).decisions.find((decision) => decision.id === all.id)
  }
  const granted = (at: number, request: Partial<AcquireRequest> = {}) => {
    const decision = acquire(at, request)
    if (decision?.kind !== 'granted') throw new Error(`not granted at ${at}: ${JSON.stringify(decision)}`)
    return decision
  }
  const end = (at: number, id: string, kind: 'refused' | 'unknown' | 'expired' | 'throttled', date?: number) =>
    gate.complete(START + at, { id, outcome: { kind }, date })
  return { gate, store, acquire, granted, end }
}

function presentTime(module: typeof GateModule): void {
  const { gate, store, granted, end } = gateOf(module)
  const expire = (at: number, after: number) => {
    const { id } = granted(at)
    return end(at + after, id, 'expired').notices.length
  }
  // Signed 294 s back, by a clock that may be 2 s before or behind: after 7 s it may have expired.
  equal([expire(0, 7_000), expire(10_000, 7_000), gate.signing(START + 20_000)], [0, 0, 'backdated'], 'stale refusals')
  expire(30_000, 50)
  end(31_000, granted(31_000).id, 'refused')
  expire(32_000, 50)
  equal(gate.signing(START + 33_000), 'backdated', 'two refusals that are not in a row')
  equal([expire(34_000, 50), gate.signing(START + 35_000)], [1, 'present'], 'two in a row')
  equal(granted(36_000).timestamp, (START + 36_000) / 1_000 + 2, 'the present time')
  const restartedAt = (at: number) => new module.Gate(settings, store, START + at, () => 0.5)
  equal(restartedAt(40_000).signing(START + 40_000), 'present', 'after a restart')
  for (const each of [gate, restartedAt(40_000)])
    equal(each.signing(START + 34_050 + 3_600_000), 'backdated', 'after an hour')
  equal(restartedAt(-HOUR_MS).signing(START), 'backdated', 'an hour after a restart at an earlier time')
}

function outage(module: typeof GateModule): void {
  const { acquire, granted, end } = gateOf(module)
  for (const { id } of Array.from({ length: 5 }, () => granted(0))) end(5_000, id, 'unknown')
  const { id } = granted(5_000)
  equal(acquire(5_001)?.kind, 'refused', 'one call at a time')
  end(5_060, id, 'refused')
  equal(granted(5_061).kind, 'granted', 'after a known end')
}

/** Twenty calls have no known end. A later request is served as soon as their signatures have expired. */
function recovery(module: typeof GateModule): void {
  const { gate, granted, end } = gateOf(module, { maxWaitMs: 2_000 })
  for (const { id } of Array.from({ length: 20 }, () => granted(0))) end(5_000, id, 'unknown')
  const acquire = (at: number, name: string) =>
    gate.acquire(START + at, { id: name, caller: name, tenant: 'users', holder: name, maxWaitMs: 2_000 }).decisions[0]
  const decisions = Array.from({ length: 20 }, (_, n) => acquire(5_500, `user-${n}`))
  const seconds = decisions.map((decision) => (decision?.kind === 'refused' ? decision.retryAfterS : 0))
  // They expire at 11.000, and are free 1.001 s later: within a cycle of the second that begins at 11.
  equal([Math.min(...seconds), Math.max(...seconds)], [6, 7], 'the first seconds in which there are permits')
  equal(acquire(12_000, 'early'), undefined, 'waits until they are free')
  equal(gate.tick(START + 12_001).decisions.length, 1, 'one call finds out')
  for (let n = 0; n < 19; n++) equal(acquire(12_002, `late-${n}`), undefined, 'others wait for what it finds')
  equal(
    gate.complete(START + 12_060, { id: 'early', outcome: { kind: 'refused' } }).decisions.length,
    19,
    'all are served',
  )
}

/** A grant was lost, and acquired again once it had expired: the request has two permits, and makes one call. */
function twoPermits(module: typeof GateModule): void {
  const { gate, granted } = gateOf(module)
  granted(0, { id: 'a' })
  const { timestamp } = granted(11_500, { id: 'a' })
  gate.complete(START + 11_560, { id: 'a', timestamp, outcome: { kind: 'refused' } })
  for (let n = 0; n < 20; n++) granted(12_600)
}

/** Services by appointment do not use up the credit of new callers. */
function virtualTime(module: typeof GateModule): void {
  const { gate, acquire, granted, end } = gateOf(module, { limit: 1, maxWaitMs: 10_000 })
  let at = 0
  const serve = (caller: string, tenant = 'users') => {
    at += 3_000
    const { id } = granted(at, { caller, tenant, holder: caller })
    return () => end(at + 50, id, 'refused')
  }
  for (let n = 0; n < 30; n++) serve('regular')()
  for (let n = 0; n < 3; n++) serve('rare')()
  for (let n = 0; n < 5; n++) {
    const endOther = serve('backend', 'backend')
    equal(acquire(at + 1, { caller: 'regular', tenant: 'users', holder: 'regular' })?.kind, 'refused', 'has to return')
    endOther()
    serve('regular')()
  }
  const endOther = serve('backend', 'backend')
  for (const id of ['rare', 'new']) acquire(at + 1, { id, caller: id, tenant: 'users', maxWaitMs: 10_000 })
  endOther()
  equal(gate.tick(START + at + 1_051).decisions[0]?.id, 'new', 'the least served is next')
}

function replays(module: typeof GateModule): void {
  const replayedFor = (replayMs: number, lastMs: number) => {
    const { gate, acquire, granted } = gateOf(module)
    const idempotent = { key: 'k', fingerprint: 'r' }
    const { id } = granted(0, { idempotent })
    gate.complete(START + 60, { id, idempotent, outcome: { kind: 'succeeded', answer: 'token', replayMs } })
    return [acquire(60 + lastMs - 1, { idempotent })?.kind, acquire(60 + lastMs, { idempotent })?.kind]
  }
  equal(replayedFor(480_000, 480_000), ['replayed', 'granted'], 'as long as the answer may be replayed')
  equal(replayedFor(7_080_000, 600_000), ['replayed', 'granted'], 'ten minutes at most')
}

function slices(module: typeof GateModule): void {
  const { gate, acquire, granted } = gateOf(module, { limit: 200 })
  const quotas = [{ name: 'c', scope: 'caller', limit: 101, windowMs: 3_600_000 }] as const
  const late = 299_000 - (START % 300_000)
  for (let n = 0; n < 101; n++) granted(late, { quotas })
  equal(acquire(late + 3_599_999, { quotas })?.kind, 'refused', 'a quota of slices within its window')
  equal(granted(late + 3_900_000, { quotas }).kind, 'granted', 'a quota of slices after its window')
  const exact = [{ name: 'd', scope: 'caller', limit: 2, windowMs: 3_600_000 }] as const
  granted(4_000_000, { quotas: exact })
  const { id } = granted(5_000_000, { quotas: exact })
  gate.complete(START + 5_000_060, { id, quotas: exact, outcome: { kind: 'refused' } })
  granted(5_000_100, { quotas: exact })
  // Which of the two was given back is not known: what is left counts as the newer.
  equal(acquire(4_000_000 + 3_600_001, { quotas: exact })?.kind, 'refused', 'the oldest token is given back')
}

/** A fault of the service may have come after it issued the token. */
function faults(module: typeof GateModule): void {
  const { gate, acquire, granted } = gateOf(module)
  const quotas = [{ name: 'c', scope: 'caller', limit: 1, windowMs: 3_600_000 }] as const
  const idempotent = { key: 'k', fingerprint: 'r' }
  const { id } = granted(0, { quotas, idempotent })
  gate.complete(START + 60, { id, quotas, idempotent, outcome: { kind: 'failed' } })
  equal(acquire(61, { quotas })?.kind, 'refused', 'a call that failed counts for quotas')
  equal(granted(62, { idempotent }).kind, 'granted', 'a call that failed releases its key')
}

/** 300 users come within a second, heed Retry-After, and are all served when they return. */
function kept(module: typeof GateModule): void {
  const { gate } = gateOf(module, { maxWaitMs: 2_000 })
  const events: { at: number; run: () => void }[] = []
  const add = (at: number, run: () => void) => {
    const index = events.findIndex((event) => event.at > at)
    events.splice(index < 0 ? events.length : index, 0, { at, run })
  }
  const served = new Set<string>()
  const returned = new Map<string, number>()
  let wake: number | undefined
  const take = (at: number, { decisions, wakeAt }: GateModule.Step) => {
    for (const decision of decisions) {
      const [user = ''] = decision.id.split('/')
      if (decision.kind === 'granted') {
        served.add(user)
        add(at + 60, () => take(at + 60, gate.complete(at + 60, { id: decision.id, outcome: { kind: 'refused' } })))
      } else if (decision.kind === 'refused') {
        equal(decision.promised, true, 'room for 300 within a minute')
        equal(returned.has(user), false, 'one return is enough')
        returned.set(user, at)
        const back = at + 1_000 * decision.retryAfterS
        add(back, () => acquire(back, user))
      }
    }
    wake = wakeAt
    if (wakeAt !== undefined) add(wakeAt, () => wake === wakeAt && take(wakeAt, gate.tick(wakeAt)))
  }
  const acquire = (at: number, user: string) => {
    const request = { id: `${user}/${at}`, caller: user, tenant: 'users', holder: user, maxWaitMs: 2_000 }
    take(at, gate.acquire(at, request))
  }
  for (let n = 0; n < 300; n++)
    add(START + Math.floor(n * 3.3), () => acquire(START + Math.floor(n * 3.3), `user-${n}`))
  let happened = 0
  for (let event = events.shift(); event !== undefined; event = events.shift()) {
    event.run()
    if (++happened > 10_000) throw new Error('the gate wants to be woken for ever')
  }
  equal(served.size, 300, 'all served')
}

function stepOfAClock(module: typeof GateModule): void {
  const { granted, end } = gateOf(module)
  const date = (at: number) => Math.floor((START + at) / 1_000) * 1_000
  end(60, granted(0).id, 'refused', date(90_000))
  const { timestamp } = granted(2_000)
  equal(Math.abs(timestamp - (date(92_000) / 1_000 - 294)) <= 2, true, 'Tencent’s time')
  // Ten minutes on, with the clocks 200 ms further apart each time: what was seen long ago does not count.
  for (let n = 1; n <= 8; n++) end(n * 400_000 + 60, granted(n * 400_000).id, 'refused', date(n * 400_200 + 90_000))
  const later = granted(3_300_000).timestamp
  equal(Math.abs(later - (date(3_301_600 + 90_000) / 1_000 - 294)) <= 2, true, 'Tencent’s time, drifting')
}

function pressure(module: typeof GateModule): void {
  const { acquire, granted } = gateOf(module)
  for (let n = 0; n < 20; n++) granted(0)
  let refused: Decision | undefined
  for (let n = 0; n < 3_000; n++) refused = acquire(n, { caller: `user-${n}`, holder: `user-${n}`, sampled: 0.5 })
  if (refused?.kind !== 'refused') throw new Error('granted')
  const { forward = 1, due = [] } = refused.pressure ?? {}
  // 1,000 a second, each for two: of 2,000 a second a fifth are forwarded.
  equal([forward > 0.18 && forward < 0.25, due.length > 50], [true, true], 'a part is forwarded, and who comes soon')
}

/**
 * An isolate that forwards a part refuses the rest for five seconds: no appointment may fall into them. There
 * is room soon again and again, since calls take less time than was assumed.
 */
function returning(module: typeof GateModule): void {
  const { acquire, end } = gateOf(module)
  const isolates: { readonly knows: GateModule.RefusalCache; readonly from: number }[] = []
  const appointments: { readonly who: Parameters<GateModule.RefusalCache['check']>[1]; readonly at: number }[] = []
  for (let at = 0; at < 6_000; at += 5) {
    const who = { holder: `holder-${at}`, caller: `holder-${at}`, tenant: 'c', idempotent: false }
    const decision = acquire(at, { holder: who.holder, caller: who.holder, sampled: 0.2 })
    if (decision?.kind === 'granted') end(at, decision.id, 'refused')
    if (decision?.kind !== 'refused') continue
    if (decision.promised) appointments.push({ who, at: at + 1_000 * decision.retryAfterS })
    if (at % 1_000 > 0) continue
    const knows = new module.RefusalCache(() => 0.999)
    knows.remember(at, who, decision)
    isolates.push({ knows, from: at })
  }
  const refused = appointments.filter(({ who, at }) =>
    isolates.some(({ knows, from }) => at > from && 'reason' in knows.check(at, who)),
  )
  equal(refused, [], 'every isolate forwards a holder that comes at its time')
}

/** No more of a second is promised than there is. The first calls to end are those of the nearest Workers. */
function uncertain(module: typeof GateModule): void {
  const { acquire, granted, end } = gateOf(module)
  const promises = new Map<number, number>()
  const book = (at: number) => {
    for (let n = 0; n < 900; n++) {
      const decision = acquire(at, { holder: `${at} ${n}` })
      if (decision?.kind !== 'refused' || !decision.promised) continue
      const second = Math.floor((START + at) / 1_000) + decision.retryAfterS
      promises.set(second, (promises.get(second) ?? 0) + 1)
    }
  }
  const calls = Array.from({ length: 20 }, () => granted(0).id)
  book(1)
  const first = START / 1_000 + 1
  const some = () => [0, 6, 59].map((later) => promises.get(first + later))
  equal(some(), [11, 11, 7], 'before a call has ended')
  for (const id of calls.slice(0, 5)) end(10, id, 'refused')
  book(12)
  equal(some(), [13, 12, 8], 'after five short calls')
  for (const id of calls.slice(5)) end(700, id, 'refused')
  book(701)
  equal(some(), [13, 12, 8], 'after fifteen long ones')
}

/** Two callers ask for nearly all, of two tenants: nobody else has to suffer for it. */
function pressureOfFew(module: typeof GateModule): void {
  const { acquire, granted } = gateOf(module)
  for (let n = 0; n < 20; n++) granted(0)
  let [greedy, light, small]: (Decision | undefined)[] = []
  for (let n = 0; n < 10_000; n += 10) {
    greedy = acquire(n, { caller: 'greedy', tenant: 'users', sampled: 0.1 })
    acquire(n, { caller: 'backend', tenant: 'backend', sampled: 0.1 })
    if (n % 50 === 0) small = acquire(n, { caller: 'small', tenant: 'small' })
    if (n % 50 === 0) light = acquire(n, { caller: `user-${(n / 50) % 10}`, tenant: 'users' })
  }
  if (greedy?.kind !== 'refused' || light?.kind !== 'refused' || small?.kind !== 'refused') throw new Error('granted')
  equal(small.pressure, undefined, 'a tenant that sends less than its part')
  const { forward, callers = [] } = light.pressure ?? {}
  // Of 400 a second the users have half; of these the light ones ask 20.
  equal([forward, callers.length > 0], [1, true], 'light callers are forwarded')
  const greedyPart = callers[0]?.forward ?? 1
  equal(greedyPart > 0.15 && greedyPart < 0.25, true, `the greedy one has what they leave: ${greedyPart}`)
}

function cache({ RefusalCache }: typeof GateModule): void {
  const user = (holder: string, idempotent = false) => ({ holder, caller: holder, tenant: 'users', idempotent })
  const refused = { kind: 'refused', id: '', reason: 'full', retryAfterS: 5, promised: true } as const
  const isolate = new RefusalCache(() => 0.9)
  isolate.remember(0, user('a'), refused)
  equal(isolate.check(1, user('a')), { sampled: 1 }, 'without pressure everything is forwarded')
  isolate.remember(0, user('b'), { ...refused, pressure: { forward: 0.5, callers: [], due: [] } })
  equal(isolate.check(1_000, user('a')), { reason: 'full', retryAfterS: 4, promised: true }, 'early')
  equal(isolate.check(4_999, user('c')), { reason: 'full', retryAfterS: 87, promised: false }, 'not in the sample')
  equal(isolate.check(5_000, user('c')), { sampled: 1 }, 'after five seconds')
  equal(isolate.check(5_000, user('a')), { sampled: 1 }, 'at its time')
  const [due, often] = [3_775_669_363, 3_758_891_744]
  const pressure = { forward: 0.5, callers: [{ caller: often, forward: 0.95 }], due: [due] }
  isolate.remember(5_000, user('b'), { ...refused, pressure })
  equal(isolate.check(5_001, user('d')), { sampled: 1 }, 'due')
  equal(isolate.check(5_001, user('d')), { reason: 'full', retryAfterS: 87, promised: false }, 'due once')
  equal(isolate.check(5_001, user('e')), { sampled: 0.95 }, 'a caller with a part of its own')
  equal(isolate.check(5_001, user('b')), { reason: 'full', retryAfterS: 5, promised: true }, 'a repeated appointment')
  isolate.remember(9_000, user('f'), { ...refused, pressure: { ...pressure, due: [] } })
  equal(isolate.check(10_000, user('b')), { sampled: 1 }, 'at its time, once')
  equal(isolate.check(10_000, user('b')), { reason: 'full', retryAfterS: 87, promised: false }, 'not twice')
  isolate.remember(20_000, user('q'), { ...refused, reason: 'quota', retryAfterS: 100, promised: false })
  equal(isolate.check(21_000, user('q')), { reason: 'quota', retryAfterS: 99, promised: false }, 'a used quota')
  equal(isolate.check(21_000, user('q', true)), { sampled: 1 }, 'the answer may be stored')
  equal(isolate.check(30_000, user('q')), { sampled: 1 }, 'after ten seconds')
}

function equal(actual: unknown, expected: unknown, what: string): void {
  const [one, two] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (one !== two) throw new Error(`${what}: ${one} instead of ${two}`)
}
