import { fullestSecond } from '@tc3-edge/test-support/statistics'
import { percent, table } from '../../report/markdown.ts'
import { firstReturnsServed } from '../client.ts'
import { fleetOf, nearby, type Site } from '../fleet.ts'
import { type Population, scheduleOf } from '../schedule.ts'
import { gate } from '../subjects.ts'
import { World } from '../world.ts'
import { CALL_MS, CAPACITY, type Experiment } from './experiment.ts'

const FLOOD = { perSecond: 10_000, seconds: 10 }
const STEADY = { perSecond: 10 * CAPACITY, seconds: 60 }
/** Time for refused callers to return. */
const AFTER_MS = 130_000
/** The first second, in which isolates have no refusals to repeat, is shown by itself. */
const COLD_MS = 1_000

const FLEETS: readonly (readonly [name: string, fleet: () => Site[]])[] = [
  ['1', () => nearby(1)],
  ['50', () => nearby(50)],
  ['300', () => nearby(300)],
  ['1,000', () => nearby(1_000)],
  ['300, one in each location', () => fleetOf('everywhere')],
]

export const isolatesExperiment: Experiment = {
  title: 'Many isolates',
  run: () => {
    const rows = FLEETS.map(([name, fleet]) => [
      name,
      ...[FLOOD, STEADY].flatMap((load) => {
        const world = simulateCrowd(fleet(), load)
        const cold = world.acquires.filter((at) => at < COLD_MS).length
        const later = world.acquires.filter((at) => at >= COLD_MS && at < load.seconds * 1_000).length
        return [
          String(cold),
          (later / (load.seconds - 1)).toFixed(0),
          percent(firstReturnsServed(world.traces, true), 1),
          String(fullestSecond(world.upstream.carriedOut)),
        ]
      }),
    ])
    const heads = ['acquires in the first second', 'acquires/s then', 'appointments kept', 'most in any second']
    return [
      `New app users who come back once, at the time in Retry-After: ${FLOOD.perSecond.toLocaleString('en')} a second for ${FLOOD.seconds} s, then ${STEADY.perSecond.toFixed(0)} a second (10 times the`,
      `capacity) for ${STEADY.seconds} s. Each isolate knows only its own refusals. Acquires are requests that reach the object.`,
      '',
      table(['isolates', ...heads.map((head) => `10,000/s: ${head}`), ...heads.map((head) => `10x: ${head}`)], rows),
    ].join('\n')
  },
}

/** Of app users, or of one backend whose requests have appointments of their own. */
export function simulateCrowd(
  fleet: readonly Site[],
  { perSecond, seconds }: typeof FLOOD,
  kind: Population['kind'] = 'users',
): World {
  const users = {
    group: 'user',
    kind,
    callers: 1,
    newcomers: kind === 'users',
    perSecond,
    returns: { attempts: 2 },
  } as const
  const world = new World({ subject: gate, fleet, callMs: CALL_MS, seed: 1 })
  return world.run(scheduleOf([users], seconds * 1_000, 1), seconds * 1_000 + AFTER_MS)
}
