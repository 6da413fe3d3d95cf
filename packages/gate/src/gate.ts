import { type AllowanceRow, currentHour, HOUR_MS } from './allowance.ts'
import type { Ask, Decision, GateSettings, RefusalReason, Report, ReportStep, Step, Write } from './events.ts'
import { answered, consult, type LedgerRow, opened } from './ledger.ts'
import { Line, type Waiter } from './line.ts'
import { type PermitRow, Permits, survivors } from './permits.ts'
import { RateMeter } from './rate-meter.ts'
import { Withheld } from './withheld.ts'

/** More questions a second than this are more than the object should be asked, or than so many times what it can grant. */
const MANY_ASKS = { perSecond: 60, timesTheLimit: 3 }

/** How far refusals spread those who come back, at the most, in milliseconds. */
const WIDEST_SPREAD_MS = 10_000

const NEVER = Number.POSITIVE_INFINITY

/**
 * The gate of one account: permits, the line before them, the ledger of keys and the allowances of callers. It has no
 * clock and does no I/O: times, requests and stored rows come in, decisions and rows to store go out.
 */
export class Gate {
  private readonly settings: GateSettings
  private readonly random: () => number
  private readonly permits: Permits
  private readonly line = new Line()
  private readonly withheld = new Withheld()
  private readonly asks = new RateMeter()
  private readonly refusals = new RateMeter()
  /** The requests of those who wait. */
  private readonly waiting = new Map<string, Ask>()
  /** Who waits with which key. */
  private readonly waitingKeys = new Map<string, Ask>()
  /** What is stored for the callers who wait. */
  private readonly hours = new Map<string, AllowanceRow | undefined>()
  /** No waiter's patience ends before this. */
  private nextDeadline = NEVER
  private decisions: Decision[] = []
  private writes: Write[] = []

  /** `stored`: the rows of the permits from the gate's earlier lives. `random`: at least 0 and below 1. */
  constructor(settings: GateSettings, now: number, stored: readonly PermitRow[], random: () => number = Math.random) {
    this.settings = settings
    this.random = random
    this.permits = new Permits(settings.leaseMs, survivors(now, stored, settings.leaseMs))
  }

  /** Somebody asks for a permit. If none of the decisions is about it, it waits. */
  ask(now: number, ask: Ask): Step {
    this.asks.count(now)
    // Its connection broke while it waited: it keeps its place.
    if (this.waiting.has(ask.id)) return this.finish(now)
    const decision = this.grantedBefore(now, ask) ?? this.answeredAtOnce(now, ask)
    if (decision !== undefined) this.decisions.push(decision)
    else {
      this.enter(now, ask)
      this.serve(now)
      this.makeRoom(now)
    }
    return this.finish(now)
  }

  /** Somebody who waits has gone. */
  cancel(now: number, id: string): Step {
    const waiter = this.line.leave(id)
    if (waiter !== undefined) this.forget(waiter)
    return this.finish(now)
  }

  /** Time has passed. */
  tick(now: number): Step {
    this.serve(now)
    this.refuseTheHopeless(now)
    return this.finish(now)
  }

  /** A call has ended. The report must be taken in before its token is handed to anybody. */
  report(now: number, report: Report): ReportStep {
    const { id, outcome } = report
    const { kind } = outcome
    const permit =
      kind === 'not-sent' ? this.permits.giveBack(now, id) : this.permits.report(now, id, kind !== 'unknown')
    if (permit !== undefined) this.settled(now, permit, report)
    if (kind === 'throttled' && permit) this.withheld.throttled(now, permit.grantedAt, this.settings.limit)
    const superseded = this.enterOutcome(now, report)
    return { ...this.finish(now), superseded }
  }

  /** Somebody asks once more because the answer was lost on its way: the grant is still its own, and unused. */
  private grantedBefore(now: number, { id, keyed, ledgerRow }: Ask): Decision | undefined {
    const permit = this.permits.held(now, id)
    if (permit === undefined) return undefined
    // If the gate began anew in between, its time counts from then, which is not stored yet.
    this.writes.push({ table: 'permits', row: permit })
    const own = ledgerRow === undefined || ledgerRow.grant === id
    if (keyed && own) this.writes.push({ table: 'ledger', row: opened(keyed, id, permit.leaseEndsAt) })
    return { kind: 'granted', id, leaseMs: permit.leaseEndsAt - now, waitedMs: 0 }
  }

  /** What needs no permit: a stored answer, a key in use, an hour's tokens used up. */
  private answeredAtOnce(now: number, ask: Ask): Decision | undefined {
    return (ask.keyed && this.fromLedger(now, ask, ask.keyed)) ?? this.overAllowance(now, ask)
  }

