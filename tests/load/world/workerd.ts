import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { startWorkerd, type WorkerdProcess, workerdConfig } from '@tc3-edge/token-endpoint/dev/workerd'
import { unstable_readConfig } from 'wrangler'

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
  private running: WorkerdProcess | undefined
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
    const config = join(folder, 'config.capnp')
    await writeFile(config, this.config())
    this.running = await startWorkerd({ config, environment: settings, onLine })
    this.port = this.running.port
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    await this.running?.end(signal)
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
