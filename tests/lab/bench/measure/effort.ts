/** How much is done for a figure. */
export interface Effort {
  readonly quick: boolean
  /** Runs of each contestant. */
  readonly rounds: number
  /** About how long a run takes, in milliseconds. */
  readonly runMs: number
  /** The half minute of overload, in seconds. */
  readonly overloadSeconds: number
  /** How often each limiter goes through it. */
  readonly overloads: number
}

export const FULL: Effort = { quick: false, rounds: 11, runMs: 60, overloadSeconds: 30, overloads: 3 }

/** So that all this is known to work. Its figures mean nothing. */
export const QUICK: Effort = { quick: true, rounds: 2, runMs: 1, overloadSeconds: 2, overloads: 1 }
