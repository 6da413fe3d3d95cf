import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createSigner } from '../src/index.ts'
import { referenceAuthorization } from './reference.ts'

const credentials = { secretId: 'AKIDEXAMPLE', secretKey: 'secretEXAMPLE' }
const url = 'https://faceid.tencentcloudapi.com/'

describe('what is handed to fetch', () => {
  function observed() {
    const send = vi.fn(async (_url: string, _init: RequestInit) => new Response('ok'))
    return { send, signer: createSigner({ credentials, service: 'faceid', fetch: send }) }
  }

  test('the parsed URL, the method, the signed headers and the body', async () => {
    const { send, signer } = observed()
    const response = await signer.fetch(new URL(url), { method: 'POST', body: '{}' }, { timestamp: 1735689600 })
    expect(await response.text()).toBe('ok')
    const [sentTo, init] = send.mock.calls[0] ?? []
    expect(sentTo).toBe(url)
    expect(init).toMatchObject({ method: 'POST', body: '{}', redirect: 'manual' })
    const signed = await signer.sign({ url, method: 'POST', body: '{}' }, { timestamp: 1735689600 })
    expect(init?.headers).toEqual(signed)
  })

  test('GET without a body by default', async () => {
    const { send, signer } = observed()
    await signer.fetch(url)
    expect(send.mock.calls[0]?.[1]).toMatchObject({ method: 'GET', body: null, redirect: 'manual' })
  })

  test('everything else of init, unchanged', async () => {
    const { send, signer } = observed()
    const { signal } = new AbortController()
    await signer.fetch(url, { signal, keepalive: true, redirect: 'follow' })
    expect(send.mock.calls[0]?.[1]).toMatchObject({ keepalive: true, redirect: 'follow' })
    expect(send.mock.calls[0]?.[1].signal).toBe(signal)
  })

  test('no redirect is followed when init says undefined', async () => {
    const { send, signer } = observed()
    await Reflect.apply(signer.fetch, undefined, [url, { redirect: undefined }])
    expect(send.mock.calls[0]?.[1].redirect).toBe('manual')
  })

  test("the runtime's fetch is looked up at each call", async () => {
    const signer = createSigner({ credentials, service: 'faceid' })
    vi.stubGlobal('fetch', async () => new Response('stubbed'))
    expect(await (await signer.fetch(url)).text()).toBe('stubbed')
    vi.unstubAllGlobals()
  })
})

describe('over a real connection', () => {
  const servers: Server[] = []
  const seen: { request: IncomingMessage; body: string }[] = []

  async function listen(answer: (path: string) => [number, Record<string, string>]): Promise<string> {
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      seen.push({ request, body })
      response.writeHead(...answer(request.url ?? '')).end()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return `http://127.0.0.1:${address.port}`
  }

  let origin = ''
  let elsewhere = ''
  beforeAll(async () => {
    elsewhere = await listen(() => [200, {}])
    origin = await listen((path) => (path === '/away' ? [307, { location: elsewhere }] : [200, {}]))
  })
  afterAll(() => {
    for (const server of servers) server.close()
  })

  test.each([
    ['POST', '/', '{"Extra":"審核"}'],
    ['GET', "/?q='中 文'&b=2&a=%7e|^", undefined],
    ['GET', '/?', undefined],
    ['POST', '/', undefined],
  ])('%s %s: the signature fits what arrives', async (method, path, body) => {
    seen.length = 0
    const signer = createSigner({ credentials, service: 'faceid' })
    const headers = { 'X-TC-Action': 'Do' }
    await signer.fetch(origin + path, { method, headers, ...(body && { body }) }, { timestamp: 1735689600 })
    expect(seen).toHaveLength(1)
    const [{ request, body: received }] = seen as [(typeof seen)[0]]
    const { host = '', 'content-type': type = '' } = request.headers
    expect(request.headers.authorization).toBe(
      referenceAuthorization({
        ...credentials,
        method,
        query: request.url?.split('?')[1] ?? '',
        headers: { host, 'content-type': type, 'x-tc-action': 'Do' },
        body: received,
        timestamp: 1735689600,
        service: 'faceid',
      }),
    )
  })

  test('a redirect is returned, and nothing goes to the other place', async () => {
    seen.length = 0
    const signer = createSigner({ credentials, service: 'faceid' })
    const response = await signer.fetch(`${origin}/away`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(307)
    expect(seen).toHaveLength(1)
  })

  test('an aborted signal aborts', async () => {
    const signer = createSigner({ credentials, service: 'faceid' })
    await expect(signer.fetch(origin, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
  })
})
