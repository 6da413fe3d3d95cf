import { CountingLimiter, LIMIT, SECOND_MS } from './limiter.ts'

const MARGIN_MS = 50

/** An exact log of the last second and a margin for the way to the upstream. */
export class SlidingLog extends CountingLimiter {
  private readonly log: number[] = []

  protected override nextAt(now: number): number {
    const oldest = this.log[this.log.length - LIMIT]
    return oldest === undefined ? now : Math.max(now, oldest + SECOND_MS + MARGIN_MS)
  }

  protected override count(now: number): void {
    this.log.push(now)
    if (this.log.length > LIMIT) this.log.shift()
  }
}
