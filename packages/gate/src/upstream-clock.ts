/** How far apart our clock and Tencent's may be before any response has shown it, in milliseconds. An assumption. */
export const CLOCK_BOUND_MS = 2_000

/** How far the clocks of Tencent's front ends differ, plus the drift in two generations, in milliseconds. */
const SPREAD_MS = 250

/** A generation of observations, in milliseconds: each counts for one to two of them. */
const GENERATION_MS = 300_000

interface Bounds {
  readonly low: number
  readonly high: number
}

const UNKNOWN: Bounds = { low: -CLOCK_BOUND_MS, high: CLOCK_BOUND_MS }

/** Bounds of Tencent's clock minus ours, in milliseconds, learned from the `Date` of responses. */
export class UpstreamClock {
  private older = UNKNOWN
  private recent = UNKNOWN
  private since = Number.NEGATIVE_INFINITY

  get low(): number {
    return Math.max(this.older.low, this.recent.low)
  }

  get high(): number {
    return Math.min(this.older.high, this.recent.high)
  }

  /** Takes the `Date` of a response that was made between two times of our clock; `date` is cut to whole seconds. */
  observe(from: number, to: number, date: number): void {
    const seen = { low: date - to - SPREAD_MS, high: date + 1_000 - from + SPREAD_MS }
    if (seen.low > this.high || seen.high < this.low) {
      // One of the clocks has stepped: earlier observations are wrong now.
      this.older = seen
      this.recent = seen
      this.since = to
    } else if (to - this.since > GENERATION_MS) {
      this.older = this.recent
      this.recent = seen
      this.since = to
    } else {
      this.recent = { low: Math.max(this.recent.low, seen.low), high: Math.min(this.recent.high, seen.high) }
    }
  }
}
