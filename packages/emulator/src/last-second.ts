/** The times of the last second. */
export interface LastSecond {
  /** Times ascend. */
  add: (time: number) => void
  /** How many are less than a second old. Times may not go back. */
  count: (now: number) => number
}

export const SECOND_MS = 1000

/** Forgets what is a second old, so that it holds no more than came in one. */
export function createLastSecond(): LastSecond {
  let times: number[] = []
  let oldest = 0
  return {
    add: (time) => {
      times.push(time)
    },
    count: (now) => {
      while (now - (times[oldest] ?? now) >= SECOND_MS) oldest += 1
      if (oldest > 1000 && oldest > times.length / 2) {
        times = times.slice(oldest)
        oldest = 0
      }
      return times.length - oldest
    },
  }
}
