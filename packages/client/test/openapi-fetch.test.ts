import { build } from 'esbuild'
import type createClient from 'openapi-fetch'
import { wrapAsPathBasedClient } from 'openapi-fetch'
import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import { type Middleware, ServiceError, type TencentClientOptions, TencentError } from '../src/index.ts'
import { answering, answerOf, clientOf, errorOf, failure, good, sent } from './support/client.ts'
import type { paths } from './support/paths.ts'

const path = '/#X-TC-Action=ApplySdkVerificationToken'
const secretPath = '/#X-TC-Action=DescribeSecret'

describe('it is an openapi-fetch client', () => {
  it('whose data is what stands in the envelope', async () => {
    const { data, error, response } = await answering(good).client.POST(path, { body: { CheckMode: 1 } })
    expect(data).toEqual({ SdkToken: 't', RequestId: 'r' })
    expect(error).toBeUndefined()
    expect(await response.json()).toEqual({ Response: { SdkToken: 't', RequestId: 'r' } })
    expect(await response.text()).toContain('"Response"')
    expect(response.status).toBe(200)
  })

  it('whose error is what the service refused, whatever the status', async () => {
    for (const status of [200, 400, 500]) {
      const { client } = answering(() => errorOf('InvalidParameter', { status }))
      const { data, error, response } = await client.POST(path)
      expect(data).toBeUndefined()
      expect(error).toBeInstanceOf(ServiceError)
      expect(error).toMatchObject({ code: 'InvalidParameter', requestId: 'r', status })
      expect(response.status).toBe(status)
    }
  })

  it('which throws where there is no response of the service, and `call` throws both', async () => {
    const lost = answering(() => Promise.reject(new TypeError('fetch failed'))).client
    expect(await failure(lost.POST(path))).toMatchObject({ code: 'Client.NetworkError' })
    const { client } = answering(() => errorOf('InvalidParameter'))
    expect(await failure(client.call('ApplySdkVerificationToken'))).toMatchObject({ code: 'InvalidParameter' })
  })

  it('by path, by method name, and by the types of each operation', async () => {
    const { client } = answering(good)
    expect((await client.request('post', path, { body: {} })).data).toHaveProperty('SdkToken')
    expect((await wrapAsPathBasedClient(client)[path].POST({ body: {} })).data).toHaveProperty('SdkToken')
    expectTypeOf(client).toExtend<Pick<ReturnType<typeof createClient>, 'use' | 'eject'>>()
    const { data } = await answering(() => answerOf({ Kind: 'plain' })).client.POST(secretPath, {
      body: { SecretName: 'a' },
    })
    expectTypeOf(data?.Kind).toExtend<string | undefined>()
    expect(data?.Kind).toBe('plain')
  })

  it('with regions as suggestions, and a version that is checked', () => {
    expectTypeOf<'ap-new'>().toExtend<TencentClientOptions<paths>['region']>()
    expectTypeOf<TencentClientOptions<paths>['version']>().toEqualTypeOf<'2018-03-01'>()
    const misspelt = (client: ReturnType<typeof clientOf>['client']) => [
      // @ts-expect-error an action that does not exist
      client.call('DescribeSecrets', {}),
      // @ts-expect-error a missing parameter
      client.call('DescribeSecret', {}),
      // @ts-expect-error a misspelt parameter
      client.call('ApplySdkVerificationToken', { Checkmode: 1 }),
      // @ts-expect-error a misspelt option
      client.call('ApplySdkVerificationToken', {}, { retries: 1 }),
      // @ts-expect-error a path that does not exist
      client.POST('/#X-TC-Action=Other'),
    ]
    expect(misspelt).toBeTypeOf('function')
  })

  it('that can be read in other forms', async () => {
    const { client } = answering(good)
    expect((await client.POST(path, { parseAs: 'text' })).data).toBe('{"Response":{"RequestId":"r","SdkToken":"t"}}')
    expect((await client.POST(path, { parseAs: 'blob' })).data).toBeInstanceOf(Blob)
    const refused = answering(() => errorOf('InvalidParameter')).client
    expect((await refused.POST(path, { parseAs: 'text' })).error).toMatchObject({ code: 'InvalidParameter' })
  })

  it('of openapi-fetch itself: it is in the bundle', async () => {
    const contents = `export { createTencentClient } from './src/index.ts'`
    const resolveDir = new URL('..', import.meta.url).pathname
    const { metafile } = await build({ stdin: { contents, resolveDir }, bundle: true, write: false, metafile: true })
    const [output] = Object.values(metafile.outputs)
    const used = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    expect(used.map(([file]) => file).join()).toContain('openapi-fetch/dist/index.mjs')
  })
})

