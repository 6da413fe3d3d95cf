import { type Baseline, LIMIT, SECOND_MS } from './baseline.ts'

/** Holds twenty at the most, and gets twenty a second. */
export class TokenBucket implements Baseline {
  private tokens = LIMIT
  private filledAt = 0

  nextAt(now: number): number {
    const tokens = this.tokensAt(now)
    return tokens >= 1 ? now : now + ((1 - tokens) * SECOND_MS) / LIMIT
  }

  count(now: number): void {
    this.tokens = this.tokensAt(now) - 1
    this.filledAt = now
  }

  private tokensAt(now: number): number {
    return Math.min(LIMIT, this.tokens + ((now - this.filledAt) * LIMIT) / SECOND_MS)
  }
}
