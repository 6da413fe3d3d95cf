/** How long after being taken away the first permit comes back, and how long after it each other, in milliseconds. */
const RETURN_MS = 1_000

/** So many unknown ends in a row are an outage: a quarter of the limit, and at least this many. */
const OUTAGE_LEAST = 3

/**
 * Fewer permits for a while. Where the upstream throttles although the limit is kept, somebody else uses the same account: a
 * quarter of what is left goes, and one comes back each second. Where one call after the other has no known end, the upstream
 * can't be reached: one call at a time finds out when it can be again, and then all may go.
 */
export class AdaptiveLimit {
  private readonly limit: number
  private withheld = 0
  private since = 0
  private unknownInARow = 0

  constructor(limit: number) {
    this.limit = limit
  }

  /** How many permits may be used at a time, now or later. */
  at(time: number): number {
    return this.limit - this.withheldAt(time)
  }

  /** Whether no call should be made while another is under way. */
  get outage(): boolean {
    return this.unknownInARow >= Math.max(OUTAGE_LEAST, this.limit / 4)
  }

  /** A call's end is known. */
  known(): void {
    this.unknownInARow = 0
  }

  unknown(): void {
    this.unknownInARow++
  }

  /**
   * A call was throttled. Takes permits away once a second at most, and not for a call granted before the last time: calls
   * under way together are throttled together.
   */
  throttled(now: number, grantedAt: number): void {
    if (this.withheld > 0 && (now - this.since < RETURN_MS || grantedAt < this.since)) return
    const left = this.limit - this.withheldAt(now)
    this.withheld = Math.min(this.limit - 1, this.limit - left + Math.ceil(left / 4))
    this.since = now
  }

  /** When the next permit comes back; undefined if none will by itself. */
  nextReturn(now: number): number | undefined {
    if (this.withheldAt(now) === 0) return undefined
    return now + RETURN_MS - ((now - this.since) % RETURN_MS)
  }

  private withheldAt(now: number): number {
    return Math.max(0, this.withheld - Math.floor((now - this.since) / RETURN_MS))
  }
}
