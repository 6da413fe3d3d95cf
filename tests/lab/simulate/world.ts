import type { Outcome, Refusal } from '@tc3-edge/gate'
import { EventQueue } from '@tc3-edge/test-support/event-queue'
import { Random } from '@tc3-edge/test-support/random'
import type { Attempt, ScheduledRequest, Trace } from './client.ts'
import { type Site, siteOf, trip, tripToTencent } from './fleet.ts'
import type { Decision, Limiter, LimiterStep } from './limiter.ts'
import { MAX_WAIT_MS, type Subject } from './subjects.ts'
import { Upstream, type UpstreamOptions } from './upstream.ts'

export interface WorldOptions {
  readonly subject: Subject
  readonly fleet: readonly Site[]
  /** How long a call takes at Tencent, on average. */
  readonly callMs: number
  readonly seed: number
  readonly upstream?: UpstreamOptions
  readonly faults?: Faults
}

export interface Faults {
  /** The path to Tencent carries nothing either way between these times. What was sent is delivered afterwards, in order. */
  readonly cut?: { readonly from: number; readonly to: number }
  /** The part of Tencent's responses that never arrive. */
  readonly lostResponses?: number
  /** The part of Workers that stall between grant and call, and for how long at the most. */
  readonly stalls?: { readonly part: number; readonly maxMs: number }
}

/** A request on its way through a Worker. */
interface Call {
  readonly id: string
  readonly trace: Trace
  readonly attempt: Attempt
  readonly site: Site
  readonly isolate: Site['isolates'][number]
  /** The probability with which its isolate forwarded it. */
  readonly sampled: number
  /** When its queue timeout ends. */
  readonly deadline: number
}

/** A limiter, and when its next tick is due. */
interface LimiterInstance {
  readonly limiter: Limiter
  wakeAt: number | undefined
}

/** The timeout of a call. */
const TIMEOUT_MS = 5_000
/** The share of all app users together, as the endpoint has it by default; a backend's is 1. */
const USERS_WEIGHT = 4
/** How late a client that heeds Retry-After returns at the most. */
const TARDINESS_MS = 100
/** The deviation of the durations of calls. */
const CALL_SPREAD = 0.2
/** How long Tencent takes to refuse a call. */
const REFUSAL_MS = 1

/** A limiter, a fleet of Workers before it and Tencent behind it. Times are in milliseconds. */
export class World {
  readonly upstream: Upstream
  readonly traces: Trace[] = []
  /** When Workers received tokens. */
  readonly answered: number[] = []
  /** When acquires reached the one object. */
  readonly acquires: number[] = []
  requests = 0
  refusals = 0
  private acquired = 0
  private readonly options: WorldOptions
  private readonly random: Random
  private readonly events = new EventQueue()
  private readonly limiters = new Map<Site | undefined, LimiterInstance>()
  private readonly waiting = new Map<string, Call>()

  constructor(options: WorldOptions) {
    this.options = options
    this.random = new Random(options.seed)
    this.upstream = new Upstream(options.upstream)
  }

  /** Runs until `endMs`, whether or not everything is decided by then. `requests` are in the order of time. */
  run(requests: readonly ScheduledRequest[], endMs: number): this {
    for (const request of requests) {
      this.events.runUntil(request.at)
      const trace = { request, attempts: [] }
      this.traces.push(trace)
      this.request(request.at, trace)
    }
    this.events.runUntil(endMs)
    return this
  }

  /** A request reaches a Worker, whose isolate may repeat a refusal. */
  private request(now: number, trace: Trace): void {
    this.requests++
    const { home, holder, caller, tenant } = trace.request
    const site = siteOf(this.options.fleet, home)
    const isolate = site.isolates[this.random.below(site.isolates.length)]
    if (isolate === undefined) throw new Error('The site has no isolates')
    const attempt = { at: now }
    trace.attempts.push(attempt)
    const checked = isolate.check(now, { holder, caller, tenant, idempotent: false })
    if ('reason' in checked) this.refused(now, trace, attempt, checked)
    else this.acquire(now, { id: '', trace, attempt, site, isolate, ...checked, deadline: now + MAX_WAIT_MS })
  }

  private acquire(now: number, call: Call): void {
    const id = String(this.acquired++)
    this.events.add(now + this.wayToObject(call.site), (then) => {
      const { caller, tenant, holder } = call.trace.request
      this.acquires.push(then)
      this.waiting.set(id, { ...call, id })
      const instance = this.limiterOf(call.site)
      const maxWaitMs = call.deadline - now
      const weight = tenant === 'users' ? USERS_WEIGHT : 1
      const request = { id, caller, tenant, weight, holder, maxWaitMs, sampled: call.sampled }
      this.take(then, instance, instance.limiter.acquire(clock(then), request))
    })
  }

