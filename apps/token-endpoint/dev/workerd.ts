import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { atExit } from './shutdown.ts'

export interface WorkerdConfig {
  readonly entryModule: string
  readonly compatibilityDate: string
  readonly compatibilityFlags: readonly string[]
  /** Names of the settings. workerd takes them from its environment, so that no secret is written to a file. */
  readonly settings: readonly string[]
  /** Where the gate's object keeps its state. */
  readonly stateFolder: string
  readonly port: number
}

/** Returns the configuration of a workerd that serves the bundled Worker on loopback (Cap'n Proto text). */
export function workerdConfig(config: WorkerdConfig): string {
  const text = (value: string) => JSON.stringify(value)
  const bindings = [
    '(name = "GATE", durableObjectNamespace = "Gate")',
    ...config.settings.map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`),
  ]
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "endpoint", worker = (
      modules = [(name = "worker.js", esModule = embed ${text(config.entryModule)})],
      compatibilityDate = ${text(config.compatibilityDate)},
      compatibilityFlags = [${config.compatibilityFlags.map(text).join(', ')}],
      bindings = [${bindings.join(', ')}],
      durableObjectNamespaces = [(className = "Gate", uniqueKey = "tc3-edge-gate", enableSql = true)],
      durableObjectStorage = (localDisk = "state"),
    )),
    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
    (name = "state", disk = (path = ${text(config.stateFolder)}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${config.port}", http = (), service = "endpoint")],
);
`
}

export interface WorkerdOptions {
  /** The path of its configuration file. Relative paths inside are resolved from its folder. */
  readonly config: string
  /** The values of `fromEnvironment` bindings. Nothing else of this process's environment is passed on. */
  readonly environment: Readonly<Record<string, string>>
  /** Receives what workerd and the Worker print, line by line. */
  readonly onLine: (line: string) => void
}

export interface WorkerdProcess {
  /** The port of its first socket. */
  readonly port: number
  readonly pid: number
  /** Settles when it ends, with `exit code 1` or the name of the signal that ended it. */
  readonly ended: Promise<string>
  /** Settles once it has ended. On SIGTERM it finishes open requests first. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** Starts workerd. Settles when it listens; rejects if it ends before that. */
export async function startWorkerd({ config, environment, onLine }: WorkerdOptions): Promise<WorkerdProcess> {
  const child = spawn(workerd().binary, ['serve', config, '--control-fd=3'], {
    cwd: dirname(config),
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const cancel = atExit(() => child.kill('SIGKILL'))
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  void ended.then(cancel)
  for (const stream of [child.stdout, child.stderr]) createInterface(stream as Readable).on('line', onLine)
  const port = await Promise.race([listeningPort(child.stdio[3] as Readable), ended])
  if (typeof port === 'string') throw new Error(`workerd ended before it listened: ${port}. Its output says why.`)
  return {
    port,
    pid: child.pid ?? 0,
    ended,
    end: async (signal) => {
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

/** workerd reports the port that it listens on as an event on its control channel. */
function listeningPort(control: Readable): Promise<number> {
  return new Promise((resolve) => {
    createInterface(control).on('line', (line) => {
      const { event, port } = Object(JSON.parse(line))
      if (event === 'listen' && typeof port === 'number') resolve(port)
    })
  })
}
