// `pnpm test:load`: the endpoint in workerd under more load than it may pass on, in good times and bad, and two gates that
// must fail so that the witness is known to see. Prints a table, writes it to docs/load with pictures, and exits with 1 if a
// bound is broken. `--quick`: two runs of a few seconds, nothing written.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge, nameOf } from './results/judge.ts'
import type { Figures } from './results/measure.ts'
import { measure } from './results/measure.ts'
import { pictureOf } from './results/picture.ts'
import { report } from './results/report.ts'
import { tableOf } from './results/table.ts'
import { bundle } from './world/bundle.ts'
import { CONTROLS, QUICK, RUNS, type RunPlan } from './world/plan.ts'
import { run } from './world/run.ts'

const DOCS = join(import.meta.dirname, '../../docs/load')

const quick = process.argv.includes('--quick')
const results = await runAll(quick ? QUICK : [...RUNS, ...CONTROLS])
const faults = judge(results)
console.log(`\n${tableOf(results)}\n`)
if (!quick) await publish(results)
console.log(faults.length === 0 ? 'Every bound holds, and the controls break theirs.' : faults.join('\n'))
process.exit(faults.length === 0 ? 0 : 1)

async function runAll(plans: readonly RunPlan[]): Promise<Figures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'load-bundles-'))
  try {
    const figures: Figures[] = []
    const modules = new Map<string, string>()
    for (const plan of plans) {
      const module = modules.get(plan.worker) ?? (await bundle(plan.worker, folder))
      modules.set(plan.worker, module)
      const result = measure(await run(plan, module))
      console.log(`${nameOf(plan)}: at most ${result.most} in a second`)
      figures.push(result)
    }
    return figures
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function publish(results: readonly Figures[]): Promise<void> {
  await mkdir(DOCS, { recursive: true })
  await writeFile(join(DOCS, 'README.md'), report(results))
  await writeFile(join(DOCS, 'load.svg'), pictureOf(results, 10))
}
