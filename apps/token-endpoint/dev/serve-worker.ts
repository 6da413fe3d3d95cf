import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'jsonc-parser'
import type { SettingName } from '../src/settings/definitions.ts'
import { temporaryFolder } from './shutdown.ts'
import { startWorkerd, workerdConfig } from './workerd.ts'

const app = join(import.meta.dirname, '..')

export interface ServeOptions {
  /** Default 0: any free one. */
  readonly port?: number
  /** Settings that take precedence over those of wrangler.jsonc. */
  readonly settings: Partial<Record<SettingName, string>>
  /** Where the gate's object keeps its state. Default: a temporary folder. */
  readonly stateFolder?: string
  /** Receives what the Worker prints, line by line. */
  readonly onLine: (line: string) => void
  /** Aborts the bundling, the slow part of the start. */
  readonly signal?: AbortSignal
}

export interface RunningWorker {
  readonly url: string
  /** Settles when workerd ends, with `exit code 1` or the name of the signal that ended it. */
  readonly ended: Promise<string>
  readonly stop: () => Promise<void>
  /** Kills workerd, as a crash would. Its state stays in `stateFolder`. */
  readonly crash: () => Promise<void>
}

/** Serves the Worker, bundled as for a deployment, in a workerd with a socket of its own on loopback. */
export async function serveWorker(options: ServeOptions): Promise<RunningWorker> {
  await using stack = new AsyncDisposableStack()
  const { path: scratch } = stack.use(await temporaryFolder('token-endpoint-'))
  const stateFolder = options.stateFolder ?? join(scratch, 'state')
  await mkdir(stateFolder, { recursive: true })

  const wrangler = wranglerConfig()
  const settings = { ...configuredVars(), ...options.settings }
  const config = workerdConfig({
    entryModule: 'worker.js',
    compatibilityDate: wrangler.compatibility_date,
    compatibilityFlags: wrangler.compatibility_flags,
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
  const cleanUp = stack.move()
  return {
    url: `http://127.0.0.1:${port}`,
    ended,
    stop: () => end('SIGTERM').then(() => cleanUp.disposeAsync()),
    crash: () => end('SIGKILL').then(() => cleanUp.disposeAsync()),
  }
}

/** As much of wrangler.jsonc as is read here. */
interface WranglerConfig {
  readonly compatibility_date: string
  readonly compatibility_flags: readonly string[]
  readonly vars: Readonly<Record<string, unknown>>
}

/** Without wrangler's own reader, whose import alone takes seconds. */
function wranglerConfig(): WranglerConfig {
  return parse(readFileSync(join(app, 'wrangler.jsonc'), 'utf8'))
}

let bundle: Promise<string> | undefined

/** Returns the Worker as a deployment would upload it, in one module. Bundles once per process. */
function bundledWorker(signal?: AbortSignal): Promise<string> {
  bundle ??= bundleWorker(signal)
  return bundle
}

async function bundleWorker(signal: AbortSignal | undefined): Promise<string> {
  await using folder = await temporaryFolder('token-endpoint-bundle-')
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }
  const args = ['deploy', '--dry-run', '--outdir', folder.path]
  try {
    await promisify(execFile)(join(app, 'node_modules/.bin/wrangler'), args, { cwd: app, env, signal })
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error)
    throw new Error(`The Worker could not be bundled:\n${stdout}${stderr}`, { cause: error })
  }
  return await readFile(join(folder.path, 'worker.js'), 'utf8')
}

/** Returns the variables of wrangler.jsonc, as texts. */
export function configuredVars(): Record<string, string> {
  const { vars } = wranglerConfig()
  return Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}
