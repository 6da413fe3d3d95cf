/** How long after a decrease one permit comes back, and after it each other one, in milliseconds. */
const RETURN_MS = 1_000

/** Unknown ends in a row that are an outage: a quarter of the limit, and at least this many. */
const MIN_OUTAGE = 3

/**
 * Multiplicative decrease, additive increase. Where the upstream throttles although the limit is kept, something else uses the
 * same account: a quarter of the permits goes, and one comes back each second. Where one call after the other has an unknown
 * end, the upstream can't be reached: one call at a time probes it, and the first known end restores the limit.
 */
export class AdaptiveLimit {
  private readonly limit: number
  private withheld = 0
  private since = 0
  private unknownInARow = 0

  constructor(limit: number) {
    this.limit = limit
  }

  /** Returns how many permits may be used at a time, now or in the future. */
  at(time: number): number {
    return this.limit - this.withheldAt(time)
  }

  /** Whether only one call at a time should be made. */
  get outage(): boolean {
    return this.unknownInARow >= Math.max(MIN_OUTAGE, this.limit / 4)
  }

  /** A call has a known end. */
  known(): void {
    this.unknownInARow = 0
  }

  /** A call has an unknown end. */
  unknown(): void {
    this.unknownInARow++
  }

  /**
   * A call was throttled. Decreases once a second at most, and not for a call granted before the last decrease: calls under
   * way together are throttled together.
   */
  throttled(now: number, grantedAt: number): void {
    if (this.withheld > 0 && (now - this.since < RETURN_MS || grantedAt < this.since)) return
    const left = this.limit - this.withheldAt(now)
    this.withheld = Math.min(this.limit - 1, this.limit - left + Math.ceil(left / 4))
    this.since = now
  }

  /** Returns when the next permit comes back; undefined if none is missing. */
  nextReturn(now: number): number | undefined {
    if (this.withheldAt(now) === 0) return undefined
    return now + RETURN_MS - ((now - this.since) % RETURN_MS)
  }

  private withheldAt(now: number): number {
    return Math.max(0, this.withheld - Math.floor((now - this.since) / RETURN_MS))
  }
}
