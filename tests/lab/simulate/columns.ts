import { LIMIT } from '../baselines/baseline.ts'
import { percent } from '../report/markdown.ts'
import type { Outcome } from './outcome.ts'

export interface Column {
  readonly head: string
  readonly cell: (outcome: Outcome) => string
  /** The less the better; undefined where there is nothing to be better at. */
  readonly cost?: (outcome: Outcome) => number
  /** Why the gate may do worse than another. */
  readonly why?: string
}

const servedOnly = 'only those count who got a token at all'

export const columns: readonly Column[] = [
  { head: 'limiter', cell: ({ subject }) => nameOf(subject) },
  {
    head: 'most in any second',
    cell: ({ most }) => (most > LIMIT ? `**${most}**` : String(most)),
    cost: ({ most }) => Math.max(most, LIMIT),
  },
  { head: 'refused by Tencent', cell: ({ throttled }) => percent(throttled), cost: ({ throttled }) => throttled },
  {
    head: 'use',
    cell: ({ use }) => percent(use),
    cost: ({ use }) => -use,
    why: 'a permit is taken for a second and for as long as its call takes, all the way from the object to Tencent and back',
  },
  { head: 'light callers’ share: mean', cell: ({ light }) => percent(light.mean), cost: ({ light }) => -light.mean },
  { head: 'least', cell: ({ light }) => percent(light.least), cost: ({ light }) => -light.least },
  { head: 'tokens for the greedy caller', cell: ({ tokens }) => percent(tokens.greedy) },
  {
    head: 'refused',
    cell: ({ refused }) => percent(refused, 2),
    cost: ({ refused }) => refused,
    why: 'fewer calls are let through',
  },
  {
    head: 'wait of light callers, p50 / p99, s',
    cell: ({ lightWaitMs }) => seconds(lightWaitMs),
    cost: ({ lightWaitMs }) => lightWaitMs.p99,
    why: servedOnly,
  },
  {
    head: 'wait of users, p50 / p99, s',
    cell: ({ userWaitMs }) => seconds(userWaitMs),
    cost: ({ userWaitMs }) => userWaitMs.p99,
    why: `the gate tells a herd to come back spread over up to ten seconds, the others all at once; and ${servedOnly}`,
  },
  {
    head: 'acquires/s at the object',
    cell: ({ acquiresPerSecond }) => acquiresPerSecond.toFixed(0),
    cost: ({ acquiresPerSecond }) => acquiresPerSecond,
    why: 'a limiter in each location needs no object; the others are asked through the same isolates',
  },
]

export function nameOf({ name, detail }: Outcome['subject']): string {
  return `${name}, ${detail}`
}

function seconds({ p50, p99 }: Outcome['userWaitMs']): string {
  if (Number.isNaN(p50)) return '–'
  return `${(p50 / 1_000).toFixed(1)} / ${(p99 / 1_000).toFixed(1)}`
}
