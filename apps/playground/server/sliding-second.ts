/** The most of these times (milliseconds) in any half-open second. */
export function mostInAnySecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  let first = 0
  return sorted.reduce((most, time, index) => {
    while (time - (sorted[first] ?? time) >= 1_000) first += 1
    return Math.max(most, index - first + 1)
  }, 0)
}
