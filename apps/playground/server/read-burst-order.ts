import type { BurstOrder } from '../wire/burst.ts'

const MIXES = ['mixed', 'backend', 'users', 'own'] as const

/** Reads an order that came from the page, or says what is wrong with it. */
export function readBurstOrder(value: unknown): BurstOrder | string {
  const { count, preset, mix, credential }: Record<string, unknown> = { ...Object(value) }
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > 300) {
    return 'count is a whole number from 1 to 300'
  }
  if (typeof preset !== 'string') return 'preset is a text'
  const known = MIXES.find((name) => name === mix)
  if (known === undefined) return `mix is one of ${MIXES.join(', ')}`
  if (known !== 'own') return { count, preset, mix: known }
  return typeof credential === 'string' ? { count, preset, mix: known, credential } : 'own needs a credential'
}
