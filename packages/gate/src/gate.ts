import { AdaptiveLimit } from './adaptive-limit.ts'
import { Appointments } from './appointments.ts'
import { Backpressure } from './backpressure.ts'
import { FairQueue, type Waiter } from './fair-queue.ts'
import { ANSWER_KEPT_MS, type IdempotencyRecord } from './idempotency.ts'
import { type Permit, type PermitRow, Permits, rowOf } from './permits.ts'
import { type Quota, Quotas } from './quotas.ts'
import { RateMeter } from './rate-meter.ts'
import { Signatures, type Signing } from './signatures.ts'
import type { Store } from './store.ts'
import type {
  AcquireRequest,
  CompleteStep,
  Completion,
  Decision,
  GateSettings,
  Notice,
  Outcome,
  Refusal,
  RefusalReason,
  Step,
} from './types.ts'

/** More permits than one object can serve: each call is two requests to it. */
const MOST_PERMITS = 200

/** The queue is searched from end to end: so many may wait. */
const MOST_WAITING = 2_000

/** How far back a tenant's grants count for what others may be promised, in milliseconds. */
const GRANTS_TAU_MS = 10_000

/**
 * How far ahead isolates learn who comes, in seconds; and while they forward a part only, how far ahead appointments are made.
 * Both are longer than they remember that part: whoever comes at its time is forwarded by every isolate.
 */
const DUE_S = 8
const NOT_BEFORE_S = 7

/** The part of a budget at which the operator hears of it. */
const NEARLY_USED = 0.8

/**
 * The gate of one lane: permits, the fair queue before them, appointments, idempotency and quotas. Times come in as arguments
 * and never go back; there is no clock and no I/O but the synchronous store.
 */
export class Gate {
  private readonly settings: GateSettings
  private readonly store: Store
  private readonly random: () => number
  private readonly signatures: Signatures
  private readonly permits: Permits
  private readonly limit: AdaptiveLimit
  private readonly quotas: Quotas
  private readonly queue = new FairQueue()
  private readonly appointments: Appointments
  private readonly grants = new RateMeter(GRANTS_TAU_MS)
  private readonly backpressure: Backpressure
  /** The requests of those who wait. */
  private readonly requests = new Map<string, AcquireRequest>()
  private decisions: Decision[] = []
  private notices: Notice[] = []

  /** `random`: at least 0 and below 1. Throws a RangeError for settings that ask for more than one gate can do. */
  constructor(settings: GateSettings, store: Store, now: number, random: () => number = Math.random) {
    const wrong = exceedsOneGate(settings.limit, settings.maxWaitMs)
    if (wrong !== undefined) throw new RangeError(wrong)
    this.settings = settings
    this.store = store
    this.random = random
    this.signatures = new Signatures(settings.lifetimeS, settings.signing, store.presentUntil(), now)
    this.permits = new Permits(this.signatures, store.permits(), now)
    this.limit = new AdaptiveLimit(settings.limit)
    this.quotas = new Quotas(store)
    this.appointments = new Appointments(settings.horizonS)
    this.backpressure = new Backpressure(settings.limit)
  }

  /** Asks for a permit. If none of the decisions is about it, it waits. */
  acquire(now: number, request: AcquireRequest): Step {
    // The same request again, because its connection broke while it waited.
    if (this.requests.has(request.id)) return this.finish(now)
    this.backpressure.count(now, request.tenant, request.caller, request.sampled ?? 1)
    const decision = this.grantedBefore(now, request) ?? this.replay(now, request) ?? this.overQuota(now, request)
    if (decision === undefined) this.enqueue(now, request)
    else this.decisions.push(decision)
    return this.finish(now)
  }

  /** Whoever waits has gone. */
  cancel(now: number, id: string): Step {
    this.leave(id)
    return this.finish(now)
  }

  /** Time has passed. */
  tick(now: number): Step {
    return this.finish(now)
  }

  /** A call has ended. This must be stored before its token is handed out. */
  complete(now: number, completion: Completion): CompleteStep {
    const { id, timestamp, outcome } = completion
    const state = outcome.kind === 'unknown' ? 'unknown' : outcome.kind === 'not-sent' ? 'unused' : 'ended'
    const permit = this.permits.end(now, id, timestamp, state)
    if (permit !== undefined) this.ended(now, permit, completion)
    const fenced = !this.settle(now, completion)
    return { ...this.finish(now), fenced }
  }

  /** How calls are signed now. */
  signing(now: number): Signing {
    return this.signatures.signing(now)
  }

  /** The reply to an earlier acquire was lost: the grant is still its own, and unused. */
  private grantedBefore(now: number, { id }: AcquireRequest): Decision | undefined {
    const permit = this.permits.open(now, id)
    if (permit === undefined) return undefined
    // An instance that has been superseded must not get a grant out: every grant is a write.
    this.store.putPermit(rowOf(permit))
    return this.granted(now, permit, 0)
  }

