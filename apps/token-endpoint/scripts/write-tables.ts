// `pnpm generate` writes the tables of the guides that come from the code, between `<!-- table: NAME -->` and `<!-- end -->`.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invalidTokenReasons } from '../src/auth/unauthorized.ts'
import { logFields } from '../src/log/fields.ts'
import { metricColumns } from '../src/log/metrics.ts'
import { type Decider, decidedBy } from '../src/parameters.ts'
import { definitions, settingNames } from '../src/settings/definitions.ts'
import { placements } from '../src/settings/regions.ts'
import { alerts, queries, withColumns } from './metric-queries.ts'

const root = join(import.meta.dirname, '../../..')

/** The pages with tables, by their path from the root. */
export const pages = ['docs/operating.md', 'SECURITY.md'] as const

const tables: Readonly<Record<string, () => string[]>> = {
  settings: () => [
    '| setting | default | value | meaning |',
    '| --- | --- | --- | --- |',
    ...settingNames.map((name) => {
      const { shouldBe, meaning, fallback, defaultInWords }: (typeof definitions)[typeof name] & Defaults =
        definitions[name]
      return `| \`${name}\` | ${defaultInWords ?? (fallback ? `\`${fallback}\`` : 'none')} | ${shouldBe} | ${meaning} |`
    }),
  ],
  'log fields': () => [
    '| field | what it holds |',
    '| --- | --- |',
    ...Object.entries(logFields).map(([name, holds]) => `| \`${name}\` | ${holds} |`),
  ],
  'reasons of credentials-invalid': () => [
    '| `reason` | what is wrong |',
    '| --- | --- |',
    ...Object.entries(invalidTokenReasons).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`),
  ],
  metrics: () => [
    '| column | name | what it holds |',
    '| --- | --- | --- |',
    ...metricColumns.map(([column, name, holds]) => `| \`${column}\` | \`${name}\` | ${holds} |`),
  ],
  queries: () => queries.flatMap((query) => ['', '```sql', ...withColumns(query), '```']).slice(1),
  alerts: () => alerts.flatMap((query) => ['', '```sql', ...withColumns(query), '```']).slice(1),
  'who decides': () => [
    '| who decides | parameters | why |',
    '| --- | --- | --- |',
    ...deciders.map((who) => {
      const { title, why } = whoDecides[who]
      const names = decidedBy(who).map((name) => `\`${name}\``)
      return `| ${title} | ${names.join(', ')} | ${why} |`
    }),
  ],
  regions: () => [
    '| `FACEID_REGION` | `placement.region` | hint of the object |',
    '| --- | --- | --- |',
    ...[...placements].map(([region, { worker, gate }]) => `| \`${region}\` | \`${worker}\` | \`${gate}\` |`),
  ],
}

interface Defaults {
  readonly fallback?: string
  readonly defaultInWords?: string
}

const whoDecides: Readonly<Record<Decider, { title: string; why: string }>> = {
  operator: {
    title: 'the operator',
    why: 'They weaken the check or cost money. A preset fixes them, or allows backends to set them',
  },
  backend: {
    title: 'a backend, if its preset allows it',
    why: 'The sender of the photo decides with whom the user is compared. `Extra` is a text of the backend, which is returned with the result',
  },
  app: {
    title: "the app, if the user's preset allows it",
    why: 'They change what the user sees or shows. No card type may avoid a check that another one is subject to',
  },
  device: {
    title: 'the device',
    why: 'The SDK encrypts it for Tencent Cloud. App users may always pass it on',
  },
}

const deciders = ['operator', 'backend', 'app', 'device'] as const

/** Returns a page with its tables as the code has them. */
export function withTables(page: string): string {
  return page.replace(/(<!-- table: (.*?) -->\n)[\s\S]*?(?=<!-- end -->)/g, (_, marker: string, name: string) => {
    const table = tables[name]
    if (table === undefined) throw new Error(`There is no table "${name}"; known: ${Object.keys(tables).join(', ')}`)
    return `${marker}${table().join('\n')}\n`
  })
}

if (process.argv[1] === import.meta.filename) {
  for (const path of pages) {
    const file = join(root, path)
    const before = await readFile(file, 'utf8')
    const after = withTables(before)
    if (after !== before) await writeFile(file, after)
  }
}
