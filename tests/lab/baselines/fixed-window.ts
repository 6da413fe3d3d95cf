import { type Baseline, LIMIT, SECOND_MS } from './baseline.ts'

/** Twenty in each second of the clock. */
export class FixedWindow implements Baseline {
  private second = -1
  private used = 0

  nextAt(now: number): number {
    const second = Math.floor(now / SECOND_MS)
    return second > this.second || this.used < LIMIT ? now : (second + 1) * SECOND_MS
  }

  count(now: number): void {
    const second = Math.floor(now / SECOND_MS)
    if (second > this.second) this.used = 0
    this.second = second
    this.used++
  }
}