  private take(now: number, instance: LimiterInstance, step: LimiterStep): void {
    for (const decision of step.decisions) this.decided(now, decision)
    const { wakeAt } = step
    if (wakeAt === instance.wakeAt) return
    instance.wakeAt = wakeAt
    if (wakeAt === undefined) return
    // Timers are late by a millisecond or two.
    this.events.add(Math.max(now, wakeAt) + this.random.between(0.5, 2.5), (then) => {
      if (instance.wakeAt !== wakeAt) return
      instance.wakeAt = undefined
      this.take(then, instance, instance.limiter.tick(clock(then)))
    })
  }

  private decided(now: number, decision: Decision): void {
    const call = this.waiting.get(decision.id)
    if (call === undefined) return
    this.waiting.delete(decision.id)
    this.events.add(now + this.wayToObject(call.site), (then) => {
      if (decision.kind === 'granted') this.call(then, call, decision.timestamp)
      if (decision.kind !== 'refused') return
      const { holder, caller, tenant } = call.trace.request
      call.isolate.remember(then, { holder, caller, tenant, idempotent: false }, decision)
      this.refused(then, call.trace, call.attempt, decision)
    })
  }

  private call(now: number, call: Call, timestamp: number): void {
    const { stalls } = this.options.faults ?? {}
    const stallMs = stalls !== undefined && this.random.chance(stalls.part) ? this.random.between(0, stalls.maxMs) : 0
    const sentAt = now + stallMs
    const arrivesAt = this.deliveredAt(sentAt, tripToTencent(this.random, sentAt, call.site))
    let over = false
    const end = (then: number, outcome: Outcome, date?: number) => {
      if (over) return
      over = true
      this.complete(then, call, timestamp, outcome, date)
    }
    this.events.add(sentAt + TIMEOUT_MS, (then) => end(then, { kind: 'unknown' }))
    this.events.add(arrivesAt, (then) => {
      const kind = this.upstream.receive(then, timestamp)
      const date = this.upstream.date(then)
      if (this.random.chance(this.options.faults?.lostResponses ?? 0)) return
      const tookMs = kind === 'succeeded' ? this.options.callMs * this.random.logNormal(CALL_SPREAD) : REFUSAL_MS
      const back = this.deliveredAt(then + tookMs, trip(this.random, call.site.toTencent))
      this.events.add(back, (heard) => {
        if (!over) call.site.idle.push(heard)
        end(heard, kind === 'succeeded' ? { kind, answer: '' } : { kind }, date)
      })
    })
  }

  private complete(now: number, call: Call, timestamp: number, outcome: Outcome, date: number | undefined): void {
    const { id, trace, attempt, site, deadline } = call
    if (outcome.kind === 'succeeded') this.answered.push(now)
    this.events.add(now + this.wayToObject(site), (then) => {
      const instance = this.limiterOf(site)
      this.take(then, instance, instance.limiter.complete(clock(then), { id, timestamp, outcome, date }))
    })
    if (outcome.kind === 'succeeded') {
      // Its token is handed out once the object has acknowledged the completion.
      this.events.add(now + this.wayToObject(site) + this.wayToObject(site), (then) => {
        attempt.servedAt = then
      })
    } else if (outcome.kind !== 'unknown' && deadline > now) this.acquire(now, call)
    else this.refused(now, trace, attempt, { retryAfterS: 1, promised: false })
  }

  private refused(
    now: number,
    trace: Trace,
    attempt: Attempt,
    { retryAfterS, promised }: Pick<Refusal, 'retryAfterS' | 'promised'>,
  ): void {
    this.refusals++
    attempt.refusal = { at: now, retryAfterS, promised }
    const { attempts, everyMs, early = 0, late } = trace.request.returns
    if (trace.attempts.length >= attempts) return
    let inMs = 1_000 * retryAfterS + this.random.between(0, TARDINESS_MS)
    if (everyMs !== undefined) inMs = everyMs
    else if (this.random.chance(early)) inMs *= this.random.next()
    else if (late !== undefined && this.random.chance(late.part)) inMs += this.random.between(0, late.maxMs)
    this.events.add(now + inMs, (then) => this.request(then, trace))
  }

  /** Returns when something that is sent then and takes so long is delivered: after the cut if that comes between. */
  private deliveredAt(sentAt: number, tookMs: number): number {
    const { cut } = this.options.faults ?? {}
    const at = sentAt + tookMs
    return cut !== undefined && sentAt < cut.to && at >= cut.from ? Math.max(at, cut.to + tookMs) : at
  }

  private wayToObject(site: Site): number {
    return this.options.subject.where === 'site' ? 0 : trip(this.random, site.toObject)
  }

  private limiterOf(site: Site): LimiterInstance {
    const { subject, fleet } = this.options
    const key = subject.where === 'site' ? site : undefined
    const known = this.limiters.get(key)
    if (known !== undefined) return known
    const instance = { limiter: subject.make(this.random, fleet.length), wakeAt: undefined }
    this.limiters.set(key, instance)
    return instance
  }
}

/** The clocks of Workers show whole milliseconds. */
function clock(now: number): number {
  return Math.floor(now)
}
