import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { workerdConfig } from './workerd-config.ts'

export interface WorkerdOptions {
  /** The path of the bundled Worker. The configuration and the state of objects are kept beside it. */
  readonly module: string
  readonly compatibilityDate?: string
  readonly compatibilityFlags?: readonly string[]
  /** Text bindings. Nothing else of this process's environment is passed on. */
  readonly settings?: Readonly<Record<string, string>>
  /** The one class of Durable Objects, by its binding. */
  readonly object?: { readonly binding: string; readonly className: string }
  /** Default 0: any free one. */
  readonly port?: number
  /** Receives what workerd and the Worker print, line by line. Default: writes all but the request log to standard error. */
  readonly onLine?: (line: string) => void
}

export interface RunningWorkerd {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Settles once it has ended. SIGTERM lets it finish what is under way. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** From this date on Node's modules are available by default. */
const COMPATIBILITY_DATE = '2026-11-01'

/** Serves a Worker on loopback in a workerd of its own. Rejects if it ends before it listens. */
export async function startWorkerd(options: WorkerdOptions): Promise<RunningWorkerd> {
  const { module, settings = {}, onLine = printAllButRequests } = options
  const folder = dirname(module)
  const config = join(folder, `${basename(module, '.js')}.capnp`)
  const stateFolder = join(folder, 'state')
  await mkdir(stateFolder, { recursive: true })
  await writeFile(
    config,
    workerdConfig({
      module: basename(module),
      compatibilityDate: options.compatibilityDate ?? COMPATIBILITY_DATE,
      compatibilityFlags: options.compatibilityFlags ?? [],
      environment: Object.keys(settings),
      ...(options.object ? { object: { ...options.object, stateFolder } } : {}),
      port: options.port ?? 0,
    }),
  )
  const child = spawn(workerd().binary, ['serve', config, '--control-fd=3'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)))
  void ended.then(() => process.off('exit', kill))
  for (const stream of [child.stdout, child.stderr]) createInterface(stream as Readable).on('line', onLine)
  const port = await Promise.race([listeningPort(child.stdio[3] as Readable), ended])
  if (port === undefined) throw new Error('workerd ended before it listened. Its output says why.')
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      await ended
    },
  }
}

/** Returns the path of workerd's binary, and its version. */
export function workerd(): { readonly binary: string; readonly version: string } {
  const { default: binary, version } = Object(createRequire(import.meta.url)('workerd'))
  if (typeof binary !== 'string') throw new Error('The package workerd does not export the path of its binary')
  return { binary, version: String(version) }
}

function printAllButRequests(line: string): void {
  if (!line.startsWith('{')) console.error(line)
}

/** workerd reports the port that it listens on as an event on its control channel. */
function listeningPort(control: Readable): Promise<number> {
  return new Promise((resolve) => {
    createInterface(control).on('line', (line) => {
      const { event, port } = Object(JSON.parse(line))
      if (event === 'listen' && typeof port === 'number') resolve(port)
    })
  })
}
