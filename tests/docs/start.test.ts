import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startDevelopmentIssuer } from '../../apps/token-endpoint/dev/issuer.ts'
import { expectGone, outputOfCurl, outputOfSecondCurl, start } from './running-command.ts'

/** What the README's command comes down to, without the package managers around it. */
const program = `${process.execPath} apps/token-endpoint/dev/start.ts`

it('the README’s start command prints how to issue a token and read its result, and Ctrl-C leaves no process', async () => {
  await using started = await start(await readmeCommand())
  await started.ready()
  expect(started.printed()).toContain('Token endpoint   http://127.0.0.1:')
  expect(started.printed()).toContain('Emulator         http://127.0.0.1:')

  const answer = await outputOfCurl(started.printed())
  expect(answer).toMatch(/^HTTP\/1\.1 201 Created/)
  expect(answer).toMatch(/"sdkToken":"[0-9A-F-]{36}"/i)
  const result = await outputOfSecondCurl(started.printed())
  expect(result).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(result).toMatch(/"verdict":"passed".*"reason":"passed".*"details":\{/)
  const { received, shown } = await readmeExchange(started.printed())
  expect(received).toEqual(shown)

  const processes = await started.processes()
  expect(processes.map(({ command }) => command).join('\n')).toContain('workerd')
  await started.interrupt()
  await expectGone(processes)
  expect(await started.temporary()).toStrictEqual([])
})

it('`kill` of the README’s start command, which hears of nothing else, ends all that it started', async () => {
  await using started = await start(await readmeCommand())
  await started.ready()
  const processes = await started.processes()
  process.kill(started.pid, 'SIGTERM')
  await expectGone(processes)
  expect(await started.temporary()).toStrictEqual([])
})

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s while it starts leaves nothing behind', async (signal) => {
  await using started = await start(program)
  await expect.poll(started.temporary, { interval: 5, timeout: 30_000 }).not.toStrictEqual([])
  const processes = await started.processes()
  process.kill(started.pid, signal)
  expect(await started.ended).toBe(0)
  await expectGone(processes)
  expect({ printed: started.printed(), temporary: await started.temporary() }).toStrictEqual({
    printed: '',
    temporary: [],
  })
})

it('settings that can not be used are all named, and nothing is left running', async () => {
  await using started = await start(program, {
    PRESETS: '{"default":{"fixed":{"CheckMode":9}}}',
    QUOTA_PER_SECOND: 'abc',
    BACKENDS: 'foo',
    ISSUERS: '{"https://issuer.example":{}}',
  })
  expect(await started.ended).toBe(1)
  const lines = started.printed().trim().split('\n')
  expect(lines.map((line) => line.trim().split(' ')[0])).toStrictEqual([
    'These',
    'QUOTA_PER_SECOND',
    'ISSUERS',
    'BACKENDS',
    'PRESETS',
  ])
  expect(await started.temporary()).toStrictEqual([])
})

it('says so when workerd ends by itself', async () => {
  await using started = await start(program)
  await started.ready()
  const [workerd] = (await started.processes()).filter(({ command }) => command.includes('workerd serve'))
  process.kill(workerd?.pid ?? 0, 'SIGKILL')
  expect(await started.ended).toBe(1)
  expect(started.printed()).toContain('workerd, which serves the endpoint, ended by itself: SIGKILL.')
})

it('a taken port is said in one line, and nothing is left running', async () => {
  const server = createServer()
  const port = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(String(Object(server.address()).port)))
  })
  await using started = await start(program, { PLAYGROUND_PORT: port })
  expect(await started.ended).toBe(1)
  expect(started.printed()).toBe(`PLAYGROUND_PORT ${port} is taken. Choose another, or leave it out.\n`)
  expect(await started.temporary()).toStrictEqual([])
  server.close()
})

it.each([
  ['fixes what the example would choose', '{"default":{"fixed":{"CheckMode":3}}}'],
  ['is not called default and asks for a photo', '{"photo":{"fixed":{"CheckMode":2}}}'],
])('the curl command issues a token where the preset %s', async (_, PRESETS) => {
  await using started = await start(program, { PRESETS })
  await started.ready()
  expect(await outputOfCurl(started.printed())).toMatch(/^HTTP\/1\.1 201 Created/)
  await started.interrupt()
})

it('the curl command issues a token with the JWT of an issuer of one’s own', async () => {
  const issuer = await startDevelopmentIssuer()
  await using started = await start(program, { ...issuer.settings })
  await started.ready()
  const answer = await outputOfCurl(started.printed(), { JWT: await issuer.jwtFor('somebody') })
  expect(answer).toMatch(/^HTTP\/1\.1 201 Created/)
  const result = await outputOfSecondCurl(started.printed(), { JWT: await issuer.jwtFor('somebody') })
  expect(result).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"verdict":"passed"/)
  // Nobody's own name for a request hides its line.
  const endpoint = /Token endpoint +(\S+)/.exec(started.printed())?.[1]
  await fetch(`${endpoint}/healthz`, { headers: { 'X-Request-Id': 'asked-by-the-start' } })
  await expect.poll(started.printed).toContain('"requestId":"asked-by-the-start"')
  await started.interrupt()
  await issuer.close()
})

it('the emulator has the limit that the endpoint is to keep', async () => {
  await using started = await start(program, { QUOTA_PER_SECOND: '40', MAX_WAIT_MS: '0' })
  await started.ready()
  const playground = /Playground +(\S+)/.exec(started.printed())?.[1]
  const response = await fetch(`${playground}/api/burst`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"count":40,"preset":"default","mix":"mixed"}',
  })
  const events = (await response.text())
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  const answers = events.map(Object).filter(({ kind }) => kind === 'answered')
  expect(answers.map(({ status, code }) => code ?? status)).toStrictEqual(Array(40).fill(201))
  await started.interrupt()
})

/** Sends the README's request to a running endpoint. Returns status and fields of the response, and of the one shown. */
async function readmeExchange(printed: string) {
  const [request = '', response = ''] = await readmeBlocks('http')
  const [head = '', body = ''] = request.split('\n\n')
  const [line = '', ...lines] = head.split('\n')
  const headers = new Headers(lines.map(splitHeader))
  headers.set('Authorization', `Bearer ${/JWT of a user +(\S+)/.exec(printed)?.[1]}`)
  const [method = '', path = ''] = line.split(' ')
  const received = await fetch(`${/Token endpoint +(\S+)/.exec(printed)?.[1]}${path}`, { method, headers, body })
  const [status = '', json = ''] = response.split('\n\n')
  return {
    received: [received.status, ...Object.keys(Object(await received.json()))],
    shown: [Number.parseInt(status, 10), ...Object.keys(Object(JSON.parse(json)))],
  }
}

function splitHeader(line: string): [string, string] {
  const [name = '', ...value] = line.split(': ')
  return [name, value.join(': ')]
}

/** The command that the README begins with. */
async function readmeCommand(): Promise<string> {
  const [block = ''] = await readmeBlocks('sh')
  const lines = block.split('\n').map((line) => line.replace(/ +#.*/, '').trim())
  return lines.find((line) => line.endsWith(' start')) ?? ''
}

async function readmeBlocks(language: string): Promise<string[]> {
  const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8')
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block)
}
