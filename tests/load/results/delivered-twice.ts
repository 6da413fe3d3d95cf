import type { RunRecord } from '../world/run.ts'

/** How many keys were answered with more than one token, and how many tokens more than one order got. */
export function deliveredTwice({ orders, attempts }: Pick<RunRecord, 'orders' | 'attempts'>): number {
  const tokensOf = new Map<string, Set<string>>()
  const holdersOf = new Map<string, Set<number>>()
  for (const { order, token } of attempts) {
    if (token === undefined) continue
    const key = orders[order]?.key
    if (key !== undefined) tokensOf.set(key, (tokensOf.get(key) ?? new Set()).add(token))
    holdersOf.set(token, (holdersOf.get(token) ?? new Set()).add(order))
  }
  return [...tokensOf.values(), ...holdersOf.values()].filter(({ size }) => size > 1).length
}
