import { LIMIT } from './limiters/limiter.ts'
import type { Outcome } from './outcome.ts'

export interface Column {
  readonly head: string
  readonly cell: (outcome: Outcome) => string
  /** The less the better; undefined where there is nothing to be better at. */
  readonly cost?: (outcome: Outcome) => number
  /** Why the gate may do worse than another. */
  readonly why?: string
}

const survivors = 'only those count who got a token at all'

export const columns: readonly Column[] = [
  { head: 'limiter', cell: ({ contestant }) => nameOf(contestant) },
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
  { head: 'light ones’ share: mean', cell: ({ light }) => percent(light.mean), cost: ({ light }) => -light.mean },
  { head: 'least', cell: ({ light }) => percent(light.least), cost: ({ light }) => -light.least },
  { head: 'tokens for the greedy one', cell: ({ tokens }) => percent(tokens.greedy) },
  {
    head: 'refused',
    cell: ({ refused }) => percent(refused, 2),
    cost: ({ refused }) => refused,
    why: 'fewer calls are let through',
  },
  {
    head: 'wait of light ones, p50 / p99, s',
    cell: ({ lightWaitMs }) => seconds(lightWaitMs),
    cost: ({ lightWaitMs }) => lightWaitMs.p99,
    why: survivors,
  },
  {
    head: 'wait of users, p50 / p99, s',
    cell: ({ userWaitMs }) => seconds(userWaitMs),
    cost: ({ userWaitMs }) => userWaitMs.p99,
    why: `the gate tells a herd to come back spread over up to ten seconds, the others all at once; and ${survivors}`,
  },
  {
    head: 'questions/s at the object',
    cell: ({ questionsPerSecond }) => questionsPerSecond.toFixed(0),
    cost: ({ questionsPerSecond }) => questionsPerSecond,
    why: 'a limiter in each location asks no object; the others are asked through the same isolates',
  },
]

export function nameOf({ name, detail }: Outcome['contestant']): string {
  return `${name}, ${detail}`
}

function percent(part: number, digits = 0): string {
  return `${(part * 100).toFixed(digits)} %`
}

function seconds({ p50, p99 }: Outcome['userWaitMs']): string {
  return `${(p50 / 1_000).toFixed(1)} / ${(p99 / 1_000).toFixed(1)}`
}
