import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The Workers that can be put to the test. */
export type WorkerName = 'product' | 'sliding-log' | 'fixed-window'

const here = join(import.meta.dirname, '..')
const CONFIG = join(here, '../../apps/token-endpoint/wrangler.jsonc')

/** Bundles one of `workers/` as the product is bundled for a deployment. Answers the path of its module in `folder`. */
export async function bundle(name: WorkerName, folder: string): Promise<string> {
  const outdir = join(folder, `bundle-${name}`)
  await promisify(execFile)(
    join(here, 'node_modules/.bin/wrangler'),
    ['deploy', join(here, `workers/${name}.ts`), '--config', CONFIG, '--dry-run', '--outdir', outdir],
    { cwd: here, env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' } },
  )
  const module = join(folder, `${name}.js`)
  await copyFile(join(outdir, `${name}.js`), module)
  return module
}
