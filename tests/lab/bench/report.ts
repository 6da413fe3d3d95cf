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
    '# Benchmarks',
    '',
    '`pnpm bench` measured these figures and wrote this file. Each figure is the median of several runs, with the least and the',
    `greatest in brackets (${rounds} runs of about ${runMs} ms, unless stated otherwise). What is compared ran in turns, A B A B, and`,
    'a ratio is the median of the ratios of neighbouring runs. Other programs were running on the machine: trust the ratios more',
    'than the absolute figures.',
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
