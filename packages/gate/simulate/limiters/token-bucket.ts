import { CountingLimiter, LIMIT, SECOND_MS } from './limiter.ts'

/** Holds twenty at the most, and gets twenty a second. */
export class TokenBucket extends CountingLimiter {
  private tokens = LIMIT
  private filledAt = 0

  protected override nextAt(now: number): number {
    const tokens = this.tokensAt(now)
    return tokens >= 1 ? now : now + ((1 - tokens) * SECOND_MS) / LIMIT
  }

  protected override count(now: number): void {
    this.tokens = this.tokensAt(now) - 1
    this.filledAt = now
  }

  private tokensAt(now: number): number {
    return Math.min(LIMIT, this.tokens + ((now - this.filledAt) * LIMIT) / SECOND_MS)
  }
}
