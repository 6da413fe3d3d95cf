import type { RunPlan } from './plan.ts'

/** What a fault can be done to. */
export interface Target {
  /** Kills workerd and starts it again, on the same port with the same state. */
  readonly restart: () => Promise<void>
  readonly abortObject: () => Promise<void>
}

/** When workerd is killed, as parts of the run. */
const KILLS = [1 / 3, 2 / 3]

/** Injects the planned fault. `from`: the beginning of the run on `performance.now()`. */
export async function injectFaults({ fault, seconds }: RunPlan, target: Target, from: number): Promise<void> {
  const until = (ms: number) => new Promise((resolve) => setTimeout(resolve, from + ms - performance.now()))
  const endMs = seconds * 1_000
  if (fault.kind === 'kills') {
    for (const part of KILLS) {
      await until(part * endMs)
      await target.restart()
    }
  }
  if (fault.kind === 'aborts') {
    for (let at = fault.everyMs; at < endMs; at += fault.everyMs) {
      await until(at)
      await target.abortObject()
    }
  }
}
