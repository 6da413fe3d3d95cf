import { fullestSecond } from '@tc3-edge/test-support/statistics'
import { percent, table } from '../../report/markdown.ts'
import { withoutCaches } from '../fleet.ts'
import { scheduleOf } from '../schedule.ts'
import { gate } from '../subjects.ts'
import { World } from '../world.ts'
import { CALL_MS, CAPACITY, type Experiment } from './experiment.ts'

const SECONDS = 300
const LOAD = 10
const LOSSES = [0, 0.001, 0.01, 0.05]
const QUOTA = 20

export interface LossResult {
  /** Calls a second that Tencent carried out. */
  readonly perSecond: number
  readonly most: number
}

export const lossesExperiment: Experiment = {
  title: 'Responses that are lost',
  run: () => {
    const rows = LOSSES.map((lost) => {
      const { perSecond, most } = simulateLosses(lost)
      return [
        percent(lost, 1),
        perSecond.toFixed(2),
        percent(perSecond / QUOTA),
        percent(perSecond / CAPACITY),
        String(most),
      ]
    })
    return [
      `${LOAD} times the quota for five minutes. A call without a response holds its permit until its signature has expired: 8 to 9 s. With calls of`,
      `60 ms, at most ${CAPACITY.toFixed(2)} calls a second are possible.`,
      '',
      table(['lost', 'calls a second', 'of the quota', 'of what is possible', 'most in any second'], rows),
    ].join('\n')
  },
}

export function simulateLosses(lostResponses: number, seconds = SECONDS): LossResult {
  const world = new World({
    subject: gate,
    fleet: withoutCaches(),
    callMs: CALL_MS,
    seed: 1,
    faults: { lostResponses },
  })
  const users = { group: 'user', kind: 'users', callers: 1, newcomers: true, perSecond: LOAD * QUOTA } as const
  const { carriedOut } = world.run(scheduleOf([users], seconds * 1_000, 1), seconds * 1_000).upstream
  return { perSecond: carriedOut.length / seconds, most: fullestSecond(carriedOut) }
}
