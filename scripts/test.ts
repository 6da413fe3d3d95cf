// `pnpm test`: lint, types and tests of all packages by turbo, then what failed, and one line that adds everything up.
// Options go to turbo: `pnpm test --force` takes nothing from its cache.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const RESULTS = '.test-results.json'

/** As much of turbo's run summary as is read here. */
interface Summary {
  readonly tasks: readonly Task[]
}

interface Task {
  readonly taskId: string
  readonly task: string
  readonly command: string
  readonly directory: string
  readonly logFile: string
  readonly execution?: { readonly exitCode: number }
}

/** As much of vitest's JSON report as is read here. */
interface Report {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

interface Result {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What failed and why. */
  readonly failures: readonly string[]
}

// Results of an earlier run must not count for this one.
for (const path of globSync(`{spec,{packages,apps,tests}/*}/${RESULTS}`, { cwd: root })) rmSync(join(root, path))
rmSync(join(root, '.turbo/runs'), { recursive: true, force: true })

const options = ['--continue=always', '--concurrency=3', '--output-logs=new-only', '--summarize']
const { status } = spawnSync('turbo', ['run', 'lint', 'typecheck', 'test', ...options, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
})
const [summary] = globSync('.turbo/runs/*.json', { cwd: root }).map((path) => readJson<Summary>(path))
const tasks = summary?.tasks.filter(({ command }) => command !== '<NONEXISTENT>') ?? []
const results = tasks.map((task) => (task.task === 'test' ? testResult(task) : stepResult(task)))
// Turbo itself can fail, for instance on invalid settings.
if (results.every(({ failed }) => failed === 0) && status !== 0) results.push(turboFailure())

for (const failure of results.flatMap(({ failures }) => failures)) console.log(`\n${failure}`)
console.log()
for (const result of results) if (counts(result)) console.log(`${result.name.padEnd(40)} ${describe(result)}`)
const total = (kind: 'passed' | 'failed' | 'skipped') => results.reduce((sum, result) => sum + result[kind], 0)
console.log(`\n${describe({ passed: total('passed'), failed: total('failed'), skipped: total('skipped') })}`)
process.exitCode = total('failed') === 0 ? 0 : 1

/** A step other than tests, such as the type check, counts only if it fails. */
function stepResult({ taskId, logFile, execution }: Task): Result {
  const isFailure = execution?.exitCode !== 0
  const failures = isFailure ? [`FAILED ${taskId}\n${logOf(logFile)}`] : []
  return { name: taskId, passed: 0, failed: isFailure ? 1 : 0, skipped: 0, failures }
}

/** A test step without results, without a passed test, or with a test file that could not run, has failed. */
function testResult({ taskId, directory, logFile, execution }: Task): Result {
  try {
    const report = readJson<Report>(join(directory, RESULTS))
    const isSuccess = report.success && report.numPassedTests > 0 && execution?.exitCode === 0
    const failures = failuresIn(report)
    return {
      name: taskId,
      passed: report.numPassedTests,
      failed: report.numFailedTests || (isSuccess ? 0 : 1),
      skipped: report.numPendingTests + report.numTodoTests,
      failures: isSuccess || failures.length > 0 ? failures : [`FAILED ${taskId}\n${logOf(logFile)}`],
    }
  } catch {
    const failures = [`FAILED ${taskId}: left no results\n${logOf(logFile)}`]
    return { name: taskId, passed: 0, failed: 1, skipped: 0, failures }
  }
}

function turboFailure(): Result {
  return { name: 'turbo', passed: 0, failed: 1, skipped: 0, failures: ['FAILED turbo: its output is above'] }
}

function counts({ passed, failed, skipped }: Result): boolean {
  return passed + failed + skipped > 0
}

function describe({ passed, failed, skipped }: Pick<Result, 'passed' | 'failed' | 'skipped'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function failuresIn({ testResults }: Report): string[] {
  return testResults.flatMap(({ status, name, message, assertionResults }) => {
    const file = name.slice(root.length + 1)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`FAILED ${file}\n${message}`]
    return failed.map(
      (test) => `FAILED ${file}: ${test.fullName}\n${withoutForeignFrames(test.failureMessages.join('\n'))}`,
    )
  })
}

/** Returns a stack trace with only the lines of our own files. */
function withoutForeignFrames(message: string): string {
  const isForeign = (line: string) => /^ +at /.test(line) && (!line.includes(root) || line.includes('/node_modules/'))
  return message
    .split('\n')
    .filter((line) => !isForeign(line))
    .join('\n')
}

function logOf(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return ''
  }
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
