import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { parseCommandLine } from '../src/command-line.ts'
import { answerTo, codeOf } from './support/caller.ts'
import { document } from './support/search-description.ts'

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url))
const started: ChildProcess[] = []

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

describe('the command', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says where it listens and with what, serves, and stops on %s',
    async (signal) => {
      const child = start('--port', '0', '--control')
      const greeting = await linesUntil(child, 'Control')
      const url = /emulator at (\S+)/.exec(greeting)?.[1] ?? ''
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect(greeting).toContain('Development credentials, valid for this emulator only')
      expect(greeting).toContain('AKID-emulator-development-only')
      expect(await codeOf(fetch, {}, { url })).toBe('ok')
      expect((await fetch(`${url}/__emulator/report`)).status).toBe(200)
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([0, null])
      await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    },
  )

  it('takes credentials, limit and answers, and does not print a key it was given', async () => {
    const answer = 'ApplySdkVerificationToken={"SdkToken":"a=b"}'
    const credential = { secretId: 'AKID-mine', secretKey: 'my-own-key' }
    const keys = ['--credential', `${credential.secretId}:${credential.secretKey}`]
    const child = start('--port', '0', ...keys, '--requests-per-second', '1', '--answer', answer)
    const greeting = await linesUntil(child, 'SecretKey')
    const url = /emulator at (\S+)/.exec(greeting)?.[1] ?? ''
    expect(await answerTo(fetch, {}, { url, credential })).toMatchObject({ SdkToken: 'a=b' })
    expect(await codeOf(fetch, {}, { url })).toBe('AuthFailure.SecretIdNotFound')
    expect(greeting).not.toContain(credential.secretKey)
  })

  it('prints a line for each request, unless it is quiet', async () => {
    const loud = start('--port', '0', '--fault', '{"next":2,"fault":{"kind":"error","code":"InternalError"}}')
    const url = /emulator at (\S+)/.exec(await linesUntil(loud, 'SecretKey'))?.[1] ?? ''
    expect(await codeOf(fetch, { Extra: 'ann\nbob' }, { url })).toBe('InternalError')
    expect(await linesUntil(loud, 'ApplySdk')).toMatch(
      /Z ApplySdkVerificationToken InternalError account=AKID-\S+ extra="ann\\nbob" fault=error requestId=[0-9a-f-]{36}\n/,
    )
    const quiet = start('--port', '0', '--quiet')
    const quietUrl = /emulator at (\S+)/.exec(await linesUntil(quiet, 'SecretKey'))?.[1] ?? ''
    expect(await codeOf(fetch, {}, { url: quietUrl })).toBe('ok')
    const said = output(quiet)
    quiet.kill('SIGTERM')
    expect(await said).toBe('')
  })

  it('serves other APIs, from YAML and JSON, several at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
    const json = join(folder, 'search.json')
    await writeFile(json, JSON.stringify(document))
    const yaml = fileURLToPath(new URL('../../../spec/faceid.yaml', import.meta.url))
    const child = start('--port', '0', '--spec', json, '--spec', yaml)
    const url = /emulator at (\S+)/.exec(await linesUntil(child, 'SecretKey'))?.[1] ?? ''
    expect(await codeOf(fetch, { Filters: [{ Name: 'a' }] }, { url, action: 'SearchSomething' })).toBe('ok')
    expect(await codeOf(fetch, {}, { url })).toBe('ok')
    await writeFile(json, '{"openapi": 3.1,,}')
    expect(await output(start('--spec', json))).toMatch(/^tc3-emulator: .*search.json is neither YAML nor JSON/)
    expect(await output(start('--spec', join(folder, 'nothing.yaml')))).toMatch(/^tc3-emulator: ENOENT.*nothing.yaml/)
    await rm(folder, { recursive: true })
  })

  it('says its version', async () => {
    expect(await output(start('--version'))).toBe(`${manifest.version}\n`)
  })

  it('explains itself', async () => {
    const child = start('--help')
    expect(await output(child)).toMatch(/--port NUMBER[\s\S]*--control/)
    expect(child.exitCode).toBe(0)
  })

  it.each([
    [['--port', 'x'], '--port is a whole number from 0 to 65535, not "x".'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['--credential', 'a'], '--credential is ID:KEY, or ID:KEY:TOKEN'],
  ])('says what is wrong with %j, and ends with 2', async (args, message) => {
    const child = start(...args)
    expect(await output(child)).toContain(`tc3-emulator: ${message}`)
    expect(child.exitCode).toBe(2)
  })

  it('says that an address is taken, and ends with 1', async () => {
    const first = start('--port', '0')
    const port = /:(\d+)\n/.exec(await linesUntil(first, 'SecretKey'))?.[1] ?? ''
    const second = start('--port', port)
    expect(await output(second)).toMatch(/^tc3-emulator: .*EADDRINUSE.*\n$/)
    expect(second.exitCode).toBe(1)
  })
})

describe('arguments', () => {
  it('become options', () => {
    const { options } = parseCommandLine(
      '--window calendar --count-refused --strict-host --region a --region b --credential i:k:t --credential j:l'.split(
        ' ',
      ),
    )
    expect(options).toEqual({
      port: 9320,
      credentials: [
        { secretId: 'i', secretKey: 'k', token: 't' },
        { secretId: 'j', secretKey: 'l' },
      ],
      window: 'calendar',
      countRefused: true,
      countExpired: false,
      unknownParameters: false,
      sdkEndpoints: false,
      regions: ['a', 'b'],
      control: false,
    })
  })

  it.each([
    [['--window', 'rolling'], /--window is one of calendar, sliding, not "rolling"/],
    [['--requests-per-second', '0'], /--requests-per-second is a whole number from 1/],
    [['--recording-bytes', '1e3'], /--recording-bytes is a whole number from 1/],
    [['--fault', 'reset'], /--fault is JSON, such as/],
    [['--fault', '{}'], /A rule has delayBefore, delayAfter or fault/],
    [['--outcome', 'fine'], /--outcome is one of passed, /],
    [['--credential', 'my-id:my-key:'], /^--credential is ID:KEY, or ID:KEY:TOKEN for temporary credentials\.$/],
    [['--answer', 'Apply'], /--answer is ACTION=JSON/],
    [['left-over'], /left-over/],
  ])('that are wrong are named: %j', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(message)
    expect(() => parseCommandLine(args)).toThrow(TypeError)
  })
})

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [bin, ...args])
  started.push(child)
  return child
}

async function linesUntil(child: ChildProcess, word: string): Promise<string> {
  let seen = ''
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    seen += chunk
    if (new RegExp(`${word}.*\n`).test(seen)) return seen
  }
  throw new Error(`It ended before it said ${word}: ${seen}`)
}

async function output(child: ChildProcess): Promise<string> {
  if (!child.stdout || !child.stderr) throw new Error('no output')
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return out + err
}
