import { type AcquireRequest, COOLDOWN_MS, type Completion } from '@tc3-edge/gate'
import { type Decision, grant, type Limiter, type LimiterStep, refusal } from './limiter.ts'

interface Waiter {
  readonly request: AcquireRequest
  readonly since: number
}

/**
 * The upper bound for fairness: permits like the gate's, and always the least served tenant next, and its least served caller,
 * remembered for ever. No order of a queue with this timeout gives better shares. No appointments.
 */
export class LeastServed implements Limiter {
  private readonly limit: number
  private readonly maxWaitMs: number
  /** When each permit is free again; infinity while its call is under way. */
  private readonly permits = new Map<string, number>()
  private readonly grantedAt = new Map<string, number>()
  private queue: Waiter[] = []
  private readonly served = new Map<string, number>()
  private callMs = 100

  constructor(limit: number, maxWaitMs: number) {
    this.limit = limit
    this.maxWaitMs = maxWaitMs
  }

  acquire(now: number, request: AcquireRequest): LimiterStep {
    this.queue.push({ request, since: now })
    const decisions = this.serve(now)
    const room = Math.floor((this.limit * this.maxWaitMs) / (this.callMs + COOLDOWN_MS))
    if (this.queue.length > room) {
      const last = this.queue.reduce((most, waiter) => (this.usage(waiter) >= this.usage(most) ? waiter : most))
      this.queue = this.queue.filter((waiter) => waiter !== last)
      decisions.push(refusal(last.request.id, 1))
    }
    return { decisions, wakeAt: this.wakeAt() }
  }

  complete(now: number, { id }: Completion): LimiterStep {
    this.callMs += (now - (this.grantedAt.get(id) ?? now) - this.callMs) / 10
    this.grantedAt.delete(id)
    this.permits.set(id, now + COOLDOWN_MS)
    return this.tick(now)
  }

  tick(now: number): LimiterStep {
    return { decisions: this.serve(now), wakeAt: this.wakeAt() }
  }

  private serve(now: number): Decision[] {
    for (const [id, freeAt] of this.permits) if (freeAt <= now) this.permits.delete(id)
    const decisions: Decision[] = this.queue
      .filter(({ since }) => since + this.maxWaitMs <= now)
      .map(({ request }) => refusal(request.id, 1))
    this.queue = this.queue.filter(({ since }) => since + this.maxWaitMs > now)
    while (this.permits.size < this.limit && this.queue.length > 0) {
      const first = this.queue.reduce((least, waiter) =>
        this.servedOf(waiter) < this.servedOf(least) ? waiter : least,
      )
      this.queue = this.queue.filter((waiter) => waiter !== first)
      const { id, tenant, caller } = first.request
      for (const name of [`tenant ${tenant}`, `caller ${caller}`])
        this.served.set(name, (this.served.get(name) ?? 0) + 1)
      this.permits.set(id, Number.POSITIVE_INFINITY)
      this.grantedAt.set(id, now)
      decisions.push(grant(now, id))
    }
    return decisions
  }

  /** Compares tenants first, then callers, as one number: one gate issues far fewer tokens than the factor. */
  private servedOf({ request: { tenant, caller } }: Waiter): number {
    return (this.served.get(`tenant ${tenant}`) ?? 0) * 1e6 + (this.served.get(`caller ${caller}`) ?? 0)
  }

  /** What its tenant and its caller were served, plus what they wait for: the newest waiter with the most is dropped. */
  private usage(waiter: Waiter): number {
    const { tenant, caller } = waiter.request
    const of = (same: (request: AcquireRequest) => boolean) => this.queue.filter(({ request }) => same(request)).length
    return this.servedOf(waiter) + of((other) => other.tenant === tenant) * 1e6 + of((other) => other.caller === caller)
  }

  private wakeAt(): number | undefined {
    const [oldest] = this.queue
    if (oldest === undefined) return undefined
    return Math.min(oldest.since + this.maxWaitMs, ...this.permits.values())
  }
}
