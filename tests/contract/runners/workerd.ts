import { type RunningWorkerd, startWorkerd, workerd } from '@tc3-edge/test-support/workerd'
import type { Report } from '../suite/suite.ts'
import { suiteBundle } from './bundle.ts'
import { type Runtime, suiteEnvironment } from './runtime.ts'

export const withNode = ['nodejs_compat']
export const withoutNode = ['no_nodejs_compat', 'no_nodejs_compat_v2']

export function workerdRuntime(name: string, flags: readonly string[], lacks: Runtime['lacks']): Runtime {
  return {
    name,
    lacks,
    run: async (job) => {
      const worker = await serve(await suiteBundle(job, 'worker', 'esm'), flags, suiteEnvironment)
      try {
        const response = await fetch(worker.url)
        return { version: workerd().version, report: (await response.json()) as Report }
      } finally {
        await worker.stop('SIGKILL')
      }
    },
  }
}

/** Serves a Worker on loopback, in a workerd of its own, with these text bindings. */
export function serve(
  module: string,
  compatibilityFlags: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<RunningWorkerd> {
  return startWorkerd({ module, compatibilityFlags, settings })
}
