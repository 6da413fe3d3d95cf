// A world around a gate: callers that ask, Workers that call and report, storage, an upstream that counts arrivals, and a
// clock that shows whole milliseconds and may step. It checks after every event what the gate promises.
import type * as GateModule from '../src/index.ts'
import type { AllowanceRow, Ask, Gate, GateSettings, LedgerRow, Outcome, PermitRow, Step, Write } from '../src/index.ts'
import { ReferenceGate, type Verdict } from './reference-gate.ts'

export const settings: GateSettings = { limit: 20, leaseMs: 2_000, maxWaitMs: 1_500 }
export const TOKENS_PER_HOUR = 12

/** How far a clock is from the true time, at the most, in milliseconds. */
export const MOST_SKEW_MS = 5_000

export type Event =
  | { type: 'ask'; caller: number; key: number | undefined; request: number; patience: number }
  /** Somebody whose connection to the object broke while it waited. */
  | { type: 'ask-again'; waiter: number }
  | { type: 'report'; call: number; outcome: Outcome['kind']; again: boolean }
  | { type: 'pass'; ms: number }
  /** A Worker never hears of its grant, because its connection broke or the object ended. */
  | { type: 'lose'; call: number }
  /** It asks once more. */
  | { type: 'ask-for-lost'; call: number }
  /** Time passes while the gate is not woken: a late timer. */
  | { type: 'stall'; ms: number }
  /** The clock steps back. */
  | { type: 'step-back'; ms: number }
  | { type: 'cancel'; waiter: number }
  /**
   * The object begins anew on a machine whose clock is that much ahead of the true time, in milliseconds, and perhaps with
   * another time for calls.
   */
  | { type: 'restart'; ahead: number; leaseMs: number }

interface Call {
  readonly ask: Ask
  /** Real time, with fractions. */
  readonly grantedAt: number
  readonly leaseEndsAt: number
  over: boolean
}

export class World {
  private readonly module: typeof GateModule
  private readonly reference: ReferenceGate | undefined
  private gate: Gate
  private clock: GateModule.SteadyClock
  private real = 1_000_000.25
  private skew = 0
  private sequence = 0
  private wakeAt: number | undefined
  private readonly permits = new Map<number, PermitRow>()
  private readonly ledger = new Map<string, LedgerRow>()
  private readonly allowances = new Map<string, AllowanceRow>()
  private readonly waiting = new Map<string, { ask: Ask; since: number }>()
  private readonly calls: Call[] = []
  private readonly lost: Ask[] = []
  /** The span of real time in which each call may arrive upstream. */
  private readonly spans: { from: number; to: number }[] = []
  /** The token that was handed out for a key, until the key may be used for another. */
  private readonly delivered = new Map<string, string>()

  /** Without `exact`, the reference is left out: it knows nothing of restarts. */
  constructor(module: typeof GateModule, exact: boolean) {
    this.module = module
    this.clock = new module.SteadyClock()
    this.gate = new module.Gate(settings, this.now(), [], () => 0.5)
    this.reference = exact ? new ReferenceGate(settings) : undefined
  }

  happen(event: Event): void {
    if (event.type === 'ask') this.ask(event)
    else if (event.type === 'ask-again') this.askAgain(event.waiter)
    else if (event.type === 'report') this.report(event)
    else if (event.type === 'pass') this.pass(event.ms)
    else if (event.type === 'stall') this.real += event.ms
    else if (event.type === 'cancel') this.cancel(event.waiter)
    else if (event.type === 'lose') this.lose(event.call)
    else if (event.type === 'ask-for-lost') this.askForLost(event.call)
    else if (event.type === 'restart') this.restart(event)
    else this.stepBack(event.ms)
  }

  /** The most calls that can have arrived in any half-open second, wherever in its span each did. */
  checkUpstream(): void {
    const silent = this.calls.filter(({ over }) => !over).map((call) => this.spanOf(call, 'unknown'))
    const spans = [...this.spans, ...silent]
    // The fullest second may be taken to begin where one of the spans in it ends.
    for (const { to: start } of spans) {
      const within = spans.filter(({ from, to }) => from < start + 1_000 && to >= start).length
      check(within <= settings.limit, `${within} calls may have arrived in one second`)
    }
  }