  private granted(now: number, { grant, timestamp, expires }: PermitRow, waitedMs: number): Decision {
    const expiresInMs = this.signatures.expiredAt(expires) - now
    return { kind: 'granted', id: grant, timestamp, signing: this.signing(now), expiresInMs, waitedMs }
  }

  /** What the idempotency key says: the answer of its call, or why there can't be another. */
  private replay(now: number, { id, idempotent }: AcquireRequest): Decision | undefined {
    if (idempotent === undefined) return undefined
    const [waiting] = this.waitingWith(idempotent.key)
    const record = this.store.record(idempotent.key)
    const known = waiting?.idempotent ?? (record && this.counts(now, record) ? record : undefined)
    if (known === undefined) return undefined
    if (known.fingerprint !== idempotent.fingerprint) return refusal(id, 'other-request', 1)
    if (known !== record) return refusal(id, 'in-progress', 1)
    if (record.state === 'answered') return { kind: 'replayed', id, answer: record.answer }
    const expiredAt = this.signatures.expiredAt(record.expires)
    const usualEnd = (this.permits.open(now, record.grant)?.grantedAt ?? 0) + 2 * this.permits.callMs
    const until = now < usualEnd ? Math.min(usualEnd, expiredAt) : expiredAt
    return refusal(id, 'in-progress', Math.ceil((until - now) / 1_000))
  }

  /** Whether a record is in the way of another call. */
  private counts(now: number, record: IdempotencyRecord): boolean {
    return now < (record.state === 'open' ? this.signatures.expiredAt(record.expires) : record.forgetAt)
  }

  private waitingWith(key: string): AcquireRequest[] {
    return this.requestsWith(({ idempotent }) => idempotent?.key === key)
  }

  private requestsWith(matches: (request: AcquireRequest) => boolean): AcquireRequest[] {
    return [...this.requests.values()].filter(matches)
  }

  private overQuota(now: number, { id, quotas = [] }: AcquireRequest): Decision | undefined {
    for (const quota of quotas) {
      const used = this.quotas.used(now, quota)
      const waiting = this.requestsWith((other) => other.quotas?.some(({ name }) => name === quota.name) ?? false)
      if (used + waiting.length < quota.limit) continue
      const seconds = used < quota.limit ? 1 : Math.ceil((this.quotas.nextFree(now, quota) - now) / 1_000)
      return refusal(id, quota.scope === 'account' ? 'budget' : 'quota', seconds)
    }
    return undefined
  }

  private enqueue(now: number, request: AcquireRequest): void {
    const { id, caller, tenant, weight = 1, maxWaitMs } = request
    const due = this.appointments.claim(now, holderOf(request))
    const deadline = now + Math.min(maxWaitMs, this.settings.maxWaitMs)
    this.requests.set(id, request)
    this.queue.add({ id, caller, tenant, weight, due, since: now, deadline })
    this.serve(now)
    this.shedLoad(now)
  }

  /** Grants permits in the order of the queue while there are any. */
  private serve(now: number): void {
    while (this.queue.size > 0 && this.nextGrantAt(now) <= now) {
      const waiter = this.queue.first(now)
      if (waiter === undefined) return
      if (waiter.deadline < now) this.refuse(now, waiter)
      else this.grant(now, waiter)
    }
  }

  private nextGrantAt(now: number): number {
    const free = this.permits.nextFreeAt(now, this.limit.at(now))
    return this.limit.outage ? Math.max(free, this.permits.noneOpenAt(now)) : free
  }

  /** Refuses at once as many as can't be served in time. */
  private shedLoad(now: number): void {
    const room = this.permits.expectedGrants(now, this.limit.at(now), this.settings.maxWaitMs)
    while (this.queue.size > room) {
      const waiter = this.queue.last(now)
      if (waiter === undefined) return
      this.refuse(now, waiter)
    }
  }

  private grant(now: number, waiter: Waiter): void {
    const { id, tenant } = waiter
    const request = this.requests.get(id)
    if (request === undefined) return
    const row = this.permits.take(now, id)
    this.store.putPermit(row)
    const { idempotent } = request
    if (idempotent) this.store.putRecord({ ...idempotent, grant: id, state: 'open', expires: row.expires })
    for (const quota of request.quotas ?? []) this.countToken(now, quota)
    this.queue.charge(now, waiter)
    this.grants.count(now, tenant)
    this.appointments.cancel(holderOf(request))
    this.leave(id)
    this.decisions.push(this.granted(now, row, now - waiter.since))
  }

  private countToken(now: number, quota: Quota): void {
    this.quotas.count(now, quota)
    const used = this.quotas.used(now, quota)
    if (quota.scope !== 'account' || used !== Math.ceil(NEARLY_USED * quota.limit)) return
    this.notices.push({ kind: 'budget-nearly-used', used, limit: quota.limit })
  }

