import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { developmentCredential } from '@tc3-edge/emulator'
import { type RunningEmulator, startEmulator } from '@tc3-edge/emulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const samples = ['official.ts', 'official-intl.ts', 'moved.ts']
const pathOf = (sample: string) => fileURLToPath(new URL(`./samples/${sample}`, import.meta.url))
const run = promisify(execFile)

let emulator: RunningEmulator

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

describe('moving over from the official SDK', () => {
  it('is a change of import and constructor: from the parameters on, the programs are the same', async () => {
    const texts = await Promise.all(samples.map((sample) => readFile(pathOf(sample), 'utf8')))
    const programs = texts.map((text) => text.slice(text.indexOf('\nconst params = ')))
    expect(new Set(programs).size).toBe(1)
    expect(programs[0]).toContain('client.ApplySdkVerificationToken(params).then(')
    const moved = texts[2] ?? ''
    const before = moved.slice(0, moved.indexOf('\nconst params = '))
    expect(before).toMatch(/^import \{ createFaceidClient \} from '@tc3-edge\/faceid'\n\nconst client = .*\n\}\)\n$/s)
  })

  it.each(samples)('%s prints a token and a request id', async (sample) => {
    const { stdout, stderr } = await start(sample)
    expect(stdout).toMatch(/^[0-9A-F-]{36} [0-9a-f-]{36}\n$/i)
    expect(stderr).toBe('')
    expect(emulator.received().at(-1)).toMatchObject({ outcome: 'ok', extra: 'fewfewf', region: 'ap-singapore' })
  })

  it.each(samples)('%s prints the code and the request id of a refusal', async (sample) => {
    const { stdout, stderr } = await start(sample, { TENCENTCLOUD_SECRET_KEY: 'another-key' })
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^error AuthFailure\.SignatureFailure [0-9a-f-]{36}\n$/)
  })
})

function start(sample: string, env: Readonly<Record<string, string>> = {}) {
  const { secretId, secretKey } = developmentCredential
  return run(process.execPath, ['--no-deprecation', pathOf(sample)], {
    env: {
      PATH: process.env.PATH,
      TENCENTCLOUD_SECRET_ID: secretId,
      TENCENTCLOUD_SECRET_KEY: secretKey,
      FACEID_HOST: new URL(emulator.url).host,
      ...env,
    },
  })
}
