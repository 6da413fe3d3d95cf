// A world around a gate: callers, Workers, a store that may lose what was not durable, Tencent's clock and ours. It checks after
// every event what the gate promises, and takes every call to arrive at the worst moment that it may.
import type * as GateModule from '../src/index.ts'
import type {
  AcquireRequest,
  Completion,
  Decision,
  Gate,
  GateSettings,
  IdempotencyRecord,
  Outcome,
  PermitRow,
  QuotaRow,
  Store,
} from '../src/index.ts'
import { ReferenceGate } from './reference-gate.ts'

export const settings: GateSettings = {
  limit: 20,
  maxWaitMs: 1_500,
  lifetimeS: 3,
  signing: 'backdated',
  horizonS: 10,
}
export const TOKENS_PER_HOUR = 12
export const TOKENS_PER_DAY = 110
const USERS_WEIGHT = 4

/** How far the clocks of Tencent's front ends are from its mean time, in milliseconds. */
const FRONT_END_MS = 125
/** How far our clock is from Tencent's mean time, at the most: with a front end's error it makes 2 s. */
export const MOST_SKEW_MS = 2_000 - FRONT_END_MS

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type Event =
  | { type: 'acquire'; caller: number; key: number | undefined; fingerprint: number; maxWaitMs: number }
  /** A holder of an appointment comes: this long after its time, in milliseconds; negative: before it. */
  | { type: 'return'; holder: number; lateMs: number }
  /** A waiting caller whose connection to the object broke acquires again. */
  | { type: 'acquire-again'; waiter: number }
  | { type: 'complete'; call: number; outcome: Outcome['kind']; again: boolean; date: number | undefined }
  | { type: 'pass'; ms: number }
  /** A Worker never hears of its grant. */
  | { type: 'lose'; call: number }
  /** It acquires again, or releases the grant. */
  | { type: 'acquire-lost' | 'give-back-lost'; call: number }
  /** Time passes while the gate is not woken: a late timer. */
  | { type: 'stall'; ms: number }
  /** Our clock steps back. */
  | { type: 'step-back'; ms: number }
  | { type: 'cancel'; waiter: number }
  /** The object restarts on a machine whose clock is so far ahead. What the last event wrote may be lost, with its replies. */
  | { type: 'restart'; skewMs: number; durable: boolean; lifetimeS: number }

interface Call {
  readonly request: AcquireRequest
  readonly timestamp: number
  /** True time, with fractions. */
  readonly grantedAt: number
  over: boolean
  /** Its end was reported as known. A report that comes again is the same report. */
  issued: boolean
  /** It counts for quotas. */
  counted: boolean
}

/** A store that can undo what the last event wrote. */
class JournalStore implements Store {
  readonly permitRows = new Map<number, PermitRow>()
  readonly records = new Map<string, IdempotencyRecord>()
  readonly quotas = new Map<string, QuotaRow>()
  readonly present = new Map<string, number>()
  private undo: (() => void)[] = []
  onRecord: (before: IdempotencyRecord | undefined, after: IdempotencyRecord) => void = () => undefined

  /** Whether anything was written in this event. */
  get written(): boolean {
    return this.undo.length > 0
  }

  begin(): void {
    this.undo = []
  }

  rollBack(): void {
    for (const step of this.undo.reverse()) step()
    this.undo = []
  }

  permits = () => [...this.permitRows.values()]
  putPermit = (row: PermitRow) => this.set(this.permitRows, row.slot, { ...row })
  record = (key: string) => this.records.get(key)
  putRecord = (record: IdempotencyRecord) => {
    this.onRecord(this.records.get(record.key), record)
    this.set(this.records, record.key, record)
  }
  deleteRecord = (key: string) => this.set(this.records, key, undefined)
  quota = (name: string) => this.quotas.get(name)
  putQuota = (row: QuotaRow) => this.set(this.quotas, row.name, row)
  presentUntil = () => this.present.get('') ?? 0
  putPresentUntil = (at: number) => this.set(this.present, '', at)

  private set<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
    const before = map.get(key)
    this.undo.push(() => (before === undefined ? map.delete(key) : map.set(key, before)))
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  }
}

export class World {
  /** The most calls that were carried out in a second, if each arrived at the worst moment. */
  most = 0
  private readonly module: typeof GateModule
  private readonly reference: ReferenceGate | undefined
  private readonly store = new JournalStore()
  private gate: Gate
  private clock: GateModule.MonotonicClock
  /** Tencent's mean time. */
  private real = 1_700_000_000_000.25
  private skew = 0
  private sequence = 0
  private wakeAt: number | undefined
  private readonly waiting = new Map<string, { request: AcquireRequest; since: number }>()
  private calls: Call[] = []
  private lastGranted: Call[] = []
  private readonly lost: AcquireRequest[] = []
  /** The span of true time in which each call may be carried out. */
  private readonly spans: { from: number; to: number }[] = []
  /** The token that was handed out for a key, until the key may be used for another. */
  private readonly delivered = new Map<string, string>()
  private appointments = new Map<string, { second: number; request: AcquireRequest }>()

