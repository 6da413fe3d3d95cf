import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../dev/issuer.ts'
import { type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

type ApplyForToken = (
  endpoint: string,
  jwt: () => Promise<string>,
  body?: object,
  options?: { readonly signal?: AbortSignal; readonly timeout?: number },
) => Promise<Readonly<Record<string, unknown>>>

let endpoint: RunningEndpoint
let issuer: DevelopmentIssuer
let folder: string
let applyForToken: ApplyForToken

beforeAll(async () => {
  issuer = await startDevelopmentIssuer()
  endpoint = await startEndpoint({ ...issuer.settings, UPSTREAM_TIMEOUT_MS: '2000' })
  const guide = await readFile(join(import.meta.dirname, '../../../docs/app-developers.md'), 'utf8')
  const [, snippet = ''] = /```js\n([\s\S]*?)```/.exec(guide) ?? []
  folder = await mkdtemp(join(tmpdir(), 'guide-'))
  await writeFile(join(folder, 'snippet.mjs'), snippet)
  applyForToken = (await import(pathToFileURL(join(folder, 'snippet.mjs')).href)).applyForToken
})
afterAll(async () => {
  await endpoint.stop()
  await issuer.close()
  await rm(folder, { recursive: true })
})

describe('the web snippet of the guide for app developers', () => {
  const jwt = () => issuer.jwtFor('reader')

  it('gets a token', async () => {
    const { sdkToken } = await applyForToken(endpoint.worker.url, jwt, { parameters: { SkipResultPage: true } })
    expect(sdkToken).toMatch(/^[0-9A-F-]{36}$/i)
  })

  it('repeats what may be repeated: the answer was lost, and when its key is free there is a token', async () => {
    const before = endpoint.emulator.received().length
    endpoint.emulator.faults.add({ fault: { kind: 'reset', when: 'after' } })
    expect((await applyForToken(endpoint.worker.url, jwt)).sdkToken).toMatch(/./)
    expect(endpoint.emulator.received().length - before).toBe(2)
  })

  it('does not repeat what would fail again, and says why', async () => {
    const refused = applyForToken(endpoint.worker.url, jwt, { parameters: { SecurityLevel: 1 } })
    await expect(refused).rejects.toMatchObject({ problem: { code: 'parameters-not-allowed' } })
  })

  it('does not wait an hour where the allowance is used up, and says when to come back', async () => {
    await using own = await startEndpoint({ ...issuer.settings, TOKENS_PER_CALLER_PER_HOUR: '1' })
    await applyForToken(own.worker.url, jwt)
    const refused = applyForToken(own.worker.url, jwt)
    await expect(refused).rejects.toMatchObject({ problem: { code: 'quota-exceeded' }, retryAfter: expect.any(Number) })
    expect(Object(await refused.catch((error: unknown) => error)).retryAfter).toBeGreaterThan(30)
  })

  it('tries once more with a fresh JWT where one is refused, and only once', async () => {
    const old = () => issuer.jwtFor('reader', { exp: 1 })
    const kinds = [old, jwt]
    expect(await applyForToken(endpoint.worker.url, () => (kinds.shift() ?? old)())).toHaveProperty('sdkToken')
    let given = 0
    const counted = () => {
      given++
      return old()
    }
    await expect(applyForToken(endpoint.worker.url, counted)).rejects.toMatchObject({ retryAfter: 0 })
    expect(given).toBe(2)
  })

  it.each<[string, RequestListener]>([
    ['hangs', () => undefined],
    [
      'breaks off',
      (_, response) => response.writeHead(201, { 'Content-Length': 100 }).write('{', () => response.destroy()),
    ],
    ['is hidden by a proxy’s page', (_, response) => response.writeHead(502).end('<html>')],
  ])('does not take an answer that %s for the last word', async (_, first) => {
    const keys: unknown[] = []
    await using server = await serve((request, response) => {
      keys.push(request.headers['idempotency-key'])
      if (keys.length === 1) first(request, response)
      else response.writeHead(201).end('{"sdkToken":"second"}')
    })
    expect(await applyForToken(server.url, jwt, {}, { timeout: 0.5 })).toStrictEqual({ sdkToken: 'second' })
    expect(keys[0]).toBe(keys[1])
  })

  it.each<[string, RequestListener]>([
    ['for an answer', () => undefined],
    ['for the time to come back', (_, response) => response.writeHead(503, { 'Retry-After': '29' }).end('{}')],
  ])('ends when its signal says so, while it waits %s', async (_, listener) => {
    await using server = await serve(listener)
    const gone = new AbortController()
    const token = applyForToken(server.url, jwt, {}, { signal: gone.signal })
    setTimeout(() => gone.abort(new Error('The user went back')), 300)
    await expect(token).rejects.toThrow('The user went back')
  })
})

/** Something else in the endpoint's place. */
async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${Object(server.address()).port}`, [Symbol.asyncDispose]: close }
}