  private ask({ caller, key, request, patience }: Extract<Event, { type: 'ask' }>): void {
    const user = caller >= 2
    const name = `${user ? 'user' : 'backend'}-${caller}`
    const keyed = key === undefined ? undefined : { key: `${name}/${key}`, request: `request-${request}` }
    const ask: Ask = {
      id: `ask-${this.sequence++}`,
      caller: name,
      party: user ? 'users' : name,
      patienceMs: patience,
      tokensPerHour: user ? TOKENS_PER_HOUR : undefined,
      keyed,
      ledgerRow: keyed && this.ledger.get(keyed.key),
      allowanceRow: this.allowances.get(name),
    }
    const now = this.now()
    this.waiting.set(ask.id, { ask, since: now })
    this.take(this.gate.ask(now, ask), this.reference?.ask(now, ask))
  }

  private askAgain(number: number): void {
    const [waiter] = [...this.waiting.values()].slice(number % Math.max(1, this.waiting.size))
    if (waiter === undefined) return
    const now = this.now()
    const left = Math.max(0, waiter.since + waiter.ask.patienceMs - now)
    const ask = { ...waiter.ask, patienceMs: left, allowanceRow: this.allowances.get(waiter.ask.caller) }
    this.take(this.gate.ask(now, ask), this.reference?.ask(now, ask))
  }

  private lose(number: number): void {
    const held = this.calls.filter(({ over }) => !over)
    const call = held[number % Math.max(1, held.length)]
    if (call === undefined) return
    this.calls.splice(this.calls.indexOf(call), 1)
    this.lost.push(call.ask)
  }

  private askForLost(number: number): void {
    const [lost] = this.lost.splice(number % Math.max(1, this.lost.length), 1)
    if (lost === undefined) return
    const { keyed, caller } = lost
    const ask = {
      ...lost,
      ledgerRow: keyed && this.ledger.get(keyed.key),
      allowanceRow: this.allowances.get(caller),
    }
    const now = this.now()
    this.waiting.set(ask.id, { ask, since: now })
    this.take(this.gate.ask(now, ask), this.reference?.ask(now, ask))
  }

  private report({ call: number, outcome: kind, again }: Extract<Event, { type: 'report' }>): void {
    const candidates = this.calls.filter(({ over }) => again || !over)
    const call = candidates[number % Math.max(1, candidates.length)]
    if (call === undefined) return
    const { ask } = call
    const token = `token of ${ask.id}`
    const report: GateModule.Report = {
      id: ask.id,
      caller: ask.caller,
      keyed: ask.keyed,
      ledgerRow: ask.keyed && this.ledger.get(ask.keyed.key),
      allowanceRow: this.allowances.get(ask.caller),
      counted: ask.tokensPerHour !== undefined,
      outcome: kind === 'issued' ? { kind, answer: token } : { kind },
    }
    if (call.over && kind !== 'issued') return
    if (!call.over) this.spans.push(this.spanOf(call, kind))
    call.over = true
    const now = this.now()
    const step = this.gate.report(now, report)
    const expected = this.reference?.report(now, report)
    if (expected) check(step.superseded === expected.superseded, `superseded is ${step.superseded}`)
    this.take(step, expected?.verdicts)
    const rows = [...this.permits.values()].filter(({ grant }) => grant === ask.id)
    const row = rows.toSorted((a, b) => a.grantedAt - b.grantedAt).at(-1)
    const stored = row === undefined || row.reported || row.freeAt <= now
    check(stored || this.reference === undefined, 'a report should be stored')
    if (kind === 'issued' && ask.keyed && !step.superseded) this.deliver(ask.keyed.key, token)
  }

  /** A call arrives between grant and report; if nobody knows how it ended, until its lease has ended. */
  private spanOf(call: Call, kind: Outcome['kind']): { from: number; to: number } {
    const leaseEnd = call.leaseEndsAt
    if (kind === 'not-sent') return { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }
    return { from: call.grantedAt, to: kind === 'unknown' ? leaseEnd : Math.min(this.real, leaseEnd) }
  }

  private deliver(key: string, token: string): void {
    const before = this.delivered.get(key)
    check(before === undefined || before === token, `two tokens were delivered for ${key}`)
    this.delivered.set(key, token)
  }

  private pass(ms: number): void {
    const end = this.real + ms
    for (let due = this.due(); due <= end; due = this.due()) {
      this.real = Math.max(this.real, due)
      this.tick()
      check(this.wakeAt === undefined || this.wakeAt > this.now(), 'the gate wants to be woken again at once')
    }
    this.real = Math.max(this.real, end)
    this.checkPatience()
  }

