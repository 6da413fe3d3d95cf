// `pnpm --filter lab simulate`: the gate and other limiters in a simulated world, on the same arrivals. Prints a table for each
// world, and writes them to docs/simulation with a picture. The same every time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawWorld } from './chart.ts'
import { type Outcome, type Scene, simulate } from './outcome.ts'
import { outcomeTable, report, titleOf } from './report.ts'
import { scheduleRequests } from './schedule.ts'
import { subjects } from './subjects.ts'

const DOCS = join(import.meta.dirname, '../../../docs/simulation')

const scenes = (['placed', 'everywhere'] as const).flatMap((placement) =>
  [30, 100, 300].map((callMs): Scene => ({ placement, callMs })),
)
const requests = scheduleRequests()
const results = scenes.map((scene) => {
  const outcomes = subjects.map((subject) => simulate(subject, scene, requests))
  console.log(`\n${titleOf(scene)}\n\n${outcomeTable(outcomes)}`)
  return outcomes
})
mkdirSync(DOCS, { recursive: true })
writeFileSync(join(DOCS, 'README.md'), report(results))
writeFileSync(join(DOCS, 'simulation.svg'), drawWorld(outcomesOf({ placement: 'everywhere', callMs: 100 })))

function outcomesOf({ placement, callMs }: Scene): readonly Outcome[] {
  return results[scenes.findIndex((scene) => scene.placement === placement && scene.callMs === callMs)] ?? []
}
