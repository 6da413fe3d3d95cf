import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { unstable_readConfig } from 'wrangler'
import { workerdConfig } from '../../../apps/token-endpoint/local/workerd-config.ts'

export interface WorkerdOptions {
  /** The bundled Worker. */
  readonly module: string
  /** Where its configuration and the state of the gate's object are kept from one start to the next. */
  readonly folder: string
  readonly settings: Readonly<Record<string, string>>
  readonly onLine: (line: string) => void
}

/** workerd on a socket of its own, which can be killed and started again on the same port with the same state. */
export class Workerd {
  private readonly options: WorkerdOptions
  private child: ChildProcess | undefined
  private port = 0

  constructor(options: WorkerdOptions) {
    this.options = options
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const { folder, settings, onLine } = this.options
    await mkdir(join(folder, 'state'), { recursive: true })
    await writeFile(join(folder, 'config.capnp'), this.config())
    const child = spawn(binary(), ['serve', 'config.capnp', '--control-fd=3'], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on('line', onLine)
    this.child = child
    this.port = await listeningPort(child)
  }

  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this
    if (child === undefined || child.exitCode !== null) return Promise.resolve()
    return new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  }

  private config(): string {
    const { module, folder, settings } = this.options
    const wrangler = unstable_readConfig(
      { config: join(import.meta.dirname, '../../../apps/token-endpoint/wrangler.jsonc') },
      { hideWarnings: true },
    )
    return workerdConfig({
      entryModule: relative(folder, module),
      compatibilityDate: wrangler.compatibility_date ?? '',
      compatibilityFlags: wrangler.compatibility_flags ?? [],
      settings: Object.keys(settings),
      stateFolder: join(folder, 'state'),
      port: this.port,
    })
  }
}

function binary(): string {
  const workerd: unknown = createRequire(import.meta.url)('workerd')
  return String(Object(workerd).default)
}

/** workerd says on its control channel which port it listens on. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    createInterface(child.stdio[3] as Readable).on('line', (line) => {
      const { event, port } = Object(JSON.parse(line))
      if (event === 'listen' && typeof port === 'number') resolve(port)
    })
    child.once('exit', () => reject(new Error('workerd ended before it listened.')))
  })
}
