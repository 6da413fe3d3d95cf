import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'jsonc-parser'
import { expect, it } from 'vitest'
import { alerts, DATASET, queries } from '../scripts/metric-queries.ts'
import { pages, withTables } from '../scripts/write-tables.ts'
import { problems } from '../src/generated/problems.ts'

it.each(pages)('the tables of %s are what the code says; run `pnpm generate` if not', async (path) => {
  const page = await readFile(join(import.meta.dirname, '../../..', path), 'utf8')
  expect(page).toBe(withTables(page))
})

it('queries of metrics go to the dataset that the Worker writes, and count what a data point stands for', async () => {
  const { analytics_engine_datasets } = parse(await readFile(join(import.meta.dirname, '../wrangler.jsonc'), 'utf8'))
  expect(analytics_engine_datasets).toStrictEqual([{ binding: 'METRICS', dataset: DATASET }])
  expect(queries).toHaveLength(5)
  expect(alerts).toHaveLength(2)
  for (const { sql } of [...queries, ...alerts]) {
    expect(sql).toContain('FROM {dataset}')
    expect(sql).toContain('_sample_interval')
    const codes = [...sql.matchAll(/\{code\} = '(.*?)'/g)].map(([, code = '']) => code)
    expect(codes.filter((code) => code !== 'issued' && !Object.hasOwn(problems, code))).toStrictEqual([])
  }
})
