import type { RunPlan } from './plan.ts'
import type { Workerd } from './workerd.ts'

const ABORT_EVERY_MS = 4_000

/** When workerd is killed, as parts of the run. */
const KILLS = [1 / 3, 2 / 3]

/** Lets go wrong what is planned to. `from`: the beginning of the run on `performance.now()`. */
export async function makeTrouble({ mode, seconds }: RunPlan, workerd: Workerd, from: number): Promise<void> {
  const until = (ms: number) => new Promise((resolve) => setTimeout(resolve, from + ms - performance.now()))
  const endMs = seconds * 1_000
  if (mode === 'killed') {
    for (const part of KILLS) {
      await until(part * endMs)
      await workerd.end('SIGKILL')
      await workerd.start()
    }
  }
  if (mode === 'aborted') {
    for (let at = ABORT_EVERY_MS; at < endMs; at += ABORT_EVERY_MS) {
      await until(at)
      const { status } = await fetch(`${workerd.url}/load/abort`, { method: 'POST' })
      if (status !== 204) throw new Error(`The abort was answered with ${status}`)
    }
  }
}
