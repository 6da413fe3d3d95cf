import { RateMeter } from './rate-meter.ts'

/** So many acquires a second the object takes without trouble; and as many as it needs to use a larger limit. */
const PER_SECOND = { least: 400, timesTheLimit: 3 }

const TAU_MS = 5_000

/** Tells isolates what part of a tenant's requests to forward while there are more than the object should be asked. */
export class Backpressure {
  private readonly most: number
  private readonly acquires = new RateMeter(TAU_MS)

  constructor(limit: number) {
    this.most = Math.max(PER_SECOND.least, PER_SECOND.timesTheLimit * limit)
  }

  /** `sampled`: the probability with which it was forwarded. It stands for 1 / `sampled` requests. */
  count(now: number, tenant: string, sampled: number): void {
    this.acquires.count(now, tenant, 1 / sampled)
  }

  /** The part to forward; undefined while all may be. Each tenant may ask for its even part. */
  forward(now: number, tenant: string): number | undefined {
    if (this.acquires.total(now) <= this.most) return undefined
    const even = this.most / Math.max(1, this.acquires.above(now, 1))
    return Math.min(1, even / this.acquires.of(now, tenant))
  }
}
