import type { Decision } from '../src/index.ts'
import { Agenda } from './agenda.ts'
import { Fleet, type Placement, type Site, trip, tripToTencent } from './fleet.ts'
import { type Contestant, MAX_WAIT_MS } from './limiters/all.ts'
import type { Limiter } from './limiters/limiter.ts'
import type { Order } from './orders.ts'
import { Random } from './random.ts'
import { Upstream } from './upstream.ts'

/** A request that a limiter is asked about, or that calls. */
interface Request {
  readonly id: string
  readonly order: Order
  readonly attempt: number
  readonly site: Site
  readonly isolate: Site['isolates'][number]
  readonly askedAt: number
}

/** A limiter, and when it is to be woken. */
interface Post {
  readonly limiter: Limiter
  wakeAt: number | undefined
}

/** How often somebody comes back who was refused. */
const MOST_ATTEMPTS = 6
/** The greedy one asks all the time anyhow. */
const PATIENT = new Set<Order['kind']>(['user', 'light'])
/** How late those are who come back when they were told to, at the most, in milliseconds. */
const TARDINESS_MS = 100
/** Calls don't all take the same time. */
const CALL_SPREAD = 0.2
const SHORTEST_CALL_MS = 100
const SEED = 11

/** A limiter, a fleet of Workers before it and Tencent behind it. */
export class World {
  readonly upstream = new Upstream()
  /** How long each served order took from its first request, in milliseconds. */
  readonly served = new Map<Order, number>()
  requests = 0
  refusals = 0
  /** Questions that reached the one object. */
  questions = 0
  private readonly contestant: Contestant
  private readonly callMs: number
  private readonly random = new Random(SEED)
  private readonly fleet: Fleet
  private readonly agenda = new Agenda()
  private readonly posts = new Map<Site | undefined, Post>()
  private readonly pending = new Map<string, Request>()

  constructor(contestant: Contestant, placement: Placement, callMs: number) {
    this.contestant = contestant
    this.callMs = callMs
    this.fleet = new Fleet(placement)
  }

  /** Ends with the last order: what is not decided by then is not. */
  run(orders: readonly Order[]): void {
    for (const order of orders) {
      while (this.agenda.nextAt <= order.at) this.agenda.runNext()
      this.request(order.at, order, 1)
    }
  }

  /** A request reaches a Worker, which may know the answer. */
  private request(now: number, order: Order, attempt: number): void {
    this.requests++
    const site = this.fleet.siteOf(order.home)
    const isolate = site?.isolates[this.random.below(site.isolates.length)]
    if (site === undefined || isolate === undefined) return
    const standing = isolate.standing(now, { id: order.caller, party: order.party }, false)
    const request = { id: `${this.requests}`, order, attempt, site, isolate, askedAt: now }
    if (standing !== undefined) this.refused(now, request, standing.retryAfterMs)
    else if (this.contestant.where === 'site') this.ask(now, request)
    else this.agenda.add(now + trip(this.random, site.toObject), (then) => this.ask(then, request))
  }

  private ask(now: number, request: Request): void {
    const { id, order, site } = request
    if (this.contestant.where === 'object') this.questions++
    this.pending.set(id, request)
    const { caller, party } = order
    const post = this.postOf(site)
    this.take(now, post, post.limiter.ask(clock(now), { id, caller, party, patienceMs: MAX_WAIT_MS }))
  }

  private take(now: number, post: Post, step: ReturnType<Limiter['tick']>): void {
    for (const decision of step.decisions) this.decided(now, decision)
    post.wakeAt = step.wakeAt
    if (step.wakeAt === undefined) return
    const { wakeAt } = step
    // Timers are late by a millisecond or two.
    this.agenda.add(Math.max(now, wakeAt) + this.random.between(0.5, 2.5), (then) => {
      if (post.wakeAt === wakeAt) this.take(then, post, post.limiter.tick(clock(then)))
    })
  }

  private decided(now: number, decision: Decision): void {
    const request = this.pending.get(decision.id)
    if (request === undefined) return
    this.pending.delete(decision.id)
    const back = this.contestant.where === 'site' ? 0 : trip(this.random, request.site.toObject)
    this.agenda.add(now + back, (then) => {
      if (decision.kind === 'granted') this.call(then, request, decision)
      else if (decision.kind === 'refused') {
        const { caller: id, party } = request.order
        request.isolate.remember(then, { id, party }, decision)
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
    this.agenda.add(arrivesAt, (then) => {
      const served = this.upstream.arrive(then)
      const took = served ? this.callMs * this.random.spread(CALL_SPREAD) : 1
      const endsAt = then + took + trip(this.random, request.site.toTencent)
      this.agenda.add(Math.min(endsAt, until), (end) => {
        if (end === endsAt) request.site.idle.push(end)
        this.report(end, request, end < endsAt ? 'unknown' : served ? 'issued' : 'throttled')
      })
    })
  }

  private report(now: number, request: Request, kind: 'issued' | 'throttled' | 'unknown' | 'not-sent'): void {
    const { id, order, site } = request
    const tell = (then: number) => {
      const outcome = kind === 'issued' ? { kind, answer: '' } : { kind }
      const post = this.postOf(site)
      this.take(then, post, post.limiter.report(clock(then), { id, caller: order.caller, counted: false, outcome }))
      if (kind === 'issued') this.agenda.add(then + trip(this.random, site.toObject), (end) => this.serve(end, order))
    }
    this.agenda.add(now + trip(this.random, site.toObject), tell)
    if (kind !== 'issued') this.refused(now, request, 1_000)
  }

  private serve(now: number, order: Order): void {
    this.served.set(order, now - order.at)
  }

  /** Whoever is refused comes back at Retry-After, which is in whole seconds. */
  private refused(now: number, { order, attempt }: Request, retryAfterMs: number): void {
    this.refusals++
    if (!PATIENT.has(order.kind) || attempt === MOST_ATTEMPTS) return
    const retryAfter = Math.max(1, Math.ceil(retryAfterMs / 1_000)) * 1_000
    this.agenda.add(now + retryAfter + this.random.between(0, TARDINESS_MS), (then) =>
      this.request(then, order, attempt + 1),
    )
  }

  private postOf(site: Site): Post {
    const key = this.contestant.where === 'site' ? site : undefined
    const known = this.posts.get(key)
    if (known !== undefined) return known
    const limiter = this.contestant.make(this.random, this.fleet.sites.length)
    const post = { limiter, wakeAt: undefined }
    this.posts.set(key, post)
    return post
  }
}

/** Clocks there show whole milliseconds. */
function clock(now: number): number {
  return Math.floor(now)
}
