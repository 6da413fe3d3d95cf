import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { atExit } from './at-exit.ts'

const folder = join(import.meta.dirname, '..')

let bundled: Promise<string> | undefined

/** The Worker as a deployment would upload it, in one module. It is bundled once for each process. */
export function bundledWorker(signal?: AbortSignal): Promise<string> {
  bundled ??= bundle(signal)
  return bundled
}

async function bundle(signal: AbortSignal | undefined): Promise<string> {
  const outdir = await mkdtemp(join(tmpdir(), 'token-endpoint-bundle-'))
  const done = atExit(() => rmSync(outdir, { recursive: true, force: true }))
  const wrangler = join(folder, 'node_modules/.bin/wrangler')
  const options = { cwd: folder, env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }, signal }
  try {
    await promisify(execFile)(wrangler, ['deploy', '--dry-run', '--outdir', outdir], options)
    return await readFile(join(outdir, 'worker.js'), 'utf8')
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error)
    throw new Error(`The Worker could not be bundled:\n${stdout}${stderr}`, { cause: error })
  } finally {
    await rm(outdir, { recursive: true })
    done()
  }
}
