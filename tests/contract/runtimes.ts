import { chromiumRuntime } from './runners/chromium.ts'
import { edgeRuntime } from './runners/edge-runtime.ts'
import { bun, deno, node, programRuntime } from './runners/program.ts'
import type { Runtime } from './runners/runtime.ts'
import { withNode, withoutNode, workerdRuntime } from './runners/workerd.ts'

/** Every runtime that the packages promise to run in, and what it lacks. The only place where tests are left out. */
export const runtimes: readonly Runtime[] = [
  programRuntime('Node 20', () => node('node20')),
  programRuntime('Node 22', () => node('node22')),
  programRuntime('Node 24', () => node('node')),
  programRuntime('Node 26', () => node('node26')),
  programRuntime('Deno', deno, ['codes of failed connections']),
  programRuntime('Bun', bun),
  workerdRuntime('workerd, nodejs_compat', withNode, ['codes of failed connections', 'node:crypto']),
  workerdRuntime('workerd, no Node', withoutNode, ['codes of failed connections', 'process.env', 'node:crypto']),
  edgeRuntime('edge-runtime', ['AbortSignal.any', 'process.env', 'node:crypto']),
  chromiumRuntime('Chromium', ['codes of failed connections', 'process.env', 'long-term secrets', 'node:crypto']),
]
