import { testsFor } from '../suite/suite.ts'
import { tests } from '../suite/tests.ts'
import type { Run } from './everywhere.ts'

/** What every runtime ran, in columns. */
export function table(runs: readonly Run[]): string {
  const rows = runs.map(({ runtime, outcome, seconds }) => {
    const expected = testsFor(tests, runtime.lacks).length
    if (!outcome) return [runtime.name, '-', 'did not run', `of ${expected}`, `${seconds.toFixed(1)} s`]
    const { version, report } = outcome
    const failed = report.results.filter(({ error }) => error !== undefined).length
    return [
      runtime.name,
      version,
      `${report.results.length} run, ${failed} failed`,
      `of ${expected}`,
      `${seconds.toFixed(1)} s`,
      runtime.lacks.length > 0 ? `lacks ${runtime.lacks.join(', ')}` : '',
    ]
  })
  return columns([['runtime', 'version', 'tests', 'expected', 'took', ''], ...rows])
}

function columns(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(width(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
