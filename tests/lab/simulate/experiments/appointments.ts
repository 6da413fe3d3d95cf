import { fullestSecond, quantile } from '@tc3-edge/test-support/statistics'
import { type Columns, percent, tableOf } from '../../report/markdown.ts'
import { firstReturnsServed, type Returns, type ScheduledRequest, servedAt, type Trace, waitsOf } from '../client.ts'
import { nearby } from '../fleet.ts'
import { herdOf, scheduleOf } from '../schedule.ts'
import { gate } from '../subjects.ts'
import { World } from '../world.ts'
import { CALL_MS, CAPACITY, type Experiment } from './experiment.ts'

const SECONDS = 300
const SEED = 1
const UP_TO_FIVE: Returns = { attempts: 5 }
const UNTIL_SERVED: Returns = { attempts: 100 }

const newUsers = { group: 'user', kind: 'users', callers: 1, newcomers: true, returns: UP_TO_FIVE } as const
const herd = { group: 'herd', kind: 'users', returns: UNTIL_SERVED } as const

/** What is scheduled, and whose figures are shown. */
interface Scenario {
  readonly schedule: () => ScheduledRequest[]
  readonly group: string
}

const flood = (perSecond: number, leaving = 0) =>
  scheduleOf([{ ...newUsers, perSecond, leaving }], SECONDS * 1_000, SEED)

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'herd of 300 users in 1 s': { group: 'herd', schedule: () => herdOf(300, herd, SEED) },
  'herd of 2,000 users in 1 s': { group: 'herd', schedule: () => herdOf(2_000, herd, SEED) },
  'herd of 2,000 backends in 1 s': {
    group: 'herd',
    schedule: () => herdOf(2_000, { ...herd, kind: 'backends' }, SEED),
  },
  'the herd, 20 % early, 20 % late by up to 10 s': {
    group: 'herd',
    schedule: () =>
      herdOf(2_000, { ...herd, returns: { ...UNTIL_SERVED, early: 0.2, late: { part: 0.25, maxMs: 10_000 } } }, SEED),
  },
  'the herd, 80 % never return': { group: 'herd', schedule: () => herdOf(2_000, { ...herd, leaving: 0.8 }, SEED) },
  'herd of 1,000, and newcomers at 9/s': {
    group: 'herd',
    schedule: () => merged(herdOf(1_000, herd, SEED), flood(9)),
  },
  'new users at twice the capacity': { group: 'user', schedule: () => flood(2 * CAPACITY) },
  'new users at ten times the capacity': { group: 'user', schedule: () => flood(10 * CAPACITY) },
  'the same, half never return': { group: 'user', schedule: () => flood(10 * CAPACITY, 0.5) },
  '200 that ask every 200 ms, and users at 0.9 of the capacity': {
    group: 'user',
    schedule: () => {
      const impatient: Returns = { attempts: 1_500, everyMs: 200 }
      return merged(herdOf(200, { group: 'impatient', kind: 'users', returns: impatient }, SEED), flood(0.9 * CAPACITY))
    },
  },
}

interface Row {
  readonly name: string
  readonly world: World
  /** Of the group that is shown. */
  readonly traces: readonly Trace[]
}

const attemptsOf = (traces: readonly Trace[]) =>
  traces.filter((trace) => servedAt(trace) !== undefined).map(({ attempts }) => attempts.length)

const columns: Columns<Row> = [
  ['who comes', ({ name }) => name],
  ['appointments kept', ({ traces }) => percent(firstReturnsServed(traces, true), 1)],
  ['first returns served', ({ traces }) => percent(firstReturnsServed(traces, false))],
  [
    'attempts, p50 / p99',
    ({ traces }) => `${quantile(attemptsOf(traces), 0.5)} / ${quantile(attemptsOf(traces), 0.99)}`,
  ],
  ['wait, p50 / p99, s', ({ traces }) => `${secondsOf(traces, 0.5)} / ${secondsOf(traces, 0.99)}`],
  ['served', ({ traces }) => percent(waitsOf(traces).length / traces.length)],
  ['use of the capacity', ({ world }) => percent(useOf(world))],
  ['acquires/s', ({ world }) => (world.acquires.length / ((world.acquires.at(-1) ?? 0) / 1_000)).toFixed(0)],
  ['most in any second', ({ world }) => String(fullestSecond(world.upstream.carriedOut))],
]

export const appointmentsExperiment: Experiment = {
  title: 'Appointments',
  run: () => {
    const rows = Object.keys(SCENARIOS).map(runScenario)
    return [
      'All users obey Retry-After: those of a thundering herd until they are served, others for up to five attempts. Arrivals last five minutes;',
      'two isolates are next to Tencent. _Kept_: of first returns at the time of an appointment, those that got a token. _First returns',
      'served_: of all first returns at the time in Retry-After, with an appointment or without (`promised: false`).',
      '',
      tableOf(columns, rows),
    ].join('\n')
  },
}

/** Runs a scenario. */
export function runScenario(name: string): Row {
  const { schedule, group } = SCENARIOS[name] ?? {}
  if (schedule === undefined) throw new RangeError(`There is no scenario "${name}"`)
  const world = new World({ subject: gate, fleet: nearby(2), callMs: CALL_MS, seed: SEED })
  world.run(schedule(), SECONDS * 1_000)
  return { name, world, traces: world.traces.filter(({ request }) => request.group === group) }
}

function useOf({ upstream: { issued } }: World): number {
  return issued.length / (CAPACITY * (((issued.at(-1) ?? 0) - (issued[0] ?? 0)) / 1_000))
}

function secondsOf(traces: readonly Trace[], part: number): string {
  return (quantile(waitsOf(traces), part) / 1_000).toFixed(1)
}

function merged(...schedules: readonly ScheduledRequest[][]): ScheduledRequest[] {
  return schedules.flat().sort((one, two) => one.at - two.at)
}
