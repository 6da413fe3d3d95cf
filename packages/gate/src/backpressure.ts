import { putNewest, RateMeter } from './rate-meter.ts'
import { hash } from './refusal-cache.ts'
import type { Pressure } from './types.ts'

/** So many acquires a second the object takes without trouble; and as many as it needs to use a larger limit. */
const PER_SECOND = { least: 400, timesTheLimit: 3 }

const TAU_MS = 5_000

/** How often somebody asks who asked once, as it is measured; and from when on it is looked at by itself. Both a second. */
const ONCE = 1_000 / TAU_MS
const OFTEN = 1

/** How many tenants' callers are measured, and how many of a tenant's isolates are told of. */
const TENANTS = 100
const CALLERS_TOLD = 100

/**
 * Tells isolates what part of requests to forward while there are more than the object should be asked. Tenants have even parts
 * of what it takes, and within a tenant its callers do: who asks little is not refused because another asks much.
 */
export class Backpressure {
  private readonly most: number
  private readonly tenants = new RateMeter(TAU_MS)
  private readonly callers = new Map<string, RateMeter>()

  constructor(limit: number) {
    this.most = Math.max(PER_SECOND.least, PER_SECOND.timesTheLimit * limit)
  }

  /** `sampled`: the probability with which it was forwarded. It stands for 1 / `sampled` requests. */
  count(now: number, tenant: string, caller: string, sampled: number): void {
    this.tenants.count(now, tenant, 1 / sampled)
    const callers = this.callers.get(tenant) ?? new RateMeter(TAU_MS)
    callers.count(now, caller, 1 / sampled)
    putNewest(this.callers, tenant, callers, TENANTS)
  }

  /** What to forward of a tenant's requests; undefined while all may be. */
  of(now: number, tenant: string): Omit<Pressure, 'due'> | undefined {
    const total = this.tenants.total(now)
    if (total <= this.most) return undefined
    const rate = this.tenants.of(now, tenant)
    const often = this.tenants.above(now, OFTEN).map(([, each]) => each)
    const tenants = evenParts(this.most, total, often)
    const part = rate < OFTEN ? tenants.others : tenants.each / rate
    if (part >= 1) return undefined
    const told = this.callers.get(tenant)?.above(now, OFTEN).slice(0, CALLERS_TOLD) ?? []
    const callers = evenParts(
      part * rate,
      rate,
      told.map(([, each]) => each),
    )
    return {
      forward: callers.others,
      callers: told.map(([name, each]) => ({ caller: hash(name), forward: Math.min(1, callers.each / each) })),
    }
  }
}

/**
 * Parts of `most` for those who ask `total` times in all. `often`: what some of them ask, descending. `each`: what one of those
 * may have at the most; `others`: the part of all other requests.
 */
function evenParts(most: number, total: number, often: readonly number[]): { each: number; others: number } {
  let rest = total
  for (const [above, rate] of [...often, ONCE].entries()) {
    // `above` of them have an even part of what the rest leaves, and the rest has what it asks.
    const each = (most - rest) / above
    if (above > 0 && each >= rate) return { each, others: 1 }
    rest -= rate
  }
  const others = total - often.reduce((sum, rate) => sum + rate, 0)
  const each = most / (often.length + others / ONCE)
  return { each, others: Math.min(1, each / ONCE) }
}
