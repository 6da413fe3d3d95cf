import { chromiumRuntime } from './runners/chromium.ts'
import { edgeRuntime } from './runners/edge-runtime.ts'
import { bun, deno, node, programRuntime } from './runners/program.ts'
import type { Runtime } from './runners/runtime.ts'
import { withNode, withoutNode, workerdRuntime } from './runners/workerd.ts'
import type { Feature } from './suite/suite.ts'

/** How many tests a runtime that lacks nothing runs. Written down, so that none gets lost: change it with the suite. */
export const SUITE_SIZE = 115

/** How many tests more, or fewer, a runtime runs that lacks this: others may be there for it instead. */
export const LACKING: Readonly<Record<Feature, number>> = {
  'AbortSignal.any': -1,
  'process.env': 0,
  'long-term secrets': 0,
  'codes of failed connections': 0,
}

/** Every runtime that the packages promise to run in, and what it lacks. The only place where tests are left out. */
export const runtimes: readonly Runtime[] = [
  programRuntime('Node 20', () => node('node20')),
  programRuntime('Node 22', () => node('node22')),
  programRuntime('Node 24', () => node('node')),
  programRuntime('Node 26', () => node('node26')),
  programRuntime('Deno', deno, ['codes of failed connections']),
  programRuntime('Bun', bun),
  workerdRuntime('workerd, nodejs_compat', withNode, ['codes of failed connections']),
  workerdRuntime('workerd, no Node', withoutNode, ['codes of failed connections', 'process.env']),
  edgeRuntime('edge-runtime', ['AbortSignal.any', 'process.env']),
  chromiumRuntime('Chromium', ['codes of failed connections', 'process.env', 'long-term secrets']),
]

/** How many tests the runtime must run. */
export function expectedTests({ lacks }: Runtime): number {
  return lacks.reduce((sum, feature) => sum + LACKING[feature], SUITE_SIZE)
}
