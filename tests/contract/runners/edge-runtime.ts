import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { EdgeRuntime } from 'edge-runtime'
import type { Report } from '../suite/suite.ts'
import { suiteBundle } from './bundle.ts'
import type { Runtime } from './runtime.ts'

export function edgeRuntime(name: string, lacks: Runtime['lacks']): Runtime {
  return {
    name,
    lacks,
    run: async (job) => {
      const response = await answerOf(await suiteBundle(job, 'edge', 'iife'), {})
      return { version, report: (await response.json()) as Report }
    },
  }
}

/** What a script that listens to `fetch` answers, with these globals beside those of the runtime. */
export async function answerOf(file: string, globals: Readonly<Record<string, object>>): Promise<Response> {
  const runtime = new EdgeRuntime({
    initialCode: await readFile(file, 'utf8'),
    extend: (context) => Object.assign(context, globals),
  })
  return runtime.dispatchFetch('http://127.0.0.1/')
}

const { version } = createRequire(import.meta.url)('edge-runtime/package.json') as { version: string }
