/** Several measurements of one thing. */
export interface Summary {
  readonly median: number
  readonly least: number
  readonly most: number
}

export function summary(values: readonly number[]): Summary {
  return { median: quantile(values, 0.5), least: quantile(values, 0), most: quantile(values, 1) }
}

/** Returns the summary of the ratios of values with the same index. */
export function ratio(values: readonly number[], to: readonly number[]): Summary {
  return summary(values.map((value, index) => value / (to[index] ?? Number.NaN)))
}

/** Returns a quantile, not interpolated. `part`: from 0 to 1. NaN if there are no values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

/** Returns the mean; NaN if there are no values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Returns for each event how many are in the half-open second that ends with it. Times ascend; `second` is in their unit. */
export function countsPerSecond(times: readonly number[], second = 1_000): number[] {
  let first = 0
  return times.map((time, index) => {
    while (time - (times[first] ?? time) >= second) first++
    return index - first + 1
  })
}

/** Returns the most events in any half-open second. Times ascend; `second` is in their unit. */
export function fullestSecond(times: readonly number[], second = 1_000): number {
  return countsPerSecond(times, second).reduce((most, count) => Math.max(most, count), 0)
}

/** What one of several tenants demanded, and got. */
export interface Share {
  readonly demanded: number
  readonly served: number
  /** Max-min fairness: the lesser of what it demanded and an equal part of what the others leave. */
  readonly due: number
}

/** Returns the shares of all tenants that demanded anything. */
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

/** Returns the part of what was due that was served, at most 1. */
export function fulfilled({ served, due }: Share): number {
  return Math.min(1, served / due)
}

/** Returns the number of items by a property of theirs. */
export function countBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

/** Returns the max-min fair share: what each tenant gets at most. */
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
