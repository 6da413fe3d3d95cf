import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
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
        return { version: workerdVersion(), report: (await response.json()) as Report }
      } finally {
        await worker.stop()
      }
    },
  }
}

export interface ServedWorker {
  readonly url: string
  /** What it has printed so far. */
  readonly printed: () => string
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
  const child = spawn(workerd().default, ['serve', config, '--control-fd=3'], {
    env: bindings,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)))
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  const port = await listeningPort(child)
  if (port === undefined) throw new Error(`workerd did not start: ${printed}`)
  return { url: `http://127.0.0.1:${port}/`, printed: () => printed, stop }
}

/** What workerd says on its control channel; undefined if it ends without a word. */
function listeningPort(child: ChildProcess): Promise<number | undefined> {
  const control = child.stdio[3]
  if (!control || !('readable' in control)) throw new Error('workerd has no control channel')
  return new Promise((resolve) => {
    child.once('exit', () => resolve(undefined))
    createInterface(control).on('line', (line) => {
      const { event, port } = JSON.parse(line) as { event: string; port?: number }
      if (event === 'listen') resolve(port)
    })
  })
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

function workerd(): { readonly default: string; readonly version: string } {
  return createRequire(import.meta.url)('workerd')
}

function workerdVersion(): string {
  return workerd().version
}
