import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Effort } from './measure/effort.ts'
import type { Section } from './section.ts'

/** The packages whose versions the report names. */
const PACKAGES = [
  'aws4fetch',
  'tencentcloud-sdk-nodejs-common',
  'tencentcloud-sdk-nodejs-intl-en',
  'openapi-fetch',
  'hono',
  'workerd',
  'deno',
  'bun',
  'esbuild',
]

/** Returns RESULTS.md. */
export function report(sections: readonly Section[], { rounds, runMs }: Effort): string {
  const load = cpus().length
  return [
    '# Numbers one can check',
    '',
    '`pnpm bench` measured these and wrote this file. A figure is the median of several runs, with their least and most in',
    `brackets (${rounds} runs of about ${runMs} ms where nothing else is said). What is compared took turns, A B A B, and`,
    'a ratio is the median of the ratios of neighbours. Other programs were running: the ratios hold, the rest is as',
    'good as the machine was.',
    '',
    `Machine: ${load} cores, Linux, shared. Node ${process.versions.node}. ${PACKAGES.map(nameAndVersion).join(', ')}.`,
    '',
    ...sections.flatMap(({ title, text }) => [`## ${title}`, '', text, '']),
  ].join('\n')
}

function nameAndVersion(name: string): string {
  const require = createRequire(import.meta.url)
  const folder = require.resolve.paths(name)?.find((path) => existing(join(path, name)))
  return `${name} ${folder === undefined ? '' : existing(join(folder, name))}`
}

function existing(folder: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

/** Returns the previous report with its sections replaced by those of the same title, and other new ones at the end. */
export function mergeSections(previous: string, fresh: string): string {
  const [head = '', ...sections] = previous.trimEnd().split(/^(?=## )/m)
  for (const section of fresh
    .trimEnd()
    .split(/^(?=## )/m)
    .slice(1)) {
    const [title] = section.split('\n', 1)
    const place = sections.findIndex((known) => known.startsWith(`${title}\n`))
    sections.splice(place < 0 ? sections.length : place, place < 0 ? 0 : 1, section)
  }
  return `${[head, ...sections].map((part) => part.trimEnd()).join('\n\n')}\n`
}
