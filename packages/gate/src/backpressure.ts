import { putNewest, RateMeter } from './rate-meter.ts'
import { FORWARD_MS, hash } from './refusal-cache.ts'
import type { Pressure } from './types.ts'

/** Above max(400, 3 x limit) acquires a second, isolates are to forward only a part: one object can take that many. */
const MAX_PER_SECOND = { atLeast: 400, perPermit: 3 }

/** Time constants of the rates, in milliseconds: of all requests, to notice overload; of tenants and callers, to divide it. */
const TAU_MS = { overload: 5_000, part: 1_000 }

/** The rate that one request is measured as, and the rate from which on a name has a part of its own. Both per second. */
const ONCE = 1_000 / TAU_MS.part
const OFTEN = 5

/** How many tenants are measured, and how many of a tenant's callers have a part of their own at most. */
const TENANTS = 1_000
const MAX_CALLERS = 100

/** How long isolates go by a part after the gate has sent it, in milliseconds; a second of it for the way. */
const ACTIVE_MS = FORWARD_MS + 1_000

interface Traffic {
  readonly callers: RateMeter
  /** When the gate last had isolates forward only a part of any caller's requests. */
  limitedAt: number
}

/**
 * Has isolates forward only a part of the requests while there are more than the object can take. Tenants have even parts of
 * what it takes, and so do the callers of a tenant: one that sends few requests loses none because another sends many.
 */
export class Backpressure {
  private readonly maxPerSecond: number
  private readonly all = new RateMeter(TAU_MS.overload)
  private readonly tenants = new RateMeter(TAU_MS.part)
  private readonly traffic = new Map<string, Traffic>()

  constructor(limit: number) {
    this.maxPerSecond = Math.max(MAX_PER_SECOND.atLeast, MAX_PER_SECOND.perPermit * limit)
  }

  /** `sampled`: the probability with which it was forwarded. It counts as 1 / `sampled` requests. */
  count(now: number, tenant: string, caller: string, sampled: number): void {
    const requests = 1 / sampled
    const traffic = this.traffic.get(tenant) ?? {
      callers: new RateMeter(TAU_MS.part),
      limitedAt: Number.NEGATIVE_INFINITY,
    }
    putNewest(this.traffic, tenant, traffic, TENANTS)
    traffic.callers.count(now, caller, requests)
    this.tenants.count(now, tenant, requests)
    this.all.count(now, '', requests)
  }

  /** Returns the parts of a tenant's requests to forward; undefined for all of them. */
  of(now: number, tenant: string): Omit<Pressure, 'due'> | undefined {
    const traffic = this.traffic.get(tenant)
    if (traffic === undefined || this.all.total(now) <= this.maxPerSecond) return undefined
    const rate = this.tenants.of(now, tenant)
    const often = this.tenants.above(now, OFTEN)
    const tenants = evenParts(this.maxPerSecond, this.tenants.total(now), often)
    const part = rate < OFTEN ? tenants.others : tenants.each / rate
    if (part >= 1) return undefined
    const frequent = traffic.callers.above(now, OFTEN).slice(0, MAX_CALLERS)
    const { each, others } = evenParts(part * rate, rate, frequent)
    const callers = frequent.map(([name, perSecond]) => ({
      caller: hash(name),
      forward: Math.min(1, each / perSecond),
    }))
    if (others < 1 || callers.some(({ forward }) => forward < 1)) traffic.limitedAt = now
    return { forward: others, callers }
  }

  /** Whether isolates may still be forwarding only a part of some caller's requests. */
  isActive(now: number, tenant: string): boolean {
    return now < (this.traffic.get(tenant)?.limitedAt ?? Number.NEGATIVE_INFINITY) + ACTIVE_MS
  }
}

/**
 * Divides `max` requests a second evenly among names that send `total` together. `often`: the rates of those that send many,
 * descending. Returns the most that one of those may send, `each`, and the part of all other requests, `others`.
 */
function evenParts(max: number, total: number, often: readonly (readonly [name: string, perSecond: number])[]) {
  let rest = total
  for (const [above, rate] of [...often.map(([, perSecond]) => perSecond), ONCE].entries()) {
    // The first `above` have an even part of what the rest leaves, and the rest has all that it sends.
    const each = (max - rest) / above
    if (above > 0 && each >= rate) return { each, others: 1 }
    rest -= rate
  }
  const others = often.reduce((sum, [, perSecond]) => sum - perSecond, total)
  const each = max / (often.length + others / ONCE)
  return { each, others: Math.min(1, each / ONCE) }
}
