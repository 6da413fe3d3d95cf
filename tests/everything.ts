// `pnpm test`: everything that must hold, over all packages, and one line that adds it up.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const root = join(import.meta.dirname, '..')
const RESULTS = '.test-results.json'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface Results extends Counts {
  /** What failed and why. */
  readonly failures: readonly string[]
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

const packages = globSync(
  ['spec', 'packages/*', 'apps/*', 'tests/*'].map((folder) => `${folder}/package.json`),
  { cwd: root },
)
  .filter((path) => scriptsOf(path).includes('test'))
  .map((path) => dirname(join(root, path)))
for (const folder of packages) rmSync(join(folder, RESULTS), { force: true })

const { status, log } = await runSteps()

const results = packages.map((folder) => ({ folder, ...resultsOf(folder) }))
const total = (kind: keyof Counts) => results.reduce((sum, counts) => sum + counts[kind], 0)
const steps = otherStepsFailedIn(log)
// A step that failed without a failing test, such as the type check, counts as one.
const failed = total('failed') + steps.length || (status === 0 ? 0 : 1)

// Here once more, where the end of a long log is all that one gets to see.
for (const step of steps) console.log(`\nFAILED ${step}\n${outputOf(step, log)}`)
for (const { failures } of results) for (const failure of failures) console.log(`\n${failure}`)
console.log()
for (const { folder, passed, failed, skipped } of results) {
  console.log(`${folder.slice(root.length + 1).padEnd(24)} ${describe({ passed, failed, skipped })}`)
}
console.log(`\n${describe({ passed: total('passed'), failed, skipped: total('skipped') })}`)
process.exit(failed === 0 ? 0 : 1)

/** Runs all steps of all packages. Shows what they print while they do, and returns it. */
async function runSteps(): Promise<{ status: unknown; log: string }> {
  // Nothing is cached, so nothing need be hidden from the tests: they start npm, which wants its settings.
  const options = ['--continue=always', '--concurrency=2', '--env-mode=loose', '--log-prefix=task']
  const turbo = spawn('turbo', ['run', 'lint', 'typecheck', 'test', ...options], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
  })
  const exited = once(turbo, 'exit')
  let log = ''
  for await (const chunk of turbo.stdout.setEncoding('utf8')) {
    process.stdout.write(chunk)
    log += chunk
  }
  const [status] = await exited
  return { status, log: stripVTControlCharacters(log) }
}

/** The failed steps that leave no results of tests to tell of it, as turbo names them: `//#lint`. */
function otherStepsFailedIn(log: string): string[] {
  const steps = /^Failed: +(.*)$/m.exec(log.replaceAll(/^ +/gm, ''))?.[1]?.split(', ') ?? []
  return steps.filter((step) => total('failed') === 0 || !step.endsWith('#test'))
}

function outputOf(step: string, log: string): string {
  const prefix = `${step.replace('#', ':')}: `
  const lines = log.split('\n').filter((line) => line.startsWith(prefix))
  return lines.map((line) => line.slice(prefix.length)).join('\n')
}

function describe({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function scriptsOf(path: string): string[] {
  return Object.keys(JSON.parse(readFileSync(join(root, path), 'utf8')).scripts ?? {})
}

/** A package that left no results has failed, whatever it printed; so has a test file that could not run. */
function resultsOf(folder: string): Results {
  try {
    const report: Report = JSON.parse(readFileSync(join(folder, RESULTS), 'utf8'))
    const passed = report.numPassedTests
    const skipped = report.numPendingTests + report.numTodoTests
    const failed = report.numFailedTests || (report.success && passed > 0 ? 0 : 1)
    return { passed, failed, skipped, failures: failuresIn(report) }
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [`FAILED ${folder.slice(root.length + 1)}: left no results`] }
  }
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

/** A stack trace with the lines of our own files alone. */
function withoutForeignFrames(message: string): string {
  const isForeign = (line: string) => /^ +at /.test(line) && (!line.includes(root) || line.includes('/node_modules/'))
  return message
    .split('\n')
    .filter((line) => !isForeign(line))
    .join('\n')
}