  private checkPatience(): void {
    for (const { ask, since } of this.waiting.values()) {
      const deadline = since + Math.min(ask.patienceMs, settings.maxWaitMs)
      // The clock may show the deadline before its timer, set to whole milliseconds, is due.
      check(deadline >= this.now(), `${ask.id} still waits after its patience`)
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
    const [id] = [...this.waiting.keys()].slice(number % Math.max(1, this.waiting.size))
    if (id === undefined) return
    this.waiting.delete(id)
    const now = this.now()
    this.take(this.gate.cancel(now, id), this.reference?.cancel(now, id))
  }

  /** The object is gone, and with it everybody who waited; a new one begins with what is stored, on another clock. */
  private restart({ ahead, leaseMs }: Extract<Event, { type: 'restart' }>): void {
    this.skew = ahead
    this.waiting.clear()
    this.clock = new this.module.SteadyClock()
    this.gate = new this.module.Gate({ ...settings, leaseMs }, this.now(), [...this.permits.values()], () => 0.5)
    this.wakeAt = undefined
  }

  private take(step: Step, expected: Verdict[] | undefined): void {
    for (const write of step.writes) this.store(write)
    for (const decision of step.decisions) this.decided(decision)
    this.wakeAt = step.wakeAt
    check(this.waiting.size > 0 === (step.wakeAt !== undefined), 'the gate is woken if and only if somebody waits')
    if (expected === undefined) return
    const decided = step.decisions.map((decision) => {
      if (decision.kind === 'granted') return { id: decision.id, kind: decision.kind, waitedMs: decision.waitedMs }
      if (decision.kind === 'answered') return { id: decision.id, kind: decision.kind, answer: decision.answer }
      return { id: decision.id, kind: decision.kind, reason: decision.reason }
    })
    check(
      JSON.stringify(decided) === JSON.stringify(expected),
      `${JSON.stringify(decided)} != ${JSON.stringify(expected)}`,
    )
    const now = this.now()
    const idle = this.reference !== undefined && this.reference.taken(now) < this.reference.limit(now)
    check(!idle || this.waiting.size === 0, 'a permit is free while somebody waits')
  }

  private decided(decision: GateModule.Decision): void {
    const waiter = this.waiting.get(decision.id)
    check(waiter !== undefined, `${decision.id} did not wait`)
    if (waiter === undefined) return
    this.waiting.delete(decision.id)
    const waited = this.now() - waiter.since
    check(decision.kind !== 'granted' || waited <= settings.maxWaitMs, `${decision.id} waited ${waited} ms`)
    if (decision.kind === 'refused') check(decision.retryAfterMs >= 0, 'a refusal should say when to come back')
    if (decision.kind === 'answered') this.deliver(waiter.ask.keyed?.key ?? '', decision.answer)
    if (decision.kind !== 'granted') return
    const stored = [...this.permits.values()].some(({ grant }) => grant === decision.id)
    check(stored, 'a grant should be stored before it is used')
    this.calls.push({
      ask: waiter.ask,
      grantedAt: this.real,
      leaseEndsAt: this.real + decision.leaseMs,
      over: false,
    })
  }

  private store(write: Write): void {
    if (write.table === 'permits') this.permits.set(write.row.slot, write.row)
    else if (write.table === 'allowances') this.allowances.set(write.row.caller, write.row)
    else if ('forget' in write) this.ledger.delete(write.forget)
    else this.enter(write.row)
    check(this.permits.size <= settings.limit, 'there should be a row a permit and no more')
  }

  private enter(row: LedgerRow): void {
    const before = this.ledger.get(row.key)
    if (row.answer === undefined) {
      const again = before?.grant === row.grant
      check(again || !before || before.until <= this.now(), `${row.key} is called again while it is kept`)
      if (!again) this.delivered.delete(row.key)
    }
    this.ledger.set(row.key, row)
  }

  private reading(): number {
    return Math.floor(this.real + this.skew)
  }

  private now(): number {
    return this.clock.at(this.reading())
  }

  /** When the gate is to be woken: timers follow the clock. */
  private due(): number {
    if (this.wakeAt === undefined) return Number.POSITIVE_INFINITY
    return this.real + Math.max(0, Math.ceil(this.wakeAt - this.now()))
  }
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(message)
}
