/** What several runs come to. */
export interface Summary {
  readonly median: number
  readonly least: number
  readonly most: number
  readonly runs: number
}

export function summary(values: readonly number[]): Summary {
  return { median: quantile(values, 0.5), least: quantile(values, 0), most: quantile(values, 1), runs: values.length }
}

/** Not interpolated: a value that was measured. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

/** Ratios of runs that were taken in turn, each of one to its neighbour of the other. */
export function ratio(values: readonly number[], to: readonly number[]): Summary {
  return summary(values.map((value, index) => value / (to[index] ?? Number.NaN)))
}
