import { mkdir, mkdtemp } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '@tc3-edge/emulator/node'
import { closedEndpoint, listen } from '@tc3-edge/test-support/listen'
import { randomCases } from '../vectors/random.ts'
import type { RandomCase } from '../vectors/random-case.ts'
import { hostileServer } from './hostile-server.ts'
import { longTerm, type Outcome, type Runtime, temporary } from './runtime.ts'

export interface Run {
  readonly runtime: Runtime
  /** Absent when the runtime could not run the suite. */
  readonly outcome?: Outcome
  readonly error?: unknown
  readonly seconds: number
}

/** Runs the suite in all runtimes, as many at a time as there are processors. */
export function runEverywhere(runtimes: readonly Runtime[], installed: string): Map<Runtime, Promise<Run>> {
  const cases = randomCases(20260314)
  const lanes = Array.from({ length: availableParallelism() }, () => Promise.resolve<unknown>(undefined))
  const runs = new Map<Runtime, Promise<Run>>()
  runtimes.forEach((runtime, index) => {
    const lane = index % lanes.length
    const run = (lanes[lane] ?? Promise.resolve()).then(() => runIn(runtime, installed, cases))
    lanes[lane] = run
    runs.set(runtime, run)
  })
  return runs
}

/** Never rejects: a runtime that can't start is a result, too. */
async function runIn(runtime: Runtime, installed: string, cases: readonly RandomCase[]): Promise<Run> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  // Its own: the fault rules and the record of an emulator belong to one caller.
  const emulator = await startEmulator({
    control: true,
    sdkEndpoints: false,
    requestsPerSecond: 1_000_000,
    credentials: [longTerm, temporary],
  })
  const hostile = hostileServer()
  try {
    const settings = {
      endpoint: emulator.url,
      hostileEndpoint: await listen(hostile),
      closedEndpoint: await closedEndpoint(),
      longTerm,
      temporary,
      cases,
      lacks: runtime.lacks,
    }
    const outcome = await runtime.run({ installed, settings, scratch: await scratchFolder(installed) })
    return { runtime, outcome, seconds: seconds() }
  } catch (error) {
    return { runtime, error, seconds: seconds() }
  } finally {
    hostile.close()
    await emulator.close()
  }
}

async function scratchFolder(installed: string): Promise<string> {
  await mkdir(join(installed, 'runs'), { recursive: true })
  return mkdtemp(join(installed, 'runs', 'run-'))
}
