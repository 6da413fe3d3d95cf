import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { atExit } from './at-exit.ts'

export interface WorkerdOptions {
  /** The path of its configuration. What that names relatively is looked for next to it. */
  readonly config: string
  /** What bindings `fromEnvironment` take. Nothing else of this process's environment is passed on. */
  readonly environment: Readonly<Record<string, string>>
  /** Takes what workerd and the Worker print, line by line. */
  readonly onLine: (line: string) => void
}

export interface WorkerdProcess {
  /** The one that its first socket listens on. */
  readonly port: number
  readonly pid: number
  /** Settles when it ends, with its exit code; `null` if a signal ended it. */
  readonly ended: Promise<number | null>
  /** Settles once it has ended. SIGTERM lets it finish what is under way. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** Starts workerd. Settles when it listens; rejects if it ends before that. */
export async function startWorkerd({ config, environment, onLine }: WorkerdOptions): Promise<WorkerdProcess> {
  const child = spawn(workerd().binary, ['serve', config, '--control-fd=3'], {
    cwd: dirname(config),
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const gone = atExit(() => child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  ended.then(gone)
  for (const stream of [child.stdout, child.stderr]) createInterface(stream as Readable).on('line', onLine)
  const port = await Promise.race([listeningPort(child.stdio[3] as Readable), ended.then(() => undefined)])
  if (port === undefined) throw new Error('workerd ended before it listened. What it printed says why.')
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

/** Where workerd's binary is, and which version it is of. */
export function workerd(): { readonly binary: string; readonly version: string } {
  const { default: binary, version } = Object(createRequire(import.meta.url)('workerd'))
  if (typeof binary !== 'string') throw new Error('The package workerd does not say where its binary is')
  return { binary, version: String(version) }
}

/** workerd says on its control channel which port it listens on. */
function listeningPort(control: Readable): Promise<number> {
  return new Promise((resolve) => {
    createInterface(control).on('line', (line) => {
      const { event, port } = Object(JSON.parse(line))
      if (event === 'listen' && typeof port === 'number') resolve(port)
    })
  })
}
