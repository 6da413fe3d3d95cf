import { type Baseline, LIMIT, SECOND_MS } from './baseline.ts'

/** An exact log of the last second, and a margin for the way to the upstream. */
export class SlidingLog implements Baseline {
  private readonly log: number[] = []
  private readonly marginMs: number

  constructor(marginMs = 0) {
    this.marginMs = marginMs
  }

  nextAt(now: number): number {
    const oldest = this.log[this.log.length - LIMIT]
    return oldest === undefined ? now : Math.max(now, oldest + SECOND_MS + this.marginMs)
  }

  count(now: number): void {
    this.log.push(now)
    if (this.log.length > LIMIT) this.log.shift()
  }
}
