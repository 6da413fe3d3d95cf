// `pnpm --filter lab simulate [experiment...]`: the gate's own code in simulated worlds. Prints the results, which are the same
// every time, and writes them to docs/simulation and README.md. With names of experiments: runs only those, writes nothing.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, writeBlock } from '../report/page.ts'
import { appointmentsExperiment } from './experiments/appointments.ts'
import type { Experiment } from './experiments/experiment.ts'
import { isolatesExperiment } from './experiments/isolates.ts'
import { limitersExperiment } from './experiments/limiters.ts'
import { lossesExperiment } from './experiments/losses.ts'
import { outagesExperiment } from './experiments/outages.ts'
import { sharesExperiment } from './experiments/shares.ts'

const DOCS = join(ROOT, 'docs/simulation')

const EXPERIMENTS: Readonly<Record<string, Experiment>> = {
  limiters: limitersExperiment,
  shares: sharesExperiment,
  appointments: appointmentsExperiment,
  outages: outagesExperiment,
  losses: lossesExperiment,
  isolates: isolatesExperiment,
}

const HEAD = `# The gate in simulated worlds

Written by \`pnpm --filter lab simulate\` (\`npx -y pnpm@12.21.0 --filter lab simulate\`), which writes the same output every
time: all random numbers come from a seed. The gate and the isolates' cache of refusals are the product's own code; clients, Workers,
network and Tencent are simulated. Load tests of the real Worker are on [another page](../load/README.md).`

const names = process.argv.slice(2)
const unknown = names.find((name) => !(name in EXPERIMENTS))
if (unknown !== undefined) {
  throw new Error(`There is no experiment "${unknown}", but ${Object.keys(EXPERIMENTS).join(', ')}.`)
}
const sections: string[] = []
for (const [name, { title, run }] of Object.entries(EXPERIMENTS)) {
  if (names.length > 0 && !names.includes(name)) continue
  const section = `## ${title}\n\n${run()}`
  console.log(`${section}\n`)
  sections.push(section)
}
if (names.length === 0) {
  writeFileSync(join(DOCS, 'README.md'), `${[HEAD, ...sections].join('\n\n')}\n`)
  for (const { file, svg } of Object.values(EXPERIMENTS).flatMap(({ pictures }) => pictures?.() ?? [])) {
    writeFileSync(join(DOCS, file), svg)
  }
  for (const sentences of Object.values(EXPERIMENTS).map((experiment) => experiment.sentences?.() ?? {})) {
    for (const [name, sentence] of Object.entries(sentences)) writeBlock('README.md', name, sentence)
  }
}
