/** A limiter as it is usually built: it counts what it lets through at the moment that it does. Times are in milliseconds. */
export interface Baseline {
  /** When one more may be let through: now, or later. */
  nextAt(now: number): number
  /** One is let through. */
  count(now: number): void
}

export const LIMIT = 20
export const SECOND_MS = 1_000