  /** Without `exact`, the reference is left out: it knows nothing of restarts. */
  constructor(module: typeof GateModule, exact: boolean) {
    this.module = module
    this.clock = new module.MonotonicClock()
    this.gate = new module.Gate(settings, this.store, this.now(), () => 0.5)
    this.reference = exact ? new ReferenceGate(settings) : undefined
    this.store.onRecord = (before, after) => this.checkRecord(before, after)
  }

  happen(event: Event): void {
    if (event.type !== 'restart') {
      this.store.begin()
      this.lastGranted = []
    }
    if (event.type === 'acquire') this.acquire(this.requestOf(event))
    else if (event.type === 'return') this.comeBack(event)
    else if (event.type === 'acquire-again') this.acquireAgain(event.waiter)
    else if (event.type === 'complete') this.complete(event)
    else if (event.type === 'pass') this.pass(event.ms)
    else if (event.type === 'stall') this.real += event.ms
    else if (event.type === 'cancel') this.cancel(event.waiter)
    else if (event.type === 'lose') this.lose(event.call)
    else if (event.type === 'acquire-lost') this.acquireLost(event.call)
    else if (event.type === 'give-back-lost') this.giveBackLost(event.call)
    else if (event.type === 'restart') this.restart(event)
    else if (event.type === 'step-back') this.stepBack(event.ms)
  }

  /** At the end: the most calls that can have been carried out in any half-open second, wherever in its span each arrived. */
  checkUpstream(): void {
    const silent = this.calls.filter(({ over }) => !over).map((call) => this.spanOf(call, 'unknown'))
    const spans = [...this.spans, ...silent]
    // The fullest second may be taken to begin where one of the spans in it ends.
    for (const { to: start } of spans) {
      const within = spans.filter(({ from, to }) => from < start + 1_000 && to >= start).length
      this.most = Math.max(this.most, within)
    }
    check(this.most <= settings.limit, `${this.most} calls may have been carried out in one second`)
  }

  private requestOf({ caller, key, fingerprint, maxWaitMs }: Extract<Event, { type: 'acquire' }>): AcquireRequest {
    const user = caller >= 2
    const name = `${user ? 'user' : 'backend'}:${caller}`
    const idempotent = key === undefined ? undefined : { key: `${name}/${key}`, fingerprint: `${fingerprint}` }
    return {
      id: `request-${this.sequence++}`,
      caller: name,
      tenant: user ? 'users' : name,
      weight: user ? USERS_WEIGHT : 1,
      holder: user ? name : idempotent?.key,
      maxWaitMs,
      quotas: [
        ...(user ? [{ name, scope: 'caller' as const, limit: TOKENS_PER_HOUR, windowMs: HOUR_MS }] : []),
        { name: 'account', scope: 'account' as const, limit: TOKENS_PER_DAY, windowMs: DAY_MS },
      ],
      idempotent,
    }
  }

  private acquire(request: AcquireRequest): void {
    const now = this.now()
    this.waiting.set(request.id, { request, since: now })
    this.take(this.gate.acquire(now, request), this.reference?.acquire(now, request))
  }

  private comeBack({ holder, lateMs }: Extract<Event, { type: 'return' }>): void {
    const appointment = pick([...this.appointments.values()], holder)
    if (appointment === undefined) return
    const early = appointment.second * 1_000 + lateMs - this.now()
    if (early > 0) this.pass(early)
    this.acquire({ ...appointment.request, id: `request-${this.sequence++}` })
  }

  private acquireAgain(number: number): void {
    const waiter = pick([...this.waiting.values()], number)
    if (waiter === undefined) return
    const now = this.now()
    const maxWaitMs = Math.max(0, waiter.since + waiter.request.maxWaitMs - now)
    const request = { ...waiter.request, maxWaitMs }
    this.take(this.gate.acquire(now, request), this.reference?.acquire(now, request))
  }

  private lose(number: number): void {
    const call = pick(
      this.calls.filter(({ over }) => !over),
      number,
    )
    if (call === undefined) return
    call.over = true
    // Nobody uses the grant: nothing is carried out for it, but the gate can't know.
    this.lost.push(call.request)
  }

  private acquireLost(number: number): void {
    const request = pick(this.lost, number)
    if (request === undefined) return
    this.notUsed(request)
    this.acquire(request)
  }

