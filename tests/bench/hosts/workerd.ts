import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { startWorkerd, workerd } from '@tc3-edge/token-endpoint/dev/workerd'
import type { Host } from './host.ts'

const COMPATIBILITY_DATE = '2026-11-01'

export interface ServedWorker {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** What is in a Worker besides its module. */
export interface WorkerExtras {
  /** Text bindings. */
  readonly settings?: Readonly<Record<string, string>>
  /** The one class of Durable Objects, by its binding. */
  readonly object?: { readonly binding: string; readonly className: string }
}

/** A workerd of its own, on loopback. State of objects is kept in the module's folder. */
export async function serveModule(module: string, extras: WorkerExtras = {}): Promise<ServedWorker> {
  const { settings = {} } = extras
  const config = join(dirname(module), `${basename(module, '.js')}.capnp`)
  await writeFile(config, capnp(basename(module), dirname(module), extras))
  // The endpoint's log of requests is made, and goes nowhere.
  const onLine = (line: string) => line.startsWith('{') || console.error(line)
  const { port, pid, end } = await startWorkerd({ config, environment: settings, onLine })
  return { url: `http://127.0.0.1:${port}`, pid, stop: () => end('SIGKILL') }
}

/** Does the tasks in a Worker, timed from outside. */
export async function workerdHost(module: string): Promise<Host> {
  const { url, stop } = await serveModule(module)
  const run: Host['run'] = async (task) => {
    const startedAt = performance.now()
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(task) })
    if ((await response.text()) !== 'done') throw new Error(`workerd failed at ${JSON.stringify(task)}`)
    return performance.now() - startedAt
  }
  return { name: 'workerd', version: workerd().version, run, stop }
}

function capnp(module: string, folder: string, { settings = {}, object }: WorkerExtras): string {
  const text = (value: string) => JSON.stringify(value)
  const bindings = Object.keys(settings).map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`)
  if (object) bindings.push(`(name = ${text(object.binding)}, durableObjectNamespace = ${text(object.className)})`)
  const objects = object
    ? `durableObjectNamespaces = [(className = ${text(object.className)}, uniqueKey = "bench", enableSql = true)],
      durableObjectStorage = (localDisk = "state"),`
    : ''
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker.js", esModule = embed ${text(module)})],
      compatibilityDate = "${COMPATIBILITY_DATE}",
      compatibilityFlags = ["enable_request_signal"],
      bindings = [${bindings.join(', ')}],
      ${objects}
    )),
    (name = "internet", network = (allow = ["private"])),
    (name = "state", disk = (path = ${text(folder)}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
`
}