describe('what openapi-fetch would do by itself does not apply', () => {
  it('redirects are not followed', async () => {
    const { fetch, apply } = answering(() => new Response(null, { status: 307, headers: { Location: '/' } }))
    expect(await failure(apply())).toMatchObject({ code: 'Client.InvalidResponse', status: 307 })
    expect(sent(fetch).init.redirect).toBe('manual')
  })

  it('a 200 with Content-Length 0 is no success, and neither is a 204', async () => {
    const empty = [
      () => new Response('', { headers: { 'Content-Length': '0' } }),
      () => new Response(null, { status: 204 }),
    ]
    for (const respond of empty) {
      expect(await failure(answering(respond).client.POST(path))).toMatchObject({ code: 'Client.InvalidResponse' })
    }
  })

  it('the body of an error is read to a limit', async () => {
    let chunks = 0
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      chunks++
      controller.enqueue(new Uint8Array(64 * 1024))
    }
    const { client } = answering(() => new Response(new ReadableStream({ pull }), { status: 500 }))
    expect((await failure(client.POST(path))).message).toContain('too long')
    expect(chunks).toBeLessThan(20)
  })

  it('the body is the very text that was serialised, once, also where middleware reads it', async () => {
    const stringify = vi.spyOn(JSON, 'stringify')
    const { fetch, client } = answering(good)
    client.use({
      onRequest: async ({ request }) => {
        await request.text()
        expect(await request.json()).toEqual({ Extra: 'a' })
        expect(await request.clone().text()).toBe('{"Extra":"a"}')
        expect(request.bodyUsed).toBe(false)
      },
    })
    await client.POST(path, { body: { Extra: 'a' } })
    expect(stringify.mock.calls.filter(([value]) => Object(value).Extra === 'a')).toHaveLength(1)
    stringify.mockRestore()
    expect(sent(fetch).init.body).toBe('{"Extra":"a"}')
  })

  it('a response that can’t be changed is a response, too', async () => {
    const { client } = answering(() => Object.freeze(good()))
    client.use({ onResponse: async ({ response }) => void (await response.text()) })
    expect((await client.POST(path)).data).toMatchObject({ SdkToken: 't' })
  })

  it('a call without a body has one, and its type', async () => {
    const { fetch, client } = answering(good)
    await client.POST(path)
    expect(sent(fetch).body).toBe('{}')
    expect(sent(fetch).headers.get('content-type')).toBe('application/json')
  })

  it('fetch is the one of the time of the call', async () => {
    const { apply } = clientOf()
    const fetch = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => good())
    await apply()
    expect(fetch).toHaveBeenCalledOnce()
    fetch.mockRestore()
  })

  it.each(['baseUrl', 'fetch', 'Request', 'bodySerializer', 'querySerializer', 'pathSerializer', 'redirect', 'method'])(
    '%s is refused, which would go round the client',
    async (name) => {
      const { fetch, client } = answering(good)
      await expect(client.POST(path, Object({ [name]: 'x' }))).rejects.toThrow(`Unknown option "${name}"`)
      expect(fetch).not.toHaveBeenCalled()
    },
  )

  it.each([
    [{ query: { a: 1 } }, 'params.query would not be sent'],
    [{ path: { a: 1 } }, 'params.path would not be sent'],
    [{ header: { 'X-TC-Version': '1' } }, 'params.header: "X-TC-Version" is set by the client'],
    [{ header: { 'X-TC-Region': 'a b' } }, 'region should be'],
  ])('params %o are refused', async (params, message) => {
    await expect(answering(good).client.POST(path, Object({ params }))).rejects.toThrow(message)
  })

  it('params.header sets region and language of one call', async () => {
    const { fetch, client } = answering(good)
    await client.POST(path, { params: { header: { 'X-TC-Region': 'ap-jakarta', 'X-TC-Language': 'en-US' } } })
    expect(sent(fetch).headers.get('x-tc-region')).toBe('ap-jakarta')
    expect(sent(fetch).headers.get('x-tc-language')).toBe('en-US')
  })

  it('methods other than POST, and other paths, are refused', async () => {
    const { fetch, client } = answering(good)
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'] as const) {
      await expect(Reflect.apply(client[method], client, [path])).rejects.toThrow('Operations are called by POST')
    }
    await expect(Reflect.apply(client.POST, client, ['/tokens'])).rejects.toThrow('The path should be')
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('middleware', () => {
  const withMiddleware = (middleware: Middleware, respond: () => Response | Promise<Response> = good, options = {}) =>
    answering(respond, { ...options, middleware: [middleware] })

  it('runs once for a call, around all attempts, and sees the last response', async () => {
    const seen: string[] = []
    const rest = [() => errorOf('RequestLimitExceeded', { headers: { 'Retry-After': '0' } }), good]
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const observer: Middleware = {
      onRequest: ({ schemaPath }) => void seen.push(schemaPath),
      onResponse: async ({ response }) => void seen.push(await response.clone().text()),
    }
    const { fetch, apply } = withMiddleware(observer, () => (rest.shift() ?? good)(), { maxRetries: 2 })
    await apply()
    vi.restoreAllMocks()
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(seen).toEqual([path, '{"Response":{"RequestId":"r","SdkToken":"t"}}'])
  })

  it('adds headers, in place or with a request of its own, that go with the signature', async () => {
    const ways: Middleware[] = [
      { onRequest: ({ request }) => request.headers.set('x-a', 'b') },
      {
        onRequest: ({ request }) =>
          new Request(request, { headers: { ...Object.fromEntries(request.headers), 'x-a': 'b' } }),
      },
      {
        onRequest: ({ request }) =>
          new Request(request.url, { method: 'POST', headers: { 'x-a': 'b', 'x-tc-region': 'ap-x' } }),
      },
      {
        onRequest: ({ request }) => {
          const copy = request.clone()
          copy.headers.set('x-a', 'b')
          return copy
        },
      },
    ]
    for (const middleware of ways) {
      const { fetch, apply } = withMiddleware(middleware)
      await apply({ Extra: 'kept' })
      expect(sent(fetch).headers.get('x-a')).toBe('b')
      expect(sent(fetch).body).toBe('{"Extra":"kept"}')
      expect(sent(fetch).headers.get('content-type')).toBe('application/json')
      expect(sent(fetch).headers.get('authorization')).toContain('TC3-HMAC-SHA256')
    }
  })

  it('may give another body, which is the one that is signed', async () => {
    const { fetch, apply } = withMiddleware({
      onRequest: ({ request }) => new Request(request, { body: '{"Extra":"new"}' }),
    })
    await apply({ Extra: 'old' })
    expect(Buffer.from(sent(fetch).init.body as Uint8Array).toString()).toBe('{"Extra":"new"}')
  })

  it('may answer by itself: nothing is signed or sent, and its response is judged like any other', async () => {
    const mocked = (response: Response) => withMiddleware({ onRequest: () => response })
    const { fetch, apply } = mocked(good())
    await expect(apply()).resolves.toEqual({ SdkToken: 't', RequestId: 'r' })
    expect(fetch).not.toHaveBeenCalled()
    expect(await failure(mocked(errorOf('InvalidParameter')).apply())).toMatchObject({
      code: 'InvalidParameter',
      attempts: 0,
    })
    expect(await failure(mocked(new Response('<p>')).apply())).toMatchObject({ code: 'Client.InvalidResponse' })
    expect(await failure(mocked(new Response(null, { status: 204 })).apply())).toMatchObject({
      code: 'Client.InvalidResponse',
    })
    expect(await failure(mocked(answerOf({}, { status: 502 })).apply())).toMatchObject({
      code: 'Client.InvalidResponse',
    })
  })

  it('may turn an error into a response, or another error; it gets the very error that is thrown', async () => {
    const lost = () => Promise.reject(new TypeError('fetch failed'))
    const errors: unknown[] = []
    const observed = withMiddleware({ onError: ({ error }) => void errors.push(error) }, lost)
    expect(errors).toEqual([])
    const error = await failure(observed.apply())
    expect(errors[0]).toBe(error)
    await expect(withMiddleware({ onError: () => good() }, lost).apply()).resolves.toHaveProperty('SdkToken')
    await expect(withMiddleware({ onError: () => new RangeError('mine') }, lost).apply()).rejects.toThrow('mine')
  })

  it.each([
    'host',
    'authorization',
    'content-length',
    'connection',
    'transfer-encoding',
    'expect',
    'x-tc-action',
    'x-tc-version',
    'x-tc-timestamp',
    'x-tc-token',
    'x-tc-content-sha256',
  ])('must not set %s', async (name) => {
    const { fetch, apply } = withMiddleware({ onRequest: ({ request }) => request.headers.set(name, '1') })
    await expect(apply()).rejects.toThrow(`middleware must not set the header ${name}`)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is told which of its headers is beyond ASCII', async () => {
    const { fetch, apply } = withMiddleware({ onRequest: ({ request }) => request.headers.set('X-Name', 'é') })
    await expect(apply()).rejects.toThrow(/middleware must not set the header x-name to anything beyond ASCII$/)
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each<[what: string, change: (request: Request) => Request]>([
    ['the method "GET"', (request) => new Request(request.url)],
    ['a path or a query', (request) => new Request(new URL('/other', request.url), { method: 'POST', body: '{}' })],
    ['a path or a query', (request) => new Request(new URL('/?a=1', request.url), { method: 'POST', body: '{}' })],
  ])('must not set %s', async (what, change) => {
    const { apply } = withMiddleware({ onRequest: ({ request }) => change(request) })
    await expect(apply()).rejects.toThrow(`middleware must not set ${what}`)
  })

  it('that throws is not taken for a lost connection', async () => {
    const thrown = new Error('bug')
    const { fetch, apply } = withMiddleware({ onRequest: () => Promise.reject(thrown) }, good, { maxRetries: 5 })
    await expect(apply()).rejects.toBe(thrown)
    expect(fetch).not.toHaveBeenCalled()
    expect(thrown).not.toBeInstanceOf(TencentError)
  })

  it('of one call alone, and ejected', async () => {
    const onRequest = vi.fn()
    const { client } = answering(good)
    await client.POST(path, { middleware: [{ onRequest }] })
    client.use({ onRequest })
    client.eject({ onRequest })
    expect(onRequest).toHaveBeenCalledOnce()
  })
})

describe('what an operation knows', () => {
  it('is retried on any failure that may pass, if it is idempotent', async () => {
    const fails = [
      () => errorOf('InternalError'),
      () => Promise.reject(new TypeError('fetch failed')),
      () => answerOf({ Kind: 'plain' }),
    ]
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { fetch, client } = answering(() => (fails.shift() ?? good)(), { maxRetries: 2 })
    const { data } = await client.POST(secretPath, { body: { SecretName: 'a' } })
    vi.restoreAllMocks()
    expect(data?.Kind).toBe('plain')
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('region: required, or never sent', async () => {
    const none = answering(good, { operations: { ApplySdkVerificationToken: { region: 'none' } } })
    await none.apply()
    expect(sent(none.fetch).headers.has('x-tc-region')).toBe(false)
    const missing = answering(good, { region: undefined })
    await expect(missing.apply()).rejects.toThrow('region should be a region such as')
  })
})
