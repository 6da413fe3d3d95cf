import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'
import type { SettingName } from '../src/settings/definitions.ts'
import { atExit } from './at-exit.ts'
import { bundledWorker } from './bundle.ts'
import { workerdConfig } from './workerd-config.ts'
import { startWorkerd } from './workerd-process.ts'

export interface ServeOptions {
  /** Default 0: any free one. */
  readonly port?: number
  /** Settings over those of wrangler.jsonc. */
  readonly settings: Partial<Record<SettingName, string>>
  /** Where the gate's object keeps its state. Default: a folder that goes with this run. */
  readonly stateFolder?: string
  /** Takes what the Worker prints, line by line. */
  readonly onLine: (line: string) => void
  /** Gives up what takes long about the start. */
  readonly signal?: AbortSignal
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
  const wiped = atExit(() => rmSync(scratch, { recursive: true, force: true }))
  const cleanUp = () => rm(scratch, { recursive: true, force: true }).then(wiped)
  try {
    return await serveFrom(scratch, cleanUp, options)
  } catch (error) {
    await cleanUp()
    throw error
  }
}

async function serveFrom(scratch: string, cleanUp: () => Promise<void>, options: ServeOptions): Promise<RunningWorker> {
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
  await writeFile(join(scratch, 'worker.js'), await bundledWorker(options.signal))
  await writeFile(join(scratch, 'config.capnp'), config)

  const { port, ended, end } = await startWorkerd({
    config: join(scratch, 'config.capnp'),
    environment: settings,
    onLine: options.onLine,
  })
  const url = `http://127.0.0.1:${port}`
  return { url, ended, stop: () => end('SIGTERM').then(cleanUp), crash: () => end('SIGKILL').then(cleanUp) }
}

function textVars(vars: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}
