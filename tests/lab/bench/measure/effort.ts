/** How many measurements make a figure. */
export interface Effort {
  readonly quick: boolean
  /** Runs of each subject. */
  readonly rounds: number
  /** About how long a run takes, in milliseconds. */
  readonly runMs: number
}

export const FULL: Effort = { quick: false, rounds: 11, runMs: 60 }

/** For tests of the benchmarks. Its figures mean nothing. */
export const QUICK: Effort = { quick: true, rounds: 2, runMs: 1 }
