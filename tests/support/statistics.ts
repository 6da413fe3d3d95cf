/** Several measurements of one thing. */
export interface Summary {
  readonly median: number
  readonly least: number
  readonly most: number
}

export function summary(values: readonly number[]): Summary {
  return { median: quantile(values, 0.5), least: quantile(values, 0), most: quantile(values, 1) }
}

/** Each value over its neighbour in the other list: of runs that were taken in turn. */
export function ratio(values: readonly number[], to: readonly number[]): Summary {
  return summary(values.map((value, index) => value / (to[index] ?? Number.NaN)))
}

/** Not interpolated: a value that was measured. `part`: from 0 to 1. NaN where there are no values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

/** NaN where there are no values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How many events the half-open second that ends with each event holds. Times ascend; `second` is one in their unit. */
export function countsPerSecond(times: readonly number[], second = 1_000): number[] {
  let first = 0
  return times.map((time, index) => {
    while (time - (times[first] ?? time) >= second) first++
    return index - first + 1
  })
}

/** The most events in any half-open second. Times ascend; `second` is one in their unit. */
export function fullestSecond(times: readonly number[], second = 1_000): number {
  return countsPerSecond(times, second).reduce((most, count) => Math.max(most, count), 0)
}

/** How one of several tenants fared. */
export interface Share {
  readonly demanded: number
  readonly served: number
  /** Max-min fairness: the lesser of what it demanded and an equal part of what the others leave. */
  readonly due: number
}

/** The shares of tenants that demanded anything, of all that was served. */
export function shares<Tenant>(
  demanded: ReadonlyMap<Tenant, number>,
  served: ReadonlyMap<Tenant, number>,
): Map<Tenant, Share> {
  const total = [...served.values()].reduce((sum, count) => sum + count, 0)
  const most = maxMinShare([...demanded.values()], total)
  return new Map(
    [...demanded].map(([tenant, count]) => [
      tenant,
      { demanded: count, served: served.get(tenant) ?? 0, due: Math.min(count, most) },
    ]),
  )
}

/** What was served of what was due; 1 where it was more. */
export function fulfilled({ served, due }: Share): number {
  return Math.min(1, served / due)
}

/** Counts by a property. */
export function countBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

/** The most that one tenant may have when nobody could be given more without taking it from one who has less. */
function maxMinShare(demands: readonly number[], total: number): number {
  const ascending = demands.toSorted((a, b) => a - b)
  let left = total
  for (const [index, demand] of ascending.entries()) {
    const each = left / (ascending.length - index)
    if (demand > each) return each
    left -= demand
  }
  return Number.POSITIVE_INFINITY
}
