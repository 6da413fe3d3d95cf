import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { unstable_readConfig } from 'wrangler'
import type { SettingName } from '../src/settings/setting-names.ts'
import { bundledWorker } from './bundle.ts'
import { workerdConfig } from './workerd-config.ts'

export interface ServeOptions {
  /** Default 0: any free one. */
  readonly port?: number
  /** Settings over those of wrangler.jsonc. */
  readonly settings: Partial<Record<SettingName, string>>
  /** Where the gate's object keeps its state. Default: a folder that goes with this run. */
  readonly stateFolder?: string
  /** Takes what the Worker prints, line by line. */
  readonly onLine: (line: string) => void
}

export interface RunningWorker {
  readonly url: string
  /** Settles when workerd ends, with its exit code. */
  readonly ended: Promise<number | null>
  readonly stop: () => Promise<void>
  /** Ends workerd as a crash would. Its state stays where `stateFolder` says. */
  readonly crash: () => Promise<void>
}

/** Serves the Worker, bundled as a deployment would be, in a workerd with a socket of its own on loopback. */
export async function serveWorker(options: ServeOptions): Promise<RunningWorker> {
  const scratch = await mkdtemp(join(tmpdir(), 'token-endpoint-'))
  const stateFolder = options.stateFolder ?? join(scratch, 'state')
  await mkdir(stateFolder, { recursive: true })

  const wrangler = unstable_readConfig(
    { config: join(import.meta.dirname, '../wrangler.jsonc') },
    { hideWarnings: true },
  )
  const settings = { ...textVars(wrangler.vars), ...options.settings }
  const config = workerdConfig({
    entryModule: 'worker.js',
    compatibilityDate: wrangler.compatibility_date ?? '',
    compatibilityFlags: wrangler.compatibility_flags ?? [],
    settings: Object.keys(settings),
    stateFolder,
    port: options.port ?? 0,
  })
  await writeFile(join(scratch, 'worker.js'), await bundledWorker())
  await writeFile(join(scratch, 'config.capnp'), config)

  const child = spawn(workerdBinary(), ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: scratch,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on('line', options.onLine)

  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    await ended
    await rm(scratch, { recursive: true, force: true })
  }
  const stop = () => end('SIGTERM')
  try {
    const port = await listeningPort(child)
    return { url: `http://127.0.0.1:${port}`, ended, stop, crash: () => end('SIGKILL') }
  } catch (error) {
    await stop()
    throw error
  }
}

function workerdBinary(): string {
  const workerd: unknown = createRequire(import.meta.url)('workerd')
  if (typeof workerd === 'object' && workerd && 'default' in workerd && typeof workerd.default === 'string') {
    return workerd.default
  }
  throw new Error('The package workerd does not say where its binary is')
}

function textVars(vars: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, String(value)]))
}

/** workerd says on its control channel which port it listens on. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const control = child.stdio[3] as Readable
    createInterface(control).on('line', (line) => {
      const message: unknown = JSON.parse(line)
      if (typeof message !== 'object' || message === null || !('event' in message) || message.event !== 'listen') return
      if ('port' in message && typeof message.port === 'number') resolve(message.port)
    })
    child.once('exit', () => reject(new Error('workerd ended before it listened. What it printed says why.')))
  })
}
