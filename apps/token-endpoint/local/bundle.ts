import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const folder = join(import.meta.dirname, '..')

/** Bundles the Worker as a deployment would, into `outdir`. Answers the name of the entry module. */
export async function bundleWorker(outdir: string): Promise<string> {
  const wrangler = join(folder, 'node_modules/.bin/wrangler')
  const options = { cwd: folder, env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' } }
  await promisify(execFile)(wrangler, ['deploy', '--dry-run', '--outdir', outdir], options).catch((error) => {
    throw new Error(`The Worker could not be bundled:\n${error.stdout}${error.stderr}`)
  })
  return 'worker.js'
}
