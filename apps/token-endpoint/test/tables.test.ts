import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pages, withTables } from '../scripts/write-tables.ts'

it.each(pages)('the tables of %s are what the code says; run `pnpm generate` if not', async (path) => {
  const page = await readFile(join(import.meta.dirname, '../../..', path), 'utf8')
  expect(page).toBe(withTables(page))
})
