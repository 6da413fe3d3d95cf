import type { WorkerName } from './bundle.ts'

export type Mode =
  /** Nothing goes wrong. */
  | 'plain'
  /** Each request is held 0 to 1,500 ms on its way to the witness. */
  | 'slow-road'
  /** workerd is killed with -9 twice and started again at once. */
  | 'killed'
  /** The gate's object alone is aborted every few seconds. */
  | 'aborted'

export interface RunPlan {
  readonly worker: WorkerName
  readonly mode: Mode
  /** The load, in quotas. */
  readonly times: number
  readonly perSecond: number
  readonly seconds: number
  readonly seed: number
}

export const QUOTA = 20
export const CALLERS = 40
const SEED = 20
const LOADS = [1, 2, 10]
const MODES: readonly Mode[] = ['plain', 'slow-road', 'killed', 'aborted']

export function planRun(worker: WorkerName, mode: Mode, times: number, seconds: number): RunPlan {
  // One seed for all: each run of a load is given the same orders.
  return { worker, mode, times, perSecond: QUOTA * times, seconds, seed: SEED }
}

/** A run as long as this is where shares are judged: over half a minute, one token is 8 % of what a light caller is due. */
export const LONG_SECONDS = 300

export const RUNS: readonly RunPlan[] = [
  ...MODES.flatMap((mode) => LOADS.map((times) => planRun('product', mode, times, 30))),
  planRun('product', 'plain', 10, LONG_SECONDS),
]

/** Each of them has to break the bound under one load at least, or the witness sees nothing. */
export const CONTROLS: readonly RunPlan[] = [
  ...LOADS.map((times) => planRun('sliding-log', 'slow-road', times, 30)),
  ...LOADS.map((times) => planRun('fixed-window', 'plain', times, 30)),
]

/** What `pnpm test` runs, so that all this is known to work. */
export const QUICK: readonly RunPlan[] = [planRun('product', 'plain', 2, 5), planRun('sliding-log', 'slow-road', 2, 5)]
