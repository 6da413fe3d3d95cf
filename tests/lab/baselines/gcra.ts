import { type Baseline, LIMIT, SECOND_MS } from './baseline.ts'

/** The generic cell rate algorithm without bursts: one every 50 ms, or at another rate. */
export class Gcra implements Baseline {
  private readonly spacingMs: number
  private next = 0

  constructor(perSecond = LIMIT) {
    this.spacingMs = SECOND_MS / perSecond
  }

  nextAt(now: number): number {
    return Math.max(now, this.next)
  }

  count(now: number): void {
    this.next = Math.max(now, this.next) + this.spacingMs
  }
}