  private giveBackLost(number: number): void {
    const request = pick(this.lost, number)
    if (request === undefined) return
    this.notUsed(request)
    const now = this.now()
    const completion = { ...completionOf(request), outcome: { kind: 'not-sent' as const } }
    this.take(this.gate.complete(now, completion), this.reference?.complete(now, completion))
  }

  private notUsed(request: AcquireRequest): void {
    this.lost.splice(this.lost.indexOf(request), 1)
    const call = this.calls.findLast(({ request: { id } }) => id === request.id)
    if (call) call.counted = false
  }

  private complete({ call: number, outcome, again, date }: Extract<Event, { type: 'complete' }>): void {
    const call = pick(
      this.calls.filter(({ over, issued }) => !over || (again && issued)),
      number,
    )
    if (call === undefined || (call.over && outcome !== 'succeeded')) return
    const { request, timestamp } = call
    // Tencent refuses what has expired, and nothing else for that reason.
    const expired = this.real + FRONT_END_MS >= (timestamp + 301) * 1_000
    const kind = outcome === 'expired' && !expired ? 'refused' : outcome
    const { to } = this.spanOf(call, kind)
    const token = `token of ${request.id}`
    const completion: Completion = {
      ...completionOf(request),
      timestamp,
      outcome: kind === 'succeeded' ? { kind, answer: token } : { kind },
      date: date === undefined || to < call.grantedAt ? undefined : this.dateOf(call, date),
    }
    if (!call.over) {
      if (kind !== 'not-sent' && kind !== 'expired') this.spans.push(this.spanOf(call, kind))
      if (kind !== 'succeeded' && kind !== 'failed' && kind !== 'unknown') call.counted = false
    }
    call.over = true
    call.issued ||= kind === 'succeeded'
    const now = this.now()
    const step = this.gate.complete(now, completion)
    const expected = this.reference?.complete(now, completion)
    if (expected) check(step.fenced === expected.fenced, `fenced is ${step.fenced}`)
    this.take(step, expected)
    if (kind === 'succeeded' && request.idempotent && !step.fenced) this.deliver(request.idempotent.key, token)
  }

  /** A call may be carried out from its grant until its end, if that is known, and as long as its signature is good. */
  private spanOf({ grantedAt, timestamp }: Call, kind: Outcome['kind']): { from: number; to: number } {
    const expires = (timestamp + 301) * 1_000 + FRONT_END_MS - 0.01
    return { from: grantedAt, to: kind === 'unknown' ? expires : Math.min(this.real, expires) }
  }

  /** What a front end says at some time between the grant and now. `part`: 0 to 1, for the time and for its clock's error. */
  private dateOf({ grantedAt }: Call, part: number): number {
    const at = grantedAt + (this.real - grantedAt) * part
    const error = ((part * 1_000) % 1) * 2 * FRONT_END_MS - FRONT_END_MS
    return Math.floor((at + error) / 1_000) * 1_000
  }

  private deliver(key: string, token: string): void {
    const before = this.delivered.get(key)
    check(before === undefined || before === token, `two tokens were delivered for ${key}`)
    this.delivered.set(key, token)
  }

  private checkRecord(before: IdempotencyRecord | undefined, after: IdempotencyRecord): void {
    if (after.state === 'answered' || before?.grant === after.grant) return
    const over =
      before === undefined ||
      (before.state === 'open' ? before.expires * 1_000 + FRONT_END_MS <= this.real + 1 : before.forgetAt <= this.now())
    check(over, `${after.key} is called again while it may still be carried out`)
    this.delivered.delete(after.key)
  }

  private pass(ms: number): void {
    const end = this.real + ms
    for (let due = this.due(); due <= end; due = this.due()) {
      this.real = Math.max(this.real, due)
      this.tick()
      check(this.wakeAt === undefined || this.wakeAt > this.now(), 'the gate wants to be woken again at once')
    }
    this.real = Math.max(this.real, end)
    for (const { request, since } of this.waiting.values()) {
      const deadline = since + Math.min(request.maxWaitMs, settings.maxWaitMs)
      // The clock may show the deadline before its timer, set to whole milliseconds, is due.
      check(deadline >= this.now(), `${request.id} still waits after its time`)
    }
  }

  private stepBack(ms: number): void {
    this.skew = Math.max(-MOST_SKEW_MS, this.skew - ms)
    this.tick()
  }

  private tick(): void {
    const now = this.now()
    this.take(this.gate.tick(now), this.reference?.tick(now))
  }

  private cancel(number: number): void {
    const id = pick([...this.waiting.keys()], number)
    if (id === undefined) return
    this.waiting.delete(id)
    const now = this.now()
    this.take(this.gate.cancel(now, id), this.reference?.cancel(now, id))
  }

