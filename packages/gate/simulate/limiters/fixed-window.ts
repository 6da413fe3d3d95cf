import { CountingLimiter, LIMIT, SECOND_MS } from './limiter.ts'

/** Twenty in each second of the clock. */
export class FixedWindow extends CountingLimiter {
  private second = -1
  private used = 0

  protected override nextAt(now: number): number {
    const second = Math.floor(now / SECOND_MS)
    return second > this.second || this.used < LIMIT ? now : (second + 1) * SECOND_MS
  }

  protected override count(now: number): void {
    const second = Math.floor(now / SECOND_MS)
    if (second > this.second) this.used = 0
    this.second = second
    this.used++
  }
}
