import type { Claims } from './claims.ts'
import { parseRule } from './parse-rule.ts'
import type { FaultMatch, FaultRule } from './rule.ts'

/** A rule that still applies. */
export interface ActiveRule {
  id: number
  rule: FaultRule
  /** To how many requests it has been applied. */
  applied: number
}

/** What goes wrong, and with which requests. */
export interface Faults {
  /**
   * Adds a rule and returns its id. Rules form a queue: a request gets the first that applies to it.
   *
   * @throws {TypeError} saying what is wrong with the rule.
   */
  add: (rule: FaultRule) => number
  /** The rules that still apply. */
  active: () => ActiveRule[]
  /** Removes all rules. */
  clear: () => void
}

export interface FaultQueue extends Faults {
  add: (rule: unknown) => number
  /** Takes the rule for the request at hand. */
  take: (claims: Claims) => FaultRule | undefined
}

/** More than anybody has use for; keeps a client in a loop from filling the memory. */
const MAX_RULES = 1000

export function createFaultQueue(random: () => number): FaultQueue {
  let queue: ActiveRule[] = []
  let count = 0
  return {
    add: (given) => {
      const rule = parseRule(given)
      if (queue.length >= MAX_RULES)
        throw new TypeError(`There are ${MAX_RULES} fault rules already: clear them first.`)
      count += 1
      queue.push({ id: count, rule, applied: 0 })
      return count
    },
    active: () => structuredClone(queue),
    clear: () => {
      queue = []
    },
    take: (claims) => {
      const active = queue.find(
        ({ rule }) => matches(rule.match, claims) && (rule.share === undefined || random() < rule.share),
      )
      if (!active) return undefined
      active.applied += 1
      queue = queue.filter(({ rule, applied }) => rule.next === undefined || applied < rule.next)
      return active.rule
    },
  }
}

function matches(match: FaultMatch | undefined, claims: Claims): boolean {
  if (!match) return true
  const { action, account, extra } = match
  return (
    (action === undefined || action === claims.action()) &&
    (account === undefined || account === claims.account()) &&
    (extra === undefined || extra === claims.extra())
  )
}
