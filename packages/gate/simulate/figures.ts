// What a load run and a simulated world are judged by.

/** How many arrivals the half-open second that ends with each arrival holds. Times ascend; `second` is one in their unit. */
export function inTheSecondBefore(times: readonly number[], second: number): number[] {
  let first = 0
  return times.map((time, index) => {
    while (time - (times[first] ?? time) >= second) first++
    return index - first + 1
  })
}

/**
 * What one caller may have at the most, if `total` is shared so that nobody gets more than it asks and nobody could be given
 * more without taking it from one who has less (max-min fairness).
 */
export function fairShare(asked: readonly number[], total: number): number {
  const ascending = [...asked].sort((a, b) => a - b)
  let left = total
  for (const [index, amount] of ascending.entries()) {
    const each = left / (ascending.length - index)
    if (amount > each) return each
    left -= amount
  }
  return Number.POSITIVE_INFINITY
}

/** The value that this part of all, from 0 to 1, does not exceed; undefined if there is none. */
export function quantile(values: readonly number[], part: number): number | undefined {
  const ascending = [...values].sort((a, b) => a - b)
  return ascending[Math.min(ascending.length - 1, Math.floor(part * ascending.length))]
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
