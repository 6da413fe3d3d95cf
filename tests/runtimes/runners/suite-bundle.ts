import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format } from 'esbuild'
import { bundle, suiteEntry } from './bundle.ts'
import type { Job } from './runtime.ts'

/** The suite and its settings as one file in the scratch folder. Answers its path. */
export async function suiteBundle(
  { installed, scratch, settings }: Job,
  kind: Parameters<typeof suiteEntry>[0],
  format: Format,
): Promise<string> {
  const settingsFile = join(scratch, 'settings.json')
  const outfile = join(scratch, 'suite.mjs')
  await writeFile(settingsFile, JSON.stringify(settings))
  // Programs resolve the packages as an application's would.
  await bundle({ entry: suiteEntry(kind), outfile, format, installed, settingsFile, resolves: kind === 'process' })
  return outfile
}
