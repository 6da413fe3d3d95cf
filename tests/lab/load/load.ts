// `pnpm test:load [--quick] [word...]`: the endpoint in workerd under more load than its quota, with and without faults, and two
// baselines that must break the limit, which proves that the recorder would notice. Prints tables, writes them to docs/load with a
// chart, to docs/quota.md and README.md, and exits with 1 if a bound is broken. `--quick`: runs of a few seconds; words: only the
// runs whose names contain all of them, such as `cut 13`. Neither writes anything.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tableOf } from '../report/markdown.ts'
import { ROOT, writeBlock } from '../report/page.ts'
import { brokenBounds } from './assert-bounds.ts'
import { drawRuns } from './chart.ts'
import { type Herd, herdColumns, runHerd } from './herd.ts'
import { measure, type Result } from './measure.ts'
import { BASELINES, HERDS, QUICK, QUICK_HERDS, RUNS, runName } from './plan.ts'
import { baselinesText, quotaTables, report } from './report.ts'
import { run } from './run.ts'
import { columns } from './table.ts'

const DOCS = join(ROOT, 'docs/load')

const words = process.argv.slice(2).filter((word) => word !== '--quick')
const quick = process.argv.includes('--quick')
const all = quick || words.length === 0
const isChosen = (name: string) => all || words.every((word) => name.includes(word))
const results: Result[] = []
for (const plan of (quick ? QUICK : [...RUNS, ...BASELINES]).filter((plan) => isChosen(runName(plan)))) {
  const measured = measure(await run(plan))
  for (const { lane, most, mostReceived } of measured) {
    console.log(`${runName(plan)}: at most ${most} ${lane} in a second, ${mostReceived} received`)
  }
  results.push(...measured)
}
const herds: Herd[] = []
for (const size of (quick ? QUICK_HERDS : HERDS).filter((size) => isChosen(`a herd of ${size}`))) {
  const herd = await runHerd(size)
  console.log(`a herd of ${size}: ${herd.kept} of its appointments kept`)
  herds.push(herd)
}
const broken = brokenBounds(results, herds)
console.log(`\n${tableOf(columns, results)}\n\n${tableOf(herdColumns, herds)}\n`)
if (!quick && all) {
  await writeFile(join(DOCS, 'README.md'), report(results, herds))
  await writeFile(join(DOCS, 'load.svg'), drawRuns(results, 10))
  writeBlock('docs/quota.md', 'load', quotaTables(results, herds))
  writeBlock('README.md', 'baselines', baselinesText(results))
}
console.log(broken.length === 0 ? 'Every bound holds, and the baselines break theirs.' : broken.join('\n'))
process.exit(broken.length === 0 ? 0 : 1)
