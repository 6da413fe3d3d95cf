// `pnpm generate` writes the tables of the guides that come from the code, between `<!-- table: NAME -->` and `<!-- end -->`.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invalidTokenReasons } from '../src/auth/unauthorized.ts'
import { logFields } from '../src/log/fields.ts'
import { type Decider, decidedBy } from '../src/parameters.ts'
import { definitions, settingNames } from '../src/settings/definitions.ts'
import { placements } from '../src/settings/regions.ts'

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
  'who decides': () => [
    '| who decides | parameters | why |',
    '| --- | --- | --- |',
    ...Object.entries(whoDecides).map(([who, { title, why, decider }]) => {
      const names = decidedBy(decider).filter((name) => (who === 'endpoint') === (name === 'Extra'))
      return `| ${title} | ${names.map((name) => `\`${name}\``).join(', ')} | ${why} |`
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

const whoDecides: Readonly<Record<string, { title: string; why: string; decider: Decider }>> = {
  operator: {
    decider: 'operator',
    title: 'the operator',
    why: 'They weaken the check or cost money. A preset fixes them, or allows backends to set them',
  },
  backend: {
    decider: 'backend',
    title: 'a backend, if its preset allows it',
    why: 'Whoever sends the photo decides with whom the user is compared',
  },
  app: {
    decider: 'app',
    title: "the app, if the user's preset allows it",
    why: 'They change what the user sees or shows. A card type must not avoid a check that another one is subject to',
  },
  endpoint: {
    decider: 'app',
    title: 'the endpoint, unless the preset says `"bindExtra": false`',
    why: 'It names the app user in the result',
  },
  device: {
    decider: 'device',
    title: 'the device',
    why: 'The SDK encrypts it for Tencent Cloud. App users may always pass it on',
  },
}

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
