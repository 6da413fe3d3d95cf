import type { BurstPlan } from '../protocol/burst.ts'

const MIXES = ['mixed', 'backend', 'users', 'own'] as const

/** Parses a plan that the page has sent, or returns what is wrong with it. */
export function parseBurstPlan(value: unknown): BurstPlan | string {
  const { count, preset, mix, credential }: Record<string, unknown> = { ...Object(value) }
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > 300) {
    return 'count should be a whole number from 1 to 300'
  }
  if (typeof preset !== 'string') return 'preset should be a string'
  const known = MIXES.find((name) => name === mix)
  if (known === undefined) return `mix should be one of ${MIXES.join(', ')}`
  if (known !== 'own') return { count, preset, mix: known }
  return typeof credential === 'string' ? { count, preset, mix: known, credential } : 'own needs a credential'
}
