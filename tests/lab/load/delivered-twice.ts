import type { Attempt } from './send.ts'

/** How many keys were answered with more than one token, and how many tokens more than one request got. */
export function deliveredTwice(attempts: readonly Attempt[]): number {
  const tokensOf = new Map<string, Set<string>>()
  const holdersOf = new Map<string, Set<unknown>>()
  for (const { request, token } of attempts) {
    if (token === undefined) continue
    if (request.key !== undefined) tokensOf.set(request.key, (tokensOf.get(request.key) ?? new Set()).add(token))
    holdersOf.set(token, (holdersOf.get(token) ?? new Set()).add(request))
  }
  return [...tokensOf.values(), ...holdersOf.values()].filter(({ size }) => size > 1).length
}