  private fromLedger(now: number, { id, ledgerRow }: Ask, keyed: NonNullable<Ask['keyed']>): Decision | undefined {
    const waiting = this.waitingKeys.get(keyed.key)?.keyed
    if (waiting !== undefined) {
      const reason = waiting.request === keyed.request ? 'in-progress' : 'other-request'
      return refusal(id, reason, this.waitFor(now, this.line.size) + this.permits.callMs)
    }
    const found = consult(now, keyed, ledgerRow && this.whileUnderWay(now, ledgerRow))
    switch (found.verdict) {
      case 'answered':
        return { kind: 'answered', id, answer: found.answer }
      case 'in-progress':
        return refusal(id, 'in-progress', this.untilOver(now, found))
      case 'other-request':
        return refusal(id, 'other-request', 0)
      case 'new':
        return undefined
    }
  }

  /** An open row lasts as long as its call may be under way, which a gate that began anew counts from then. */
  private whileUnderWay(now: number, row: LedgerRow): LedgerRow {
    const permit = row.answer === undefined ? this.permits.held(now, row.grant) : undefined
    return permit ? { ...row, until: Math.max(row.until, permit.leaseEndsAt) } : row
  }

  /** A call that is under way ends soon; one whose end nobody will report counts until its lease ends. */
  private untilOver(now: number, { grant, until }: { readonly grant: string; readonly until: number }): number {
    const left = until - now
    return this.permits.held(now, grant) ? Math.min(this.permits.callMs, left) : left
  }

  private overAllowance(now: number, ask: Ask): Decision | undefined {
    if (ask.tokensPerHour === undefined) return undefined
    const hour = currentHour(now, ask.caller, this.hours.get(ask.caller) ?? ask.allowanceRow)
    if (hour.used + this.line.waitingOf(ask) < ask.tokensPerHour) return undefined
    return refusal(ask.id, 'allowance', hour.since + HOUR_MS - now)
  }

  private enter(now: number, ask: Ask): void {
    const { id, caller, party } = ask
    const deadline = now + Math.min(ask.patienceMs, this.settings.maxWaitMs)
    this.line.join(now, { id, caller, party, since: now, deadline })
    this.waiting.set(id, ask)
    if (ask.keyed) this.waitingKeys.set(ask.keyed.key, ask)
    this.hours.set(caller, this.hours.get(caller) ?? ask.allowanceRow)
    this.nextDeadline = Math.min(this.nextDeadline, deadline)
  }

  /** Grants permits in the order of the line while there are any. */
  private serve(now: number): void {
    const limit = this.limit(now)
    while (this.line.size > 0 && this.permits.isFree(now, limit)) {
      const waiter = this.line.next(now)
      if (waiter === undefined) return
      if (waiter.deadline < now) this.turnAway(now, waiter)
      else this.grant(now, limit, waiter)
    }
  }

  private grant(now: number, limit: number, waiter: Waiter): void {
    const permit = this.permits.take(now, limit, waiter.id)
    const ask = this.waiting.get(waiter.id)
    if (permit === undefined || ask === undefined) return
    this.writes.push({ table: 'permits', row: permit })
    if (ask.keyed) this.writes.push({ table: 'ledger', row: opened(ask.keyed, ask.id, permit.leaseEndsAt) })
    if (ask.tokensPerHour !== undefined) {
      const hour = currentHour(now, ask.caller, this.hours.get(ask.caller))
      this.storeHour({ ...hour, used: hour.used + 1 })
    }
    const waitedMs = now - waiter.since
    this.decisions.push({ kind: 'granted', id: waiter.id, leaseMs: this.settings.leaseMs, waitedMs })
    this.forget(waiter)
  }

  /** Turns away as many as can't be served in time now that one more has come. */
  private makeRoom(now: number): void {
    if (this.allInTime(now, this.line.size)) return
    for (let last = this.line.lastInLine(); last !== undefined; last = this.line.lastInLine()) {
      if (now + this.waitFor(now, this.line.size) <= last.deadline) return
      this.turnAway(now, last)
    }
  }

  /** Turns away whose patience has ended, or will end before its turn comes: others have overtaken it. */
  private refuseTheHopeless(now: number): void {
    if (this.allInTime(now, this.line.size - 1)) return
    let turn = 0
    this.nextDeadline = NEVER
    for (const waiter of this.line.inOrder()) {
      // One turn of doubt: calls don't all take the same time.
      const late = now + this.waitFor(now, turn) > waiter.deadline
      if (late || waiter.deadline <= now) this.turnAway(now, waiter)
      else {
        turn++
        this.nextDeadline = Math.min(this.nextDeadline, waiter.deadline)
      }
    }
  }

  /** Whether nobody's patience ends before the turn with that number, from 1. If so, there is no need to look at everybody. */
  private allInTime(now: number, turn: number): boolean {
    return now < this.nextDeadline && now + this.waitFor(now, turn) <= this.nextDeadline
  }

