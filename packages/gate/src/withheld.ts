/** How long after being taken away the first permit comes back, and how long after it each other, in milliseconds. */
const RETURN_MS = 1_000

/**
 * Permits taken away because the upstream throttles although the limit is kept: somebody else uses the same account. A
 * quarter of what is left goes at a time, and one comes back each second.
 */
export class Withheld {
  private count = 0
  private since = 0

  /** How many of `limit` permits may be used now. */
  left(now: number, limit: number): number {
    const back = Math.floor((now - this.since) / RETURN_MS)
    return limit - Math.max(0, this.count - back)
  }

  /**
   * Takes a quarter away because a call was throttled, once a second at most. One that was granted before the last time tells
   * nothing new: calls that are under way together are throttled together.
   */
  throttled(now: number, grantedAt: number, limit: number): void {
    const left = this.left(now, limit)
    if (this.count > 0 && (grantedAt < this.since || now - this.since < RETURN_MS)) return
    this.count = Math.min(limit - 1, limit - left + Math.ceil(left / 4))
    this.since = now
  }

  /** When the next permit comes back; undefined if all are there. */
  nextReturn(now: number, limit: number): number | undefined {
    if (this.left(now, limit) === limit) return undefined
    return now + RETURN_MS - ((now - this.since) % RETURN_MS)
  }
}
