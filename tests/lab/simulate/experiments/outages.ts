import { fullestSecond, quantile } from '@tc3-edge/test-support/statistics'
import { percent, table } from '../../report/markdown.ts'
import { withoutCaches } from '../fleet.ts'
import { scheduleOf } from '../schedule.ts'
import { gate } from '../subjects.ts'
import { World } from '../world.ts'
import { CALL_MS, CAPACITY, type Experiment } from './experiment.ts'

const CUTS_S = [5.9, 6, 13, 40]
const FROM_MS = 30_000
const AFTER_MS = 30_000
const PER_SECOND = 150
const SEEDS = 5
const STALLS = { part: 0.02, maxMs: 20_000 }
/** Recovery: the first second with this part of the capacity answered. */
const RECOVERED = 0.8

export interface Outage {
  readonly cutMs: number
  readonly seed: number
  /** Whether Tencent's clock is off by up to two seconds, and some Workers stall. */
  readonly rough: boolean
  /** Whether Tencent counts expired requests against the quota. */
  readonly countExpired: boolean
}

export interface OutageResult {
  /** The most in any half-open second. */
  readonly carriedOut: number
  readonly received: number
  /** From the end of the cut to a second with 80 % of the capacity answered. */
  readonly recoveryS: number
}

export const outagesExperiment: Experiment = {
  title: 'Outages of the path',
  run: () => {
    const rows = CUTS_S.flatMap((cutS) =>
      [false, true].map((countExpired) => {
        const results = (rough: boolean) =>
          Array.from({ length: SEEDS }, (_, seed) => simulateOutage({ cutMs: cutS * 1_000, seed, rough, countExpired }))
        const [plain, rough] = [results(false), results(true)]
        const most = (of: 'carriedOut' | 'received') => String(Math.max(...[...plain, ...rough].map((one) => one[of])))
        const recoveries = plain.map(({ recoveryS }) => recoveryS)
        return [
          `${cutS} s`,
          countExpired ? 'yes' : 'no',
          most('carriedOut'),
          most('received'),
          `${quantile(recoveries, 0.5).toFixed(1)} / ${Math.max(...recoveries).toFixed(1)}`,
        ]
      }),
    )
    return [
      `The path between Workers and Tencent is cut both ways; ${PER_SECOND} requests a second continue to arrive. When the path is back, it`,
      `delivers in order what was sent before the calls timed out. Each row has ${2 * SEEDS} seeds: half of them plain, half with Tencent's clock off by`,
      `up to 2 s, and ${percent(STALLS.part)} of the Workers paused for up to 20 s before they send.`,
      '',
      table(
        [
          'cut',
          'Tencent counts expired requests',
          'most carried out in any second',
          'most received',
          'recovery, median / longest, s',
        ],
        rows,
      ),
      '',
      'Requests whose signatures had expired when they arrived are received, but not carried out. Recovery: from the end of the cut to the',
      `first second in which ${percent(RECOVERED)} of the capacity was served, with plain seeds.`,
    ].join('\n')
  },
}

export function simulateOutage({ cutMs, seed, rough, countExpired }: Outage): OutageResult {
  const from = FROM_MS + 613 * seed
  const to = from + cutMs
  const endMs = to + AFTER_MS
  const offsetMs = rough ? ((seed % 5) - 2) * 990 : 0
  const world = new World({
    subject: gate,
    fleet: withoutCaches(),
    callMs: CALL_MS,
    seed,
    upstream: { offsetMs, countExpired },
    faults: { cut: { from, to }, ...(rough ? { stalls: STALLS } : {}) },
  })
  const callers = { group: 'user', kind: 'users', callers: 1, newcomers: true, perSecond: PER_SECOND } as const
  world.run(scheduleOf([callers], endMs, seed), endMs)
  return {
    carriedOut: fullestSecond(world.upstream.carriedOut),
    received: fullestSecond(world.upstream.received),
    recoveryS: (recoveredAt(world.answered, to) - to) / 1_000,
  }
}

function recoveredAt(answered: readonly number[], from: number): number {
  const after = answered.filter((at) => at >= from)
  const enough = Math.floor(RECOVERED * CAPACITY)
  return after.find((at, index) => (after[index + enough - 1] ?? Number.POSITIVE_INFINITY) < at + 1_000) ?? Number.NaN
}