  /** For want of room. The caller has an appointment, or is told that there is none to be had. */
  private refuse(now: number, { id, tenant, weight }: Waiter): void {
    const request = this.leave(id)
    if (request === undefined) return
    const parts = this.backpressure.of(now, tenant)
    const least = this.backpressure.lasts(now, tenant) ? NOT_BEFORE_S : 1
    const { grants } = this
    const booking = { holder: holderOf(request), tenant, weight, capacity: this.capacity(now), grants, least }
    const wait = this.appointments.book(now, booking)
    const retryAfterS = wait ?? Math.ceil(this.settings.horizonS * (1 + this.random() / 2))
    const pressure = parts && { ...parts, due: this.appointments.dueWithin(now, DUE_S) }
    this.decisions.push({ ...refusal(id, 'full', retryAfterS), promised: wait !== undefined, pressure })
  }

  /** Grants that can be expected in the second that begins at a time. */
  private capacity(now: number): (at: number) => number {
    const { cycleMs } = this.permits
    const rests = this.permits.longRests(now)
    return (at) => {
      const resting = rests.filter((until) => until > at + cycleMs).length
      return (1_000 * Math.min(this.limit.at(at), this.settings.limit - resting)) / cycleMs
    }
  }

  /** A permit's call has ended: what its end tells of the upstream, and of tokens that were not issued. */
  private ended(now: number, permit: Permit, completion: Completion): void {
    const { outcome, date } = completion
    const { grantedAt, recovered } = permit
    if (outcome.kind === 'unknown') {
      // The permit and the key rest until the signature has expired, and the token counts.
      this.limit.unknown()
      return
    }
    if (outcome.kind !== 'issued') for (const quota of completion.quotas ?? []) this.quotas.uncount(now, quota)
    if (outcome.kind === 'not-sent') return
    this.limit.known()
    if (outcome.kind === 'throttled') this.limit.throttled(now, grantedAt)
    if (recovered) return
    if (date !== undefined) this.signatures.observe(grantedAt, now, date)
    if (outcome.kind === 'expired') this.expired(now, permit)
    else this.signatures.accepted()
  }

  private expired(now: number, permit: Permit): void {
    const presentUntil = this.signatures.refused(permit.grantedAt, now, permit)
    if (presentUntil === undefined) return
    this.store.putPresentUntil(presentUntil)
    this.notices.push({ kind: 'signing-present-time' })
  }

  /** Enters the outcome of a call for its key. False if the key has gone on to another call. */
  private settle(now: number, { id, outcome, idempotent }: Completion): boolean {
    if (idempotent === undefined) return true
    const record = this.store.record(idempotent.key)
    const own = record?.grant === id ? record : undefined
    if (outcome.kind === 'unknown') return true
    if (outcome.kind !== 'issued') {
      if (own?.state === 'open') this.store.deleteRecord(own.key)
      return true
    }
    if (own === undefined) return false
    if (own.state === 'open') this.answer(now, own, outcome)
    return true
  }

  private answer(
    now: number,
    { key, fingerprint, grant }: IdempotencyRecord,
    outcome: Extract<Outcome, { kind: 'issued' }>,
  ): void {
    const { answer, replayMs = ANSWER_KEPT_MS } = outcome
    const forgetAt = now + Math.min(replayMs, ANSWER_KEPT_MS)
    this.store.putRecord({ key, fingerprint, grant, state: 'answered', answer, forgetAt })
    // It comes so late that somebody waits for another call with the key.
    for (const { id, idempotent } of this.waitingWith(key)) {
      this.leave(id)
      const same = idempotent?.fingerprint === fingerprint
      this.decisions.push(same ? { kind: 'replayed', id, answer } : refusal(id, 'other-request', 1))
    }
  }

  private leave(id: string): AcquireRequest | undefined {
    const request = this.requests.get(id)
    this.queue.remove(id)
    this.requests.delete(id)
    return request
  }

  private finish(now: number): Step {
    this.serve(now)
    let nextDeadline = Number.POSITIVE_INFINITY
    for (const waiter of [...this.queue]) {
      if (waiter.deadline <= now) this.refuse(now, waiter)
      else nextDeadline = Math.min(nextDeadline, waiter.deadline)
    }
    const { decisions, notices } = this
    this.decisions = []
    this.notices = []
    return { decisions, notices, wakeAt: this.queue.size === 0 ? undefined : this.wakeAt(now, nextDeadline) }
  }

  private wakeAt(now: number, nextDeadline: number): number {
    return Math.min(this.nextGrantAt(now), nextDeadline, this.limit.nextReturn(now) ?? nextDeadline)
  }
}

/** Why one gate can't do that; undefined if it can. */
export function exceedsOneGate(limit: number, maxWaitMs: number): string | undefined {
  if (limit > MOST_PERMITS) return `one gate serves at most ${MOST_PERMITS} calls a second`
  if ((limit * maxWaitMs) / 1_000 <= MOST_WAITING) return undefined
  return `calls a second times seconds of waiting may be at most ${MOST_WAITING}: more can't wait in one gate`
}

/** An appointment is for an app user; of a backend it is for one request. */
function holderOf({ id, holder }: AcquireRequest): string {
  return holder ?? id
}

function refusal(id: string, reason: RefusalReason, retryAfterS: number): Refusal {
  return { kind: 'refused', id, reason, retryAfterS: Math.max(1, retryAfterS), promised: false }
}
