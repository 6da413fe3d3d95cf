// What the root scripts run first: installs what is missing. `--start` is content with what `start` and `dev` need.
// Plain JavaScript: before the first install it runs on the Node outside, which may be Node 20.
// NO_INSTALL=1 leaves everything as it is, for a release, which installs no more than it publishes with.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Without devDependencies, and without asking the registry how old each entry of the lockfile is: CI has done that. */
const START = ['--prod', '--filter', 'token-endpoint...', '--trust-lockfile']

/** The smaller install would remove devDependencies that are there. */
function scope() {
  const hasDevDependencies = existsSync(join(root, 'node_modules/turbo'))
  return process.argv.includes('--start') && !hasDevDependencies ? START : []
}

/** Shows progress if there is likely something to do. pnpm writes the first file at the end of each install. */
function logLevel() {
  const modified = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return modified('node_modules/.pnpm-workspace-state-v1.json') < modified('pnpm-lock.yaml') ? 'info' : 'warn'
}

if (process.env.NO_INSTALL !== '1') {
  const args = ['install', ...scope(), '--loglevel', logLevel()]
  const { status, error } = spawnSync('pnpm', args, { cwd: root, stdio: 'inherit' })
  if (error) console.error(`pnpm could not be run: ${error.message}`)
  process.exitCode = status ?? 1
}
