/** A limiter as it is usually built: it counts a call at the moment that it lets it through. Times are in milliseconds. */
export interface Baseline {
  /** Returns when the next call may be let through: now, or later. */
  nextAt(now: number): number
  /** Counts a call that is let through. */
  count(now: number): void
}

export const LIMIT = 20
export const SECOND_MS = 1_000

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
