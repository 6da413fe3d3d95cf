import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { startWorkerd, workerd } from '@tc3-edge/token-endpoint/dev/workerd'
import type { Report } from '../suite/suite.ts'
import { type Runtime, suiteEnvironment } from './runtime.ts'
import { suiteBundle } from './suite-bundle.ts'

/** From this date on Node's modules are there unless refused. */
const COMPATIBILITY_DATE = '2026-11-01'

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
        await worker.stop()
      }
    },
  }
}

export interface ServedWorker {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Serves a Worker on loopback, in a workerd of its own, with these bindings. */
export async function serve(
  module: string,
  flags: readonly string[],
  bindings: Record<string, string>,
): Promise<ServedWorker> {
  const config = join(dirname(module), 'config.capnp')
  await writeFile(config, capnp(basename(module), flags, Object.keys(bindings)))
  const lines: string[] = []
  const onLine = (line: string) => lines.push(line)
  const { port, end } = await startWorkerd({ config, environment: bindings, onLine }).catch((cause) => {
    throw new Error(`workerd did not start: ${lines.join('\n')}`, { cause })
  })
  return { url: `http://127.0.0.1:${port}/`, stop: () => end('SIGKILL') }
}

function capnp(module: string, flags: readonly string[], bindings: readonly string[]): string {
  const text = (value: string) => JSON.stringify(value)
  const list = bindings.map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`)
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker.js", esModule = embed ${text(module)})],
      compatibilityDate = "${COMPATIBILITY_DATE}",
      compatibilityFlags = [${flags.map(text).join(', ')}],
      bindings = [${list.join(', ')}],
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
`
}
