import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { outcomes } from '../src/faceid/outcome.ts'
import { parseRule } from '../src/faults/parse-rule.ts'
import { codeOf } from './support/caller.ts'
import { document } from './support/search-description.ts'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('..', import.meta.url))
const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url))
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const blocks = [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language = '', code = '']) => ({ language, code }))

let emulator: ChildProcess
let port = ''

/** The first block starts an emulator; the others talk to it. Here it takes a free port instead of 9320. */
beforeAll(async () => {
  const [npx, name, ...args] = blocks[0]?.code.trim().split(' ') ?? []
  expect([npx, name]).toEqual(['npx', '@tc3-edge/emulator'])
  emulator = spawn(process.execPath, [bin, ...args.map((arg) => (arg === '9320' ? '0' : arg))])
  port = await portOf(emulator)
})

/** The port that it says it listens at. */
async function portOf({ stdout }: ChildProcess): Promise<string> {
  for await (const chunk of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    const found = /:(\d+)\n/.exec(String(chunk))?.[1]
    if (found) return found
  }
  throw new Error('It ended without an address')
}

afterAll(() => {
  emulator.kill()
})

describe('the README', () => {
  it('holds what these tests run', () => {
    expect(blocks.map(({ language }) => language)).toEqual(['sh', 'sh', 'ts', 'ts', 'ts', 'js', 'ts', 'sh'])
  })

  it.each(blocks.filter(({ language }) => language === 'ts').map(({ code }, index) => [index + 1, code] as const))(
    'has a snippet that runs: %i',
    async (_index, code) => {
      // In the package's folder, so that it can be imported by its name; from no file, so that lint never meets one.
      const running = run(process.execPath, ['--input-type=module-typescript'], { cwd: folder })
      running.child.stdin?.end(code.replaceAll('9320', port))
      await running
    },
  )

  it('has a command that serves APIs from files', async () => {
    const [npx, name, ...args] = blocks[1]?.code.trim().split(' ') ?? []
    expect([npx, name]).toEqual(['npx', '@tc3-edge/emulator'])
    const cwd = await mkdtemp(join(tmpdir(), 'emulator-'))
    const served = (service: string) => ({ ...document, servers: [{ url: `https://${service}.tencentcloudapi.com` }] })
    await writeFile(join(cwd, 'cvm.yaml'), stringify(served('cvm'), { aliasDuplicateObjects: false }))
    await writeFile(join(cwd, 'vpc.json'), JSON.stringify(served('vpc')))
    const child = spawn(process.execPath, [bin, ...args, '--port', '0'], { cwd })
    try {
      const url = `http://127.0.0.1:${await portOf(child)}`
      for (const service of ['cvm', 'vpc', 'cvm', 'vpc', 'cvm', 'vpc']) {
        // Three a second, where the description allows two.
        expect(await codeOf(fetch, { Filters: [] }, { url, service, action: 'SearchSomething' })).toBe('ok')
      }
    } finally {
      child.kill()
      await rm(cwd, { recursive: true })
    }
  })

  it('has CommonJS that runs', async () => {
    const code = blocks.find(({ language }) => language === 'js')?.code ?? ''
    const running = run(process.execPath, ['--input-type=commonjs'], { cwd: folder })
    running.child.stdin?.end(code)
    expect((await running).stdout).toBe('function function\n')
  })

  it('lists every outcome that there is', () => {
    const table = readme.slice(readme.indexOf('| outcome '), readme.indexOf('The person in every result'))
    for (const outcome of outcomes) expect(table).toContain(`\`${outcome}\``)
  })

  it('has commands that work', async () => {
    const commands = blocks.at(-1)?.code.replaceAll('9320', port).replaceAll('curl -s', "curl -sS --noproxy '*'") ?? ''
    const { stdout } = await run('bash', ['-euc', commands])
    expect(stdout).toMatch(/^\{"id":1\}\{"faults":\[\{"id":1,.*\}\]\}\{"received":\d+,/)
  })

  it('lists faults as they are added', () => {
    const rows = [...readme.matchAll(/^\| `(\{"kind".*?\})`\s*\|/gm)].map(([, fault = '']) => JSON.parse(fault))
    expect(rows).toHaveLength(8)
    for (const fault of rows) expect(parseRule({ fault }).fault).toEqual(fault)
  })
})
