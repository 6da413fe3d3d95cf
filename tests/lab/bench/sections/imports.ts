import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ratio, summary } from '@tc3-edge/test-support/statistics'
import { ratioText, spread, table } from '../../report/markdown.ts'
import type { Effort } from '../measure/effort.ts'

const OURS = 'ours'
const NOTHING = 'nothing'

interface Import {
  readonly name: string
  readonly specifier: string
  /** For whom it is installed. */
  readonly folder: string
}

/** What a process says of itself. */
interface Taken {
  readonly ms: number
  readonly megabytes: number
}

/** What each costs a fresh Node process before its first call. `packed`: where ours is installed as it is published. */
export async function imports({ rounds }: Effort, packed: string): Promise<string[]> {
  const folder = join(import.meta.dirname, '../..')
  const subjects: Import[] = [
    { name: NOTHING, specifier: 'data:text/javascript,', folder },
    { name: OURS, specifier: '@tc3-edge/faceid', folder: packed },
    { name: 'official, common', specifier: 'tencentcloud-sdk-nodejs-common', folder },
    { name: 'official, intl, this service', specifier: `${INTL}/tencentcloud/faceid/index.js`, folder },
    { name: 'official, intl, all of it', specifier: INTL, folder },
  ]
  const taken = new Map<string, Taken[]>(subjects.map(({ name }) => [name, []]))
  for (const subject of subjects) await take(subject)
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) taken.get(subject.name)?.push(await take(subject))
  }
  return textOf(taken)
}

const INTL = 'tencentcloud-sdk-nodejs-intl-en'

async function take({ specifier, folder }: Import): Promise<Taken> {
  const code = `
    const startedAt = performance.now()
    await import(${JSON.stringify(specifier)})
    const ms = performance.now() - startedAt
    console.log(JSON.stringify({ ms, megabytes: process.memoryUsage().rss / 1e6 }))`
  const args = ['--input-type=module', '--eval', code]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder })
  return JSON.parse(stdout)
}

function textOf(taken: ReadonlyMap<string, readonly Taken[]>): string[] {
  const ms = (name: string) => (taken.get(name) ?? []).map((one) => one.ms)
  const megabytes = (name: string) => (taken.get(name) ?? []).map((one) => one.megabytes)
  const baselines = [...taken.keys()].filter((name) => name !== NOTHING && name !== OURS)
  const times = baselines.map((name) => `${ratioText(ratio(ms(name), ms(OURS)))} times as long for ${name}`)
  return [
    'A fresh process of Node: milliseconds until the module is imported, and all the memory that the process holds then.',
    '',
    table(
      ['', 'import, ms', 'memory, MB'],
      [...taken.keys()].map((name) => [name, spread(summary(ms(name))), spread(summary(megabytes(name)))]),
    ),
    '',
    `- An import takes ${times.join(', ')}.`,
  ]
}
