import type { RunPlan } from './plan.ts'
import type { Sandbox } from './sandbox.ts'

/** When workerd is killed, as parts of the run. */
const KILLS = [1 / 3, 2 / 3]

/** When an outage begins, in milliseconds from the beginning of the run. */
export const OUTAGE_AT_MS = 10_000

/** In milliseconds since 1970. */
export interface Outage {
  readonly from: number
  readonly to: number
}

/** Injects the planned fault. `from`: the beginning of the run on `performance.now()`. Returns when there was an outage. */
export async function injectFaults(
  { fault, seconds }: RunPlan,
  { endpoint, proxy, recorder }: Sandbox,
  from: number,
): Promise<Outage | undefined> {
  const until = (ms: number) => new Promise((resolve) => setTimeout(resolve, from + ms - performance.now()))
  const endMs = seconds * 1_000
  if (fault.kind === 'losses') await recorder.loseResponses(fault.part)
  if (fault.kind === 'kills') {
    for (const part of KILLS) {
      await until(part * endMs)
      await endpoint.restart()
    }
  }
  if (fault.kind === 'aborts') {
    for (let at = fault.everyMs; at < endMs; at += fault.everyMs) {
      await until(at)
      await endpoint.abortObject()
    }
  }
  if (fault.kind !== 'cut' && fault.kind !== 'stall') return undefined
  await until(OUTAGE_AT_MS)
  proxy?.send(`${fault.kind} ${fault.ms}`)
  return { from: Date.now(), to: Date.now() + fault.ms }
}
