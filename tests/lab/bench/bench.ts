// `pnpm bench [--quick] [section...]`: measures every figure of speed and size that this project claims, beside the alternatives,
// and writes them to docs/bench. `--quick`: tiny counts, nothing written. With names of sections: measures only those, and
// replaces them in the file.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Effort, FULL, QUICK } from './measure/effort.ts'
import { mergeSections, report } from './report.ts'
import type { Section } from './section.ts'
import { bundles } from './sections/bundles.ts'
import { calling } from './sections/calling.ts'
import { emulator } from './sections/emulator.ts'
import { endpoint } from './sections/endpoint.ts'
import { gate } from './sections/gate.ts'
import { signing } from './sections/signing.ts'

const DOCS = join(import.meta.dirname, '../../../docs/bench')

const SECTIONS: Readonly<Record<string, (effort: Effort, scratch: string) => Promise<Section>>> = {
  signing,
  calling,
  bundles,
  endpoint,
  emulator,
  gate,
}

const effort = process.argv.includes('--quick') ? QUICK : FULL
const chosen = Object.entries(SECTIONS).filter(([name]) => process.argv.includes(name))
const results = await runAll((chosen.length > 0 ? chosen : Object.entries(SECTIONS)).map(([, section]) => section))
const text = report(results, effort)
console.log(text)
if (!effort.quick) await publish()

async function runAll(sections: readonly (typeof SECTIONS)[string][]): Promise<Section[]> {
  const done: Section[] = []
  for (const section of sections) {
    const scratch = await mkdtemp(join(tmpdir(), 'bench-'))
    try {
      done.push(await section(effort, scratch))
      console.error(`${done.at(-1)?.title}: done`)
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  }
  return done
}

async function publish(): Promise<void> {
  const file = join(DOCS, 'RESULTS.md')
  await writeFile(file, chosen.length === 0 ? text : mergeSections(await readFile(file, 'utf8'), text))
}
