import { CountingLimiter, LIMIT, SECOND_MS } from './limiter.ts'

/** The generic cell rate algorithm without bursts: one every 50 ms, or as often as it is told. */
export class Gcra extends CountingLimiter {
  private readonly spacingMs: number
  private next = 0

  constructor(perSecond = LIMIT) {
    super()
    this.spacingMs = SECOND_MS / perSecond
  }

  protected override nextAt(now: number): number {
    return Math.max(now, this.next)
  }

  protected override count(now: number): void {
    this.next = Math.max(now, this.next) + this.spacingMs
  }
}
