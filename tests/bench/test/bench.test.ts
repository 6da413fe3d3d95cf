import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('produces every figure', async () => {
  const bench = join(import.meta.dirname, '../bench.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [bench, '--quick'], { timeout: 110_000 })
  for (const title of ['Signing', 'A call', 'Bundles', 'The gate', 'The quota'])
    expect(stdout).toContain(`## ${title}\n`)
  expect(stdout).not.toMatch(/NaN|undefined|Infinity/)
}, 120_000)
