// `pnpm test:load`: the endpoint in workerd under more load than it may pass on, in good times and bad, and two baselines that
// must fail so that the recorder is known to see. Prints a table, writes it to docs/load with a chart, and exits with 1 if a
// bound is broken. `--quick`: two runs of a few seconds, nothing written.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tableOf } from '../report/markdown.ts'
import { brokenBounds } from './assert-bounds.ts'
import { drawRuns } from './chart.ts'
import { measure, type Result } from './measure.ts'
import { BASELINES, QUICK, RUNS, runName } from './plan.ts'
import { report } from './report.ts'
import { run } from './run.ts'
import { columns } from './table.ts'

const DOCS = join(import.meta.dirname, '../../../docs/load')

const quick = process.argv.includes('--quick')
const results: Result[] = []
for (const plan of quick ? QUICK : [...RUNS, ...BASELINES]) {
  const result = measure(await run(plan))
  console.log(`${runName(plan)}: at most ${result.most} in a second`)
  results.push(result)
}
const broken = brokenBounds(results)
console.log(`\n${tableOf(columns, results)}\n`)
if (!quick) {
  await mkdir(DOCS, { recursive: true })
  await writeFile(join(DOCS, 'README.md'), report(results))
  await writeFile(join(DOCS, 'load.svg'), drawRuns(results, 10))
}
console.log(broken.length === 0 ? 'Every bound holds, and the baselines break theirs.' : broken.join('\n'))
process.exit(broken.length === 0 ? 0 : 1)