  /** The object is gone, and with it everybody who waited; a new one begins with what is stored, on another clock. */
  private restart({ skewMs, durable, lifetimeS }: Extract<Event, { type: 'restart' }>): void {
    if (!durable) {
      this.store.rollBack()
      // The replies of that event never left: those grants were not used.
      this.calls = this.calls.filter((call) => !this.lastGranted.includes(call))
    }
    this.skew = skewMs
    this.waiting.clear()
    this.appointments.clear()
    this.clock = new this.module.MonotonicClock()
    this.gate = new this.module.Gate({ ...settings, lifetimeS }, this.store, this.now(), () => 0.5)
    this.wakeAt = undefined
  }

  private take(step: GateModule.Step, expected: { readonly decisions: readonly Decision[] } | undefined): void {
    for (const decision of step.decisions) this.decided(decision)
    this.wakeAt = step.wakeAt
    check(this.waiting.size > 0 === (step.wakeAt !== undefined), 'the gate wakes if and only if a request waits')
    if (expected === undefined) return
    same(step.decisions, expected.decisions)
  }

  private decided(decision: Decision): void {
    const waiter = this.waiting.get(decision.id)
    check(waiter !== undefined, `${decision.id} did not wait`)
    if (waiter === undefined) return
    this.waiting.delete(decision.id)
    const { request, since } = waiter
    if (decision.kind === 'replayed') this.deliver(request.idempotent?.key ?? '', decision.answer)
    if (decision.kind === 'refused') this.refused(request, decision)
    if (decision.kind !== 'granted') return
    const waited = this.now() - since
    check(waited <= settings.maxWaitMs, `${decision.id} waited ${waited} ms`)
    const { timestamp } = decision
    const stored = this.store.permits().some((row) => row.grant === decision.id && row.timestamp === timestamp)
    check(stored, 'a grant should be stored before it is used')
    check(this.store.written, 'a grant should be a write, also when it is repeated')
    check(this.store.permits().length <= settings.limit, 'there should be a row a permit and no more')
    check(timestamp <= this.real / 1_000, 'no signature should be good from later on')
    if (this.appointments.has(request.holder ?? '')) this.appointments.delete(request.holder ?? '')
    const call = { request, timestamp, grantedAt: this.real, over: false, issued: false, counted: true }
    this.calls.push(call)
    this.lastGranted.push(call)
    this.checkQuotas(request)
  }

  private refused(request: AcquireRequest, { reason, retryAfterS, promised }: Extract<Decision, { kind: 'refused' }>) {
    check(Number.isInteger(retryAfterS) && retryAfterS >= 1, 'Retry-After should be whole seconds')
    if (!promised || reason !== 'full') return
    check(retryAfterS <= settings.horizonS, 'nothing is promised beyond the horizon')
    const { holder } = request
    if (holder === undefined) return
    const second = Math.floor(this.now() / 1_000) + retryAfterS
    const before = this.appointments.get(holder)?.second
    const consistent = before === undefined || before <= second - retryAfterS || before === second
    check(consistent, `${holder} has an appointment at ${before} and gets ${second}`)
    this.appointments.set(holder, { second, request })
  }

  /** Never more tokens than the limit in any window. Clocks of two machines may be 4 s apart. */
  private checkQuotas({ quotas = [] }: AcquireRequest): void {
    for (const { name, limit, windowMs } of quotas) {
      const within = this.calls.filter(({ counted, grantedAt, request }) => {
        const own = request.quotas?.some((quota) => quota.name === name)
        return own && counted && grantedAt > this.real - windowMs + 2 * MOST_SKEW_MS
      })
      check(within.length <= limit, `${name} has ${within.length} tokens in its window`)
    }
  }

  private now(): number {
    return this.clock.at(Math.floor(this.real + this.skew))
  }

  /** When the gate is to be woken: timers follow the clock. */
  private due(): number {
    if (this.wakeAt === undefined) return Number.POSITIVE_INFINITY
    return this.real + Math.max(0, Math.ceil(this.wakeAt - this.now()))
  }
}

function completionOf({ id, quotas, idempotent }: AcquireRequest) {
  return { id, quotas, idempotent }
}

function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % Math.max(1, items.length)]
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(message)
}

function same(decisions: readonly Decision[], expected: readonly Decision[]): void {
  const [one, two] = [decisions, expected].map((list) => JSON.stringify(list.map(essence)))
  check(one === two, `the gate decides ${one}, the reference ${two}`)
}

function essence(decision: Decision) {
  if (decision.kind !== 'refused') return decision
  const { id, kind, reason, retryAfterS, promised } = decision
  return { id, kind, reason, retryAfterS, promised }
}