  private turnAway(now: number, waiter: Waiter): void {
    this.line.leave(waiter.id)
    this.forget(waiter)
    this.refusals.count(now)
    const untilRoom = Math.max(0, this.waitFor(now, this.line.size + 1) - this.settings.maxWaitMs)
    this.decisions.push({
      ...refusal(waiter.id, 'full', untilRoom + this.random() * this.spreadMs(now)),
      holdBack: this.whomToHoldBack(now, waiter),
    })
  }

  /** One that asks again while it waits already; all of its party where there are too many for that. */
  private whomToHoldBack(now: number, waiter: Waiter): 'caller' | 'party' | undefined {
    const many = Math.max(MANY_ASKS.perSecond, MANY_ASKS.timesTheLimit * this.settings.limit)
    const asks = this.asks.perSecond(now)
    if (asks <= many) return undefined
    return this.line.waitingOf(waiter) > 0 && asks <= 2 * many ? 'caller' : 'party'
  }

  /** A herd that is sent away together should come back no faster than it can be served. */
  private spreadMs(now: number): number {
    const served = (1_000 * this.limit(now)) / this.permits.cycleMs
    return Math.min(WIDEST_SPREAD_MS, (1_000 * this.refusals.perSecond(now)) / served)
  }

  private settled(now: number, permit: PermitRow, { outcome, caller, allowanceRow, counted }: Report): void {
    this.writes.push({ table: 'permits', row: permit })
    if (!counted || outcome.kind === 'issued' || outcome.kind === 'unknown') return
    const hour = currentHour(now, caller, this.hours.get(caller) ?? allowanceRow)
    this.storeHour({ ...hour, used: Math.max(0, hour.used - 1) })
  }

  /** Answers whether the key has gone on to another call. */
  private enterOutcome(now: number, { id, outcome, keyed, ledgerRow }: Report): boolean {
    if (!keyed || outcome.kind === 'unknown') return false
    if (outcome.kind === 'issued') return !this.enterAnswer(now, id, outcome.answer, ledgerRow)
    const open = ledgerRow?.grant === id && ledgerRow.answer === undefined
    if (open) this.writes.push({ table: 'ledger', forget: ledgerRow.key })
    return false
  }

  /** Enters an answer if it is the one that counts for its key. */
  private enterAnswer(now: number, grant: string, answer: string, ledgerRow: LedgerRow | undefined): boolean {
    const row = answered(now, ledgerRow, grant, answer)
    if (row === undefined) return false
    // It comes so late that somebody waits for another call with the key.
    const waiting = this.waitingKeys.get(row.key)
    if (waiting !== undefined && waiting.keyed?.request !== row.request) return false
    this.writes.push({ table: 'ledger', row })
    if (waiting !== undefined) this.answerWaiting(waiting.id, answer)
    return true
  }

  private answerWaiting(id: string, answer: string): void {
    const waiter = this.line.leave(id)
    if (waiter === undefined) return
    this.forget(waiter)
    this.decisions.push({ kind: 'answered', id, answer })
  }

  private storeHour(row: AllowanceRow): void {
    if (this.hours.has(row.caller)) this.hours.set(row.caller, row)
    this.writes.push({ table: 'allowances', row })
  }

  private forget(waiter: Waiter): void {
    const keyed = this.waiting.get(waiter.id)?.keyed
    if (keyed) this.waitingKeys.delete(keyed.key)
    this.waiting.delete(waiter.id)
    if (this.line.waitingOf(waiter) === 0) this.hours.delete(waiter.caller)
  }

  private limit(now: number): number {
    return this.withheld.left(now, this.settings.limit)
  }

  /** How long until the turn with that number, from 1, in milliseconds; for the one before the first, no time at all. */
  private waitFor(now: number, turn: number): number {
    return turn < 1 ? 0 : this.permits.opening(turn - 1, now, this.limit(now)) - now
  }

  private finish(now: number): Step {
    // Whatever happened: a timer may be late.
    this.serve(now)
    const { decisions, writes } = this
    this.decisions = []
    this.writes = []
    return { decisions, writes, wakeAt: this.wakeAt(now) }
  }

  private wakeAt(now: number): number | undefined {
    if (this.line.size === 0) return undefined
    const limit = this.limit(now)
    const back = this.withheld.nextReturn(now, this.settings.limit) ?? NEVER
    return Math.min(this.permits.nextFreeAt(now, limit), back, this.nextDeadline)
  }
}

function refusal(id: string, reason: RefusalReason, retryAfterMs: number): Extract<Decision, { kind: 'refused' }> {
  return { kind: 'refused', id, reason, retryAfterMs }
}
