// `pnpm test`: everything that must hold, over all packages, and one line that adds it up.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const RESULTS = '.test-results.json'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const packages = globSync(
  ['spec', 'packages/*', 'apps/*', 'tests/*'].map((folder) => `${folder}/package.json`),
  { cwd: root },
)
  .filter((path) => scriptsOf(path).includes('test'))
  .map((path) => dirname(join(root, path)))
for (const folder of packages) rmSync(join(folder, RESULTS), { force: true })

// Nothing is cached, so nothing need be hidden from the tests: they start npm, which wants its settings.
const options = ['--continue=always', '--concurrency=2', '--env-mode=loose']
const { status } = spawnSync('turbo', ['run', 'lint', 'typecheck', 'test', ...options], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
})

const results = packages.map((folder) => ({ folder, ...countsOf(folder) }))
const total = (kind: keyof Counts) => results.reduce((sum, counts) => sum + counts[kind], 0)
// A step that failed without a failing test, such as the type check, counts as one.
const failed = total('failed') || (status === 0 ? 0 : 1)

console.log()
for (const { folder, passed, failed, skipped } of results) {
  console.log(`${folder.slice(root.length + 1).padEnd(24)} ${describe({ passed, failed, skipped })}`)
}
if (status !== 0 && total('failed') === 0) console.log('A step other than a test failed; see above.')
console.log(`\n${describe({ passed: total('passed'), failed, skipped: total('skipped') })}`)
process.exit(failed === 0 ? 0 : 1)

function describe({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function scriptsOf(path: string): string[] {
  return Object.keys(JSON.parse(readFileSync(join(root, path), 'utf8')).scripts ?? {})
}

/** A package that left no results has failed, whatever it printed; so has a test file that could not run. */
function countsOf(folder: string): Counts {
  try {
    const results = JSON.parse(readFileSync(join(folder, RESULTS), 'utf8'))
    const passed = Number(results.numPassedTests)
    const skipped = Number(results.numPendingTests) + Number(results.numTodoTests)
    const failed = Number(results.numFailedTests) || (results.success === true ? 0 : 1)
    return passed + failed > 0 ? { passed, failed, skipped } : { passed: 0, failed: 1, skipped }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
