import type { Decision } from '@tc3-edge/gate'
import { EventQueue } from '@tc3-edge/test-support/event-queue'
import { Random } from '@tc3-edge/test-support/random'
import { Fleet, type Placement, type Site, trip, tripToTencent } from './fleet.ts'
import type { Limiter } from './limiter.ts'
import type { ScheduledRequest } from './schedule.ts'
import { MAX_WAIT_MS, type Subject } from './subjects.ts'
import { Upstream } from './upstream.ts'

/** A request that a limiter is asked about, or that calls. */
interface Request {
  readonly id: string
  readonly scheduled: ScheduledRequest
  readonly attempt: number
  readonly site: Site
  readonly isolate: Site['isolates'][number]
  readonly askedAt: number
}

/** A limiter, and when it is to be woken. */
interface Station {
  readonly limiter: Limiter
  wakeAt: number | undefined
}

/** How often somebody comes back who was refused. */
const MOST_ATTEMPTS = 6
/** The greedy one asks all the time anyhow. */
const PATIENT = new Set<ScheduledRequest['kind']>(['user', 'light'])
/** How late those are who come back when they were told to, at the most, in milliseconds. */
const TARDINESS_MS = 100
/** Calls don't all take the same time. */
const CALL_SPREAD = 0.2
const SHORTEST_CALL_MS = 100
const SEED = 11

/** A limiter, a fleet of Workers before it and Tencent behind it. */
export class World {
  readonly upstream = new Upstream()
  /** How long each served request took from its first request, in milliseconds. */
  readonly served = new Map<ScheduledRequest, number>()
  requests = 0
  refusals = 0
  /** Acquires that reached the one object. */
  acquires = 0
  private readonly subject: Subject
  private readonly callMs: number
  private readonly random = new Random(SEED)
  private readonly fleet: Fleet
  private readonly events = new EventQueue()
  private readonly stations = new Map<Site | undefined, Station>()
  private readonly pending = new Map<string, Request>()

  constructor(subject: Subject, placement: Placement, callMs: number) {
    this.subject = subject
    this.callMs = callMs
    this.fleet = new Fleet(placement)
  }

  /** Ends with the last request: what is not decided by then is not. */
  run(requests: readonly ScheduledRequest[]): void {
    for (const scheduled of requests) {
      this.events.runUntil(scheduled.at)
      this.request(scheduled.at, scheduled, 1)
    }
  }

  /** A request reaches a Worker, which may know the answer. */
  private request(now: number, scheduled: ScheduledRequest, attempt: number): void {
    this.requests++
    const site = this.fleet.siteOf(scheduled.home)
    const isolate = site?.isolates[this.random.below(site.isolates.length)]
    if (site === undefined || isolate === undefined) return
    const standing = isolate.standing(now, { id: scheduled.caller, party: scheduled.tenant }, false)
    const request = { id: `${this.requests}`, scheduled, attempt, site, isolate, askedAt: now }
    if (standing !== undefined) this.refused(now, request, standing.retryAfterMs)
    else if (this.subject.where === 'site') this.ask(now, request)
    else this.events.add(now + trip(this.random, site.toObject), (then) => this.ask(then, request))
  }

  private ask(now: number, request: Request): void {
    const { id, scheduled, site } = request
    if (this.subject.where === 'object') this.acquires++
    this.pending.set(id, request)
    const { caller, tenant } = scheduled
    const station = this.stationOf(site)
    this.take(now, station, station.limiter.ask(clock(now), { id, caller, party: tenant, patienceMs: MAX_WAIT_MS }))
  }

  private take(now: number, station: Station, step: ReturnType<Limiter['tick']>): void {
    for (const decision of step.decisions) this.decided(now, decision)
    station.wakeAt = step.wakeAt
    if (step.wakeAt === undefined) return
    const { wakeAt } = step
    // Timers are late by a millisecond or two.
    this.events.add(Math.max(now, wakeAt) + this.random.between(0.5, 2.5), (then) => {
      if (station.wakeAt === wakeAt) this.take(then, station, station.limiter.tick(clock(then)))
    })
  }

  private decided(now: number, decision: Decision): void {
    const request = this.pending.get(decision.id)
    if (request === undefined) return
    this.pending.delete(decision.id)
    const back = this.subject.where === 'site' ? 0 : trip(this.random, request.site.toObject)
    this.events.add(now + back, (then) => {
      if (decision.kind === 'granted') this.call(then, request, decision)
      else if (decision.kind === 'refused') {
        const { caller: id, tenant } = request.scheduled
        request.isolate.remember(then, { id, party: tenant }, decision)
        this.refused(then, request, decision.retryAfterMs)
      }
    })
  }

  private call(now: number, request: Request, grant: Extract<Decision, { kind: 'granted' }>): void {
    const timeout = grant.leaseMs - (now - request.askedAt - grant.waitedMs)
    if (timeout >= SHORTEST_CALL_MS) this.send(now, request, now + timeout)
    else this.report(now, request, 'not-sent')
  }

  private send(now: number, request: Request, until: number): void {
    const arrivesAt = now + tripToTencent(this.random, now, request.site)
    this.events.add(arrivesAt, (then) => {
      const served = this.upstream.arrive(then)
      const took = served ? this.callMs * this.random.logNormal(CALL_SPREAD) : 1
      const endsAt = then + took + trip(this.random, request.site.toTencent)
      this.events.add(Math.min(endsAt, until), (end) => {
        if (end === endsAt) request.site.idle.push(end)
        this.report(end, request, end < endsAt ? 'unknown' : served ? 'issued' : 'throttled')
      })
    })
  }

  private report(now: number, request: Request, kind: 'issued' | 'throttled' | 'unknown' | 'not-sent'): void {
    const { id, scheduled, site } = request
    const tell = (then: number) => {
      const outcome = kind === 'issued' ? { kind, answer: '' } : { kind }
      const station = this.stationOf(site)
      this.take(
        then,
        station,
        station.limiter.report(clock(then), { id, caller: scheduled.caller, counted: false, outcome }),
      )
      if (kind === 'issued')
        this.events.add(then + trip(this.random, site.toObject), (end) => this.serve(end, scheduled))
    }
    this.events.add(now + trip(this.random, site.toObject), tell)
    if (kind !== 'issued') this.refused(now, request, 1_000)
  }

  private serve(now: number, scheduled: ScheduledRequest): void {
    this.served.set(scheduled, now - scheduled.at)
  }

  /** Whoever is refused comes back at Retry-After, which is in whole seconds. */
  private refused(now: number, { scheduled, attempt }: Request, retryAfterMs: number): void {
    this.refusals++
    if (!PATIENT.has(scheduled.kind) || attempt === MOST_ATTEMPTS) return
    const retryAfter = Math.max(1, Math.ceil(retryAfterMs / 1_000)) * 1_000
    this.events.add(now + retryAfter + this.random.between(0, TARDINESS_MS), (then) =>
      this.request(then, scheduled, attempt + 1),
    )
  }

  private stationOf(site: Site): Station {
    const key = this.subject.where === 'site' ? site : undefined
    const known = this.stations.get(key)
    if (known !== undefined) return known
    const limiter = this.subject.make(this.random, this.fleet.sites.length)
    const station = { limiter, wakeAt: undefined }
    this.stations.set(key, station)
    return station
  }
}

/** Clocks there show whole milliseconds. */
function clock(now: number): number {
  return Math.floor(now)
}
