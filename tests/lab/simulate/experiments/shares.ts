import { countBy, fulfilled, shares } from '@tc3-edge/test-support/statistics'
import { percent, table } from '../../report/markdown.ts'
import { type Returns, servedAt, type Trace } from '../client.ts'
import { withoutCaches } from '../fleet.ts'
import { type Population, scheduleOf } from '../schedule.ts'
import { gate, leastServed, type Subject } from '../subjects.ts'
import { World } from '../world.ts'
import { CALL_MS, type Experiment } from './experiment.ts'

const SECONDS = 300
const SEED = 1
const ENOUGH = 0.95
const RETURNS: Returns = { attempts: 3 }

export interface Shares {
  /** The part of light callers that got 95 % of what is due to them, or all but one token of it. */
  readonly fine: number
  /** The part that got 95 %. */
  readonly strict: number
  /** What the greedy caller got, over what is due to it; NaN where there is none. */
  readonly greedy: number
}

const light = { group: 'light', kind: 'backends', callers: 39, perSecond: 0.5 } as const
const greedy = { group: 'greedy', kind: 'backends', callers: 1, perSecond: 180 } as const
const users = { kind: 'users' } as const

export const SCENARIOS: Readonly<Record<string, readonly Population[]>> = {
  'backends: one at 180/s, 39 at 0.5/s, regular': [
    { ...greedy, pattern: 'regular' },
    { ...light, pattern: 'regular' },
  ],
  'backends: one at 180/s, 39 at 0.5/s': [greedy, light],
  'the same as app users': [
    { ...greedy, ...users },
    { ...light, ...users },
  ],
  'the same, the light ones at 0.25/s': [
    { ...greedy, ...users },
    { ...light, ...users, perSecond: 0.25 },
  ],
  'bursts of 5 at once, 0.25/s': [
    { ...greedy, ...users },
    { ...light, ...users, perSecond: 0.25, pattern: 'bursty' },
  ],
  'bursts of 5 at once, 0.5/s': [
    { ...greedy, ...users },
    { ...light, ...users, pattern: 'bursty' },
  ],
  '200 equal backends, 2x': [{ ...light, callers: 200, perSecond: 0.19 }],
  '200 equal app users, 2x': [{ ...light, ...users, callers: 200, perSecond: 0.19 }],
}

export const sharesExperiment: Experiment = {
  title: 'Shares of irregular callers',
  run: () => {
    const rules: readonly [string, Subject, Returns | undefined][] = [
      ['the gate', gate, undefined],
      ['a perfect rule', leastServed, undefined],
      ['the gate, with returns', gate, RETURNS],
    ]
    const rows = Object.entries(SCENARIOS).map(([name, populations]) => [
      name,
      ...rules.map(([, subject, returns]) => cell(simulateShares(populations, subject, returns, SEED))),
    ])
    return [
      `${SECONDS / 60} minutes, with random arrivals unless stated otherwise. Each cell has three figures: the part of the light callers that got at`,
      'least 95 % of their demand or fair share, whichever is less, or were at most one token short of that / the part that got 95 % / the tokens',
      'of the greedy caller, divided by its fair share. _A perfect rule_ has the same permits and the same queue timeout, never forgets a',
      'caller, and always serves the one that had least: no order of the queue can do better. _With returns_, refused callers come back at the',
      'time in Retry-After, with up to three attempts in all.',
      '',
      table(['load', ...rules.map(([name]) => name)], rows),
    ].join('\n')
  },
}

export function simulateShares(
  populations: readonly Population[],
  subject: Subject,
  returns: Returns | undefined,
  seed: number,
  seconds = SECONDS,
): Shares {
  const all = populations.map((population) => (returns ? { ...population, returns } : population))
  const world = new World({ subject, fleet: withoutCaches(), callMs: CALL_MS, seed })
  world.run(scheduleOf(all, seconds * 1_000, seed), seconds * 1_000)
  const callerOf = ({ request }: Trace) => request.caller
  const served = world.traces.filter((trace) => servedAt(trace) !== undefined)
  const byCaller = shares(countBy(world.traces, callerOf), countBy(served, callerOf))
  const lights = [...byCaller].filter(([caller]) => caller.startsWith('light')).map(([, share]) => share)
  const most = byCaller.get('greedy 0')
  const part = (which: (share: (typeof lights)[number]) => boolean) => lights.filter(which).length / lights.length
  return {
    fine: part((share) => fulfilled(share) >= ENOUGH || share.due - share.served <= 1),
    strict: part((share) => fulfilled(share) >= ENOUGH),
    greedy: most === undefined ? Number.NaN : most.served / most.due,
  }
}

function cell({ fine, strict, greedy }: Shares): string {
  return `${percent(fine)} / ${percent(strict)} / ${Number.isNaN(greedy) ? '–' : greedy.toFixed(2)}`
}
