import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const folder = join(import.meta.dirname, '..')

let bundled: Promise<string> | undefined

/** The Worker as a deployment would upload it, in one module. It is bundled once for each process. */
export function bundledWorker(): Promise<string> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<string> {
  const outdir = await mkdtemp(join(tmpdir(), 'token-endpoint-bundle-'))
  const wrangler = join(folder, 'node_modules/.bin/wrangler')
  const options = { cwd: folder, env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' } }
  try {
    await promisify(execFile)(wrangler, ['deploy', '--dry-run', '--outdir', outdir], options)
    return await readFile(join(outdir, 'worker.js'), 'utf8')
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error)
    throw new Error(`The Worker could not be bundled:\n${stdout}${stderr}`, { cause: error })
  } finally {
    await rm(outdir, { recursive: true })
  }
}
