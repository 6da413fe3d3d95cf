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

/** As many as one object can serve: each call is two requests to it. */
const MAX_PERMITS = 200

/** How many may wait: every grant searches the whole queue. */
const MAX_WAITING = 2_000

/** The time constant of the grant rates that appointments are made by, in milliseconds. */
const GRANTS_TAU_MS = 10_000

/**
 * How far ahead isolates learn of appointments, and the nearest appointment while they forward only a part of the requests. Both
 * in seconds, and longer than isolates go by that part: every isolate forwards a request that comes at its time.
 */
const DUE_AHEAD_S = 8
const NEAREST_UNDER_PRESSURE_S = 7

/** The part of a budget at which the operator is notified. */
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
  /** Those that wait, by id. */
  private readonly requests = new Map<string, AcquireRequest>()
  private decisions: Decision[] = []
  private notices: Notice[] = []

  /** `random`: at least 0 and below 1. Throws a RangeError for settings that one gate can't serve. */
  constructor(settings: GateSettings, store: Store, now: number, random: () => number = Math.random) {
    const excess = exceedsOneGate(settings.limit, settings.maxWaitMs)
    if (excess !== undefined) throw new RangeError(excess)
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

  /** Requests a permit. The request waits if none of the decisions is about it. */
  acquire(now: number, request: AcquireRequest): Step {
    // The same request again, because its connection broke while it waited.
    if (this.requests.has(request.id)) return this.finish(now)
    this.backpressure.count(now, request.tenant, request.caller, request.sampled ?? 1)
    const decision = this.grantedBefore(now, request) ?? this.replay(now, request) ?? this.overQuota(now, request)
    if (decision === undefined) this.enqueue(now, request)
    else this.decisions.push(decision)
    return this.finish(now)
  }

  /** The caller of a waiting request has gone. */
  cancel(now: number, id: string): Step {
    this.dequeue(id)
    return this.finish(now)
  }

  /** Time has passed. */
  tick(now: number): Step {
    return this.finish(now)
  }

  /** A call has ended, or was never made. Its token may be handed out once this is durable. */
  complete(now: number, completion: Completion): CompleteStep {
    const { id, timestamp, outcome } = completion
    const state = outcome.kind === 'unknown' ? 'unknown' : outcome.kind === 'not-sent' ? 'unused' : 'ended'
    const permit = this.permits.end(now, id, timestamp, state)
    if (permit !== undefined) this.learn(now, permit, completion)
    const fenced = !this.completeRecord(now, completion)
    return { ...this.finish(now), fenced }
  }

  /** How calls that are granted now are signed. */
  signing(now: number): Signing {
    return this.signatures.signing(now)
  }

  /** Idempotent acquire: the reply with the grant was lost, so the grant is unused. */
  private grantedBefore(now: number, { id }: AcquireRequest): Decision | undefined {
    const permit = this.permits.open(now, id)
    if (permit === undefined) return undefined
    // An instance that another has replaced can't write, so it must not grant without a write.
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
    const known = waiting?.idempotent ?? (record && this.isLive(now, record) ? record : undefined)
    if (known === undefined) return undefined
    if (known.fingerprint !== idempotent.fingerprint) return refusal(id, 'other-request', 1)
    if (known !== record) return refusal(id, 'in-progress', 1)
    if (record.state === 'answered') return { kind: 'replayed', id, answer: record.answer }
    const expiredAt = this.signatures.expiredAt(record.expires)
    const usualEnd = (this.permits.open(now, record.grant)?.grantedAt ?? 0) + 2 * this.permits.callMs
    const until = now < usualEnd ? Math.min(usualEnd, expiredAt) : expiredAt
    return refusal(id, 'in-progress', Math.ceil((until - now) / 1_000))
  }

  /** Whether a record still rules out another call. */
  private isLive(now: number, record: IdempotencyRecord): boolean {
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

  /** Grants free permits in the order of the queue. */
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

  /** Refuses those that can't be served in time now, so that nobody waits in vain. */
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
    this.dequeue(id)
    this.decisions.push(this.granted(now, row, now - waiter.since))
  }

  private countToken(now: number, quota: Quota): void {
    this.quotas.count(now, quota)
    const used = this.quotas.used(now, quota)
    if (quota.scope !== 'account' || used !== Math.ceil(NEARLY_USED * quota.limit)) return
    this.notices.push({ kind: 'budget-nearly-used', used, limit: quota.limit })
  }

  /** Refuses for lack of capacity: with an appointment, or with a longer wait where there is none before the horizon. */
  private refuse(now: number, { id, tenant, weight }: Waiter): void {
    const request = this.dequeue(id)
    if (request === undefined) return
    const parts = this.backpressure.of(now, tenant)
    const minWaitS = this.backpressure.isActive(now, tenant) ? NEAREST_UNDER_PRESSURE_S : 1
    const { grants } = this
    const booking = { holder: holderOf(request), tenant, weight, capacity: this.capacity(now), grants, minWaitS }
    const wait = this.appointments.book(now, booking)
    const retryAfterS = wait ?? Math.ceil(this.settings.horizonS * (1 + this.random() / 2))
    const pressure = parts && { ...parts, due: this.appointments.dueWithin(now, DUE_AHEAD_S) }
    this.decisions.push({ ...refusal(id, 'full', retryAfterS), promised: wait !== undefined, pressure })
  }

  /** Returns how many grants to expect in the second that begins `at`. */
  private capacity(now: number): (at: number) => number {
    const { cycleMs } = this.permits
    const rests = this.permits.longRests(now)
    return (at) => {
      const resting = rests.filter((until) => until > at + cycleMs).length
      return (1_000 * Math.min(this.limit.at(at), this.settings.limit - resting)) / cycleMs
    }
  }

  /** Learns from a call's end: the state of the upstream, its clock, and tokens that were not issued. */
  private learn(now: number, permit: Permit, completion: Completion): void {
    const { outcome, date } = completion
    const { grantedAt, recovered } = permit
    if (outcome.kind === 'unknown') {
      // The permit and the key rest until the signature has expired, and the token counts.
      this.limit.unknown()
      return
    }
    if (nothingIssued(outcome)) for (const quota of completion.quotas ?? []) this.quotas.uncount(now, quota)
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

  /** Completes the record of the call's key. Returns false if the key belongs to another call by now. */
  private completeRecord(now: number, { id, outcome, idempotent }: Completion): boolean {
    if (idempotent === undefined) return true
    const record = this.store.record(idempotent.key)
    const own = record?.grant === id ? record : undefined
    if (outcome.kind === 'unknown') return true
    if (outcome.kind !== 'succeeded') {
      if (own?.state === 'open') this.store.deleteRecord(own.key)
      return true
    }
    if (own === undefined) return false
    if (own.state === 'open') this.storeAnswer(now, own, outcome)
    return true
  }

  private storeAnswer(
    now: number,
    { key, fingerprint, grant }: IdempotencyRecord,
    outcome: Extract<Outcome, { kind: 'succeeded' }>,
  ): void {
    const { answer, replayMs = ANSWER_KEPT_MS } = outcome
    const forgetAt = now + Math.min(replayMs, ANSWER_KEPT_MS)
    this.store.putRecord({ key, fingerprint, grant, state: 'answered', answer, forgetAt })
    // The report came after the signature had expired: requests for another call with the key may wait.
    for (const { id, idempotent } of this.waitingWith(key)) {
      this.dequeue(id)
      const same = idempotent?.fingerprint === fingerprint
      this.decisions.push(same ? { kind: 'replayed', id, answer } : refusal(id, 'other-request', 1))
    }
  }

  private dequeue(id: string): AcquireRequest | undefined {
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

/** Returns why one gate can't serve that limit and wait (in milliseconds); undefined if it can. */
export function exceedsOneGate(limit: number, maxWaitMs: number): string | undefined {
  if (limit > MAX_PERMITS) return `one gate serves at most ${MAX_PERMITS} calls a second`
  if ((limit * maxWaitMs) / 1_000 <= MAX_WAITING) return undefined
  return `calls a second times seconds of waiting may be at most ${MAX_WAITING}: more can't wait in one gate`
}

function holderOf({ id, holder }: AcquireRequest): string {
  return holder ?? id
}

/** Whether it is certain that the call issued no token. */
function nothingIssued({ kind }: Outcome): boolean {
  return kind !== 'succeeded' && kind !== 'failed' && kind !== 'unknown'
}

function refusal(id: string, reason: RefusalReason, retryAfterS: number): Refusal {
  return { kind: 'refused', id, reason, retryAfterS: Math.max(1, retryAfterS), promised: false }
}
