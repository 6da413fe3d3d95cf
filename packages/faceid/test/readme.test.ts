import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { developmentCredential } from '@tc3-edge/emulator'
import { describe, expect, it } from 'vitest'
import * as library from '../src/index.ts'
import { credentials, region } from './support/client.ts'

const run = promisify(execFile)
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const readme = readFileSync(here('../README.md'), 'utf8')
const blocks = [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language = '', code = '']) => ({ language, code }))
const snippets = blocks.filter(({ language }) => language === 'ts').map(({ code }) => code)

/** What each snippet prints, in their order. */
const printed = [
  /^[0-9A-F-]{36} [0-9a-f-]{36}\n$/i,
  /^$/,
  /^$/,
  /^MissingParameter [0-9a-f-]{36}\n$/,
  /'CompareImage is missing: CheckMode 2 .*\nClient\.InvalidParameters \[/s,
  /^\/#X-TC-Action=ApplySdkVerificationToken\n$/,
  /^ApplySdkVerificationToken #1: ok after \d+ ms, [0-9a-f-]{36}\n$/,
  /^$/,
]

describe('the README', () => {
  it('holds what these tests run', () => {
    expect(blocks.map(({ language }) => language).filter((language) => language !== 'ts')).toEqual(['sh', 'diff'])
    expect(snippets).toHaveLength(printed.length)
  })

  it.each(printed.map((output, index) => [index, output] as const))(
    'has a snippet that runs: %i',
    { timeout: 30_000 },
    async (index, output) => {
      const { secretId, secretKey } = developmentCredential
      const env = { PATH: process.env.PATH, TENCENTCLOUD_SECRET_ID: secretId, TENCENTCLOUD_SECRET_KEY: secretKey }
      // In the package's folder, so that it can be imported by its name; from no file, so that lint never meets one.
      const args = ['--import', here('./support/readme-service.ts'), '--input-type=module-typescript']
      const running = run(process.execPath, args, { cwd: here('..'), env })
      running.child.stdin?.end(snippets[index])
      const { stdout } = await running
      expect(stdout).toMatch(output)
    },
  )

  it('lists the options that there are', () => {
    const unknown = Object.assign({ credentials, region }, { nothing: 1 })
    const create = () => library.createFaceidClient(unknown)
    const known = namesIn('## Options').join(', ').replace('endpoint,', 'endpoint, version, service, operations,')
    expect(create).toThrow(`Known: ${known}`)
  })

  it('lists the errors that there are', () => {
    const classes = Object.keys(library).filter((name) => name.endsWith('Error') && name !== 'TencentError')
    expect(namesIn('## Errors').sort()).toEqual(classes.sort())
  })
})

/** The first column of the table under a heading. */
function namesIn(heading: string): string[] {
  const section = readme.slice(readme.indexOf(heading)).split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name)
}
