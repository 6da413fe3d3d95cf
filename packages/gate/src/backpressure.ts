import { putNewest, RateMeter } from './rate-meter.ts'
import { FORWARD_MS, hash } from './refusal-cache.ts'
import type { Pressure } from './types.ts'

/** So many acquires a second the object takes without trouble; and as many as it needs to use a larger limit. */
const PER_SECOND = { least: 400, timesTheLimit: 3 }

/** How far back the mean reaches that says whether there are too many, and the one that says what part of them to forward. */
const TAU_MS = { tooMany: 5_000, part: 1_000 }

/** How often somebody asks who asked once, as it is measured; and from when on it is looked at by itself. Both a second. */
const ONCE = 1_000 / TAU_MS.part
const OFTEN = 5

/** How many tenants are measured, and of how many of a tenant's callers isolates are told. */
const TENANTS = 1_000
const CALLERS_TOLD = 100

/** How long isolates may forward only a part after the last was told to, in milliseconds, with the way there. */
const LASTS_MS = FORWARD_MS + 1_000

interface Traffic {
  readonly callers: RateMeter
  /** When isolates were last told to forward only a part of anybody's requests. */
  toldAt: number
}

/**
 * Tells isolates what part of requests to forward while there are more than the object should be asked. Tenants have even parts
 * of what it takes, and within a tenant its callers do: who asks little is not refused because another asks much.
 */
export class Backpressure {
  private readonly most: number
  private readonly all = new RateMeter(TAU_MS.tooMany)
  private readonly tenants = new RateMeter(TAU_MS.part)
  private readonly traffic = new Map<string, Traffic>()

  constructor(limit: number) {
    this.most = Math.max(PER_SECOND.least, PER_SECOND.timesTheLimit * limit)
  }

  /** `sampled`: the probability with which it was forwarded. It stands for 1 / `sampled` requests. */
  count(now: number, tenant: string, caller: string, sampled: number): void {
    const requests = 1 / sampled
    const traffic = this.traffic.get(tenant) ?? {
      callers: new RateMeter(TAU_MS.part),
      toldAt: Number.NEGATIVE_INFINITY,
    }
    putNewest(this.traffic, tenant, traffic, TENANTS)
    traffic.callers.count(now, caller, requests)
    this.tenants.count(now, tenant, requests)
    this.all.count(now, '', requests)
  }

  /** What to forward of a tenant's requests; undefined while all may be. */
  of(now: number, tenant: string): Omit<Pressure, 'due'> | undefined {
    const traffic = this.traffic.get(tenant)
    if (traffic === undefined || this.all.total(now) <= this.most) return undefined
    const rate = this.tenants.of(now, tenant)
    const often = this.tenants.above(now, OFTEN)
    const tenants = evenParts(this.most, this.tenants.total(now), often)
    const part = rate < OFTEN ? tenants.others : tenants.each / rate
    if (part >= 1) return undefined
    const told = traffic.callers.above(now, OFTEN).slice(0, CALLERS_TOLD)
    const { each, others } = evenParts(part * rate, rate, told)
    const callers = told.map(([name, perSecond]) => ({ caller: hash(name), forward: Math.min(1, each / perSecond) }))
    if (others < 1 || callers.some(({ forward }) => forward < 1)) traffic.toldAt = now
    return { forward: others, callers }
  }

  /** Whether isolates may still forward only a part of anybody's requests. */
  lasts(now: number, tenant: string): boolean {
    return now < (this.traffic.get(tenant)?.toldAt ?? Number.NEGATIVE_INFINITY) + LASTS_MS
  }
}

/**
 * Parts of `most` for those who ask `total` times in all. `often`: what some of them ask, descending. `each`: what one of those
 * may have at the most; `others`: the part of all other requests.
 */
function evenParts(most: number, total: number, often: readonly (readonly [name: string, perSecond: number])[]) {
  let rest = total
  for (const [above, rate] of [...often.map(([, perSecond]) => perSecond), ONCE].entries()) {
    // `above` of them have an even part of what the rest leaves, and the rest has what it asks.
    const each = (most - rest) / above
    if (above > 0 && each >= rate) return { each, others: 1 }
    rest -= rate
  }
  const others = often.reduce((sum, [, perSecond]) => sum - perSecond, total)
  const each = most / (often.length + others / ONCE)
  return { each, others: Math.min(1, each / ONCE) }
}
