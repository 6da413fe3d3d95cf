import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { parseCommandLine } from '../src/command-line.ts'
import { answerTo, codeOf } from './support/caller.ts'

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
      expect(greeting).toContain('Development credentials, which open nothing but this emulator')
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
    const keys = ['--secret-id', credential.secretId, '--secret-key', credential.secretKey]
    const child = start('--port', '0', ...keys, '--requests-per-second', '1', '--answer', answer)
    const greeting = await linesUntil(child, 'SecretKey')
    const url = /emulator at (\S+)/.exec(greeting)?.[1] ?? ''
    expect(await answerTo(fetch, {}, { url, credential })).toMatchObject({ SdkToken: 'a=b' })
    expect(await codeOf(fetch, {}, { url })).toBe('AuthFailure.SecretIdNotFound')
    expect(greeting).not.toContain(credential.secretKey)
  })

  it('explains itself', async () => {
    const child = start('--help')
    expect(await output(child)).toMatch(/--port NUMBER[\s\S]*--control/)
    expect(child.exitCode).toBe(0)
  })

  it.each([
    [['--port', 'x'], '--port is a whole number from 0 to 65535, not "x".'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['--secret-id', 'a'], '--secret-id and --secret-key go together'],
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
      '--window calendar --count-refused --strict-host --region a --region b --token t --secret-id i --secret-key k'.split(
        ' ',
      ),
    )
    expect(options).toEqual({
      port: 9320,
      credentials: [{ secretId: 'i', secretKey: 'k', token: 't' }],
      window: 'calendar',
      countRefused: true,
      countExpired: false,
      sdkEndpoints: false,
      regions: ['a', 'b'],
      control: false,
    })
  })

  it.each([
    [['--window', 'rolling'], /--window is calendar or sliding, not "rolling"/],
    [['--requests-per-second', '0'], /--requests-per-second is a whole number from 1/],
    [['--recorder-capacity', '1e3'], /--recorder-capacity is a whole number from 1/],
    [['--answer', 'Apply'], /--answer is ACTION=JSON/],
    [['--token', 't'], /--secret-id and --secret-key go together/],
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
