import { RateMeter } from './rate-meter.ts'
import { FORWARD_MS } from './refusal-cache.ts'

/** So many acquires a second the object takes without trouble; and as many as it needs to use a larger limit. */
const PER_SECOND = { least: 400, timesTheLimit: 3 }

/** How far back the mean reaches that says whether there are too many, and the one that says what part of them to forward. */
const TAU_MS = { tooMany: 5_000, part: 1_000 }

/** How long isolates may forward only a part after the last was told to, in milliseconds, with the way there. */
const LASTS_MS = FORWARD_MS + 1_000

/** Tells isolates what part of a tenant's requests to forward while there are more than the object should be asked. */
export class Backpressure {
  private readonly most: number
  private readonly acquires = new RateMeter(TAU_MS.tooMany)
  private readonly lately = new RateMeter(TAU_MS.part)
  private lastAt = Number.NEGATIVE_INFINITY

  constructor(limit: number) {
    this.most = Math.max(PER_SECOND.least, PER_SECOND.timesTheLimit * limit)
  }

  /** `sampled`: the probability with which it was forwarded. It stands for 1 / `sampled` requests. */
  count(now: number, tenant: string, sampled: number): void {
    const requests = 1 / sampled
    this.acquires.count(now, tenant, requests)
    this.lately.count(now, tenant, requests)
  }

  /** The part to forward; undefined while all may be. Each tenant may ask for its even part. */
  forward(now: number, tenant: string): number | undefined {
    if (this.acquires.total(now) <= this.most) return undefined
    this.lastAt = now
    const even = this.most / Math.max(1, this.acquires.above(now, 1))
    return Math.min(1, even / this.lately.of(now, tenant))
  }

  /** Whether isolates may still forward a part only. */
  lasts(now: number): boolean {
    return now < this.lastAt + LASTS_MS
  }
}
