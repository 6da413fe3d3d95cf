import { createServer as createHttpServer, type OutgoingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { InvalidResponseError, NetworkError, SigningError, TimeoutError } from '../src/index.ts'
import { answering, answerOf, clientOf, credentials, emulated, failure } from './support/client.ts'

describe('what is not an answer of the API', () => {
  const html = '<html>Welcome</html>'
  it.each([
    ['HTML with status 200', () => new Response(html), 'the body is not JSON', html],
    ['HTML with status 502', () => new Response(html, { status: 502 }), 'HTTP 502', html],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { Location: 'https://elsewhere' } }),
      'HTTP 302): a redirect, which was not followed',
      '',
    ],
    ['no content', () => new Response(null, { status: 204 }), 'the body is empty', ''],
    ['an empty body', () => new Response(''), 'the body is empty', ''],
    ['JSON without Response', () => Response.json({ ok: true }), 'no "Response" object', '{"ok":true}'],
    ['a list', () => Response.json([1]), 'no "Response" object', '[1]'],
    [
      'an error without Code',
      () => answerOf({ Error: {} }),
      'the error has no valid Code',
      '{"Response":{"RequestId":"r","Error":{}}}',
    ],
    ['truncated JSON', () => new Response('{"Response": {"Reque'), 'not JSON', '{"Response": {"Reque'],
    ['no token', () => answerOf({}), 'lacks SdkToken of type string', '{"Response":{"RequestId":"r"}}'],
    ['a token of another type', () => answerOf({ SdkToken: 1 }), 'lacks SdkToken', /^\{"Response"/],
  ])('%s keeps its first characters', async (_, respond, why, bodyExcerpt) => {
    const error = await failure(answering(respond).apply())
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error).toMatchObject({
      code: 'Client.InvalidResponse',
      bodyExcerpt: typeof bodyExcerpt === 'string' ? bodyExcerpt : expect.stringMatching(bodyExcerpt),
      outcome: 'unknown',
    })
    expect(error.message).toContain(why)
  })

  it('a redirect as browsers show it, without its status, is told to be one', async () => {
    const error = await failure(answering(() => Response.error()).apply())
    expect(error.message).toContain('HTTP 3xx): a redirect, which was not followed')
    expect(error).toMatchObject({ code: 'Client.InvalidResponse', status: undefined, bodyExcerpt: '' })
  })

  // The last is a page of another origin, to which the browser shows the length and not that it is compressed.
  it.each([
    ['under status 200', { status: 200 }, 'default'],
    ['under status 502', { status: 502 }, 'default'],
    ['said to be less', { headers: { 'Content-Length': '300' } }, 'cors'],
  ])('more than 1 MB, %s, is not read to its end', async (_, init, type) => {
    let chunks = 0
    const cancel = vi.fn()
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      chunks++
      controller.enqueue(new Uint8Array(64 * 1024).fill(32))
      if (chunks === 64) controller.close()
    }
    const respond = () => new Response(new ReadableStream({ pull, cancel }), init)
    const { apply } = answering(() => Object.defineProperty(respond(), 'type', { value: type }))
    const error = await failure(apply())
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error.message).toContain('the body is too long')
    expect(error).toHaveProperty('bodyExcerpt.length', 500)
    expect(chunks).toBeLessThan(20)
    expect(cancel).toHaveBeenCalled()
  })

  it('more than 1 MB is none, even if it begins as one', async () => {
    const text = `{"Response":{"SdkToken":"t","RequestId":"r"}}${' '.repeat(1024 * 1024)}`
    for (const headers of [{}, { 'Content-Length': '300' }]) {
      const { apply } = answering(() => new Response(text, { headers }))
      expect((await failure(apply())).message).toContain('the body is too long')
    }
  })

  describe('more than 1 MB from a server', () => {
    const text = `{"Response":{"SdkToken":"t","RequestId":"r"}}${' '.repeat(3 * 1024 * 1024)}`
    const zipped = gzipSync(text)
    it.each<[string, OutgoingHttpHeaders, string | Buffer]>([
      ['that tells its length', { 'Content-Length': text.length }, text],
      ['that tells no length', { 'Transfer-Encoding': 'chunked' }, text],
      ['that is small while compressed', { 'Content-Encoding': 'gzip', 'Content-Length': zipped.length }, zipped],
    ])('%s is none', async (_, headers, body) => {
      const server = createHttpServer((_, response) => response.writeHead(200, headers).end(body))
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
      const { port } = server.address() as AddressInfo
      const { apply } = clientOf({ service: 'faceid', endpoint: `http://127.0.0.1:${port}` })
      const error = await failure(apply())
      server.close()
      server.closeAllConnections()
      expect(error.message).toContain('the body is too long')
    })
  })

  it('may be worth another try where a gateway says so', async () => {
    const retryable = async (status: number) =>
      (await failure(answering(() => new Response('', { status: status })).apply())).retryable
    expect(await Promise.all([200, 404, 429, 500, 503].map(retryable))).toEqual([false, false, true, true, true])
  })
})

describe('a connection that fails', () => {
  const failing = (error: Error) => failure(answering(() => Promise.reject(error)).apply())
  const coded = (details: object) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), details) })

  it('counts as unknown where the runtime does not prove that nothing was sent', async () => {
    const error = await failing(new TypeError('fetch failed'))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ code: 'Client.NetworkError', outcome: 'unknown', retryable: true })
    expect(error.cause).toMatchObject({ name: 'TypeError', message: 'fetch failed' })
  })

  it.each([
    [{ code: 'ECONNREFUSED' }, 'not-sent'],
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'not-sent'],
    [{ code: 'EHOSTUNREACH', syscall: 'connect' }, 'not-sent'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'not-sent'],
    [{ code: 'EHOSTUNREACH', syscall: 'read' }, 'unknown'],
    [{ code: 'ECONNRESET', syscall: 'read' }, 'unknown'],
    [{ code: 'EPIPE' }, 'unknown'],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, 'unknown'],
    [{ code: 7 }, 'unknown'],
  ])('with %o is %s', async (details, outcome) => {
    expect(await failing(coded(details))).toMatchObject({ code: 'Client.NetworkError', outcome })
  })

  it('counts as not sent where Node says that nobody listens', async () => {
    const endpoint = await addressNobodyListensAt()
    const { apply } = clientOf({ service: 'faceid', endpoint, maxRetries: 0 })
    expect(await failure(apply())).toMatchObject({ outcome: 'not-sent', retryable: true })
  })

  it('is a connection that failed when it breaks in the middle of the body', async () => {
    const pull = (controller: ReadableStreamDefaultController) => controller.error(new TypeError('terminated'))
    const { apply } = answering(() => new Response(new ReadableStream({ pull })))
    expect(await failure(apply())).toMatchObject({
      name: 'NetworkError',
      outcome: 'unknown',
    })
  })
})

describe('credentials', () => {
  it('that can’t be had are told apart, with what the provider threw, and asked for anew by the next call', async () => {
    const cause = new Error('STS is down')
    const provider = vi.fn(async () => credentials).mockRejectedValueOnce(cause)
    const { apply, emulator } = emulated({ credentials: provider })
    const error = await failure(apply())
    expect(error).toBeInstanceOf(SigningError)
    expect(error).toMatchObject({ code: 'Client.SigningError', outcome: 'not-sent', retryable: false, attempts: 1 })
    expect(error.cause).toMatchObject({ name: 'Error', message: 'STS is down' })
    expect(error.cause).not.toBe(cause)
    expect(emulator.received()).toEqual([])
    await expect(apply()).resolves.toHaveProperty('SdkToken')
  })

  it('that a provider leaves empty are never signed with', async () => {
    const { apply, emulator } = emulated({ credentials: () => ({ secretId: 'AKID', secretKey: '' }) })
    const error = await failure(apply())
    expect(error).toMatchObject({ name: 'SigningError', cause: { message: expect.stringContaining('secretKey') } })
    expect(emulator.received()).toEqual([])
  })
})

describe('giving up', () => {
  const hanging = () => new Promise<never>(() => undefined)
  const timeIsUp = () => {
    vi.advanceTimersByTime(1_000)
    return hanging()
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('after `timeout`, even where fetch does not heed its signal', async () => {
    const error = await failure(answering(timeIsUp).apply({}, { timeout: 1_000 }))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ code: 'Client.Timeout', outcome: 'unknown', retryable: true })
    expect(error.cause).toMatchObject({ name: 'TimeoutError' })
  })

  it('not a millisecond before `timeout`', async () => {
    const respond = async () => {
      vi.advanceTimersByTime(999)
      return answerOf({ SdkToken: 't' })
    }
    const { apply } = answering(respond, { timeout: 1_000 })
    await expect(apply()).resolves.toHaveProperty('SdkToken')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('while the body is being read', async () => {
    const { apply } = answering(() => new Response(new ReadableStream({ pull: timeIsUp })), { timeout: 1_000 })
    expect(await failure(apply())).toMatchObject({
      code: 'Client.Timeout',
      outcome: 'unknown',
    })
  })

  it('while credentials are being fetched, when nothing has been sent', async () => {
    const { fetch, apply } = answering(hanging, { timeout: 1_000, credentials: timeIsUp })
    expect(await failure(apply())).toMatchObject({
      code: 'Client.Timeout',
      outcome: 'not-sent',
    })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('by a call that joins a question for credentials which is never answered, as it may be by the next', async () => {
    const provider = vi.fn(hanging)
    const { fetch, apply } = answering(hanging, { timeout: 1_000, credentials: provider })
    const first = failure(apply())
    await vi.advanceTimersByTimeAsync(600)
    const second = failure(apply())
    await vi.advanceTimersByTimeAsync(400)
    const expected = { name: 'TimeoutError', code: 'Client.Timeout', outcome: 'not-sent', retryable: true }
    expect(await Promise.all([first, second])).toMatchObject([expected, expected])
    expect(provider).toHaveBeenCalledOnce()
    expect(fetch).not.toHaveBeenCalled()
  })

  it('by a call that has more time than the client, whose time bounds the question for credentials', async () => {
    const { apply } = answering(hanging, { timeout: 1_000, credentials: hanging })
    const call = failure(apply({}, { timeout: 5_000 }))
    await vi.advanceTimersByTimeAsync(1_000)
    const error = await call
    expect(error).toMatchObject({ code: 'Client.Timeout', outcome: 'not-sent', retryable: true })
    expect(error.message).toContain('1000 ms')
  })

  it('not when a provider’s own time is up, which is its failure', async () => {
    const provider = () => Promise.reject(new DOMException('The time is up', 'TimeoutError'))
    const { apply } = answering(hanging, { credentials: provider })
    expect(await failure(apply())).toMatchObject({ name: 'SigningError', retryable: false })
  })

  it.each(['call', 'client'])('when the signal of the %s is aborted, with its reason as cause', async (of) => {
    const controller = new AbortController()
    const other = new AbortController()
    const reason = new Error('changed my mind')
    const respond = () => {
      controller.abort(reason)
      return hanging()
    }
    const [client, call] = of === 'call' ? [other, controller] : [controller, other]
    const { fetch, apply } = answering(respond, { signal: client.signal })
    const error = await failure(apply({}, { signal: call.signal }))
    expect(error).toMatchObject({ name: 'AbortedError', code: 'Client.Aborted', retryable: false, outcome: 'unknown' })
    expect(error.cause).toBe(reason)
    expect(fetch.mock.calls[0]?.[1].signal?.aborted).toBe(true)
  })

  it('when the caller was first, even if the time is up a moment later', async () => {
    const controller = new AbortController()
    const { apply } = answering(() => {
      controller.abort()
      return timeIsUp()
    })
    const error = await failure(apply({}, { timeout: 1_000, signal: controller.signal }))
    expect(error.code).toBe('Client.Aborted')
  })

  it('while credentials are being fetched: they are not used any more', async () => {
    const controller = new AbortController()
    const provider = async () => {
      controller.abort()
      return credentials
    }
    const { fetch, apply } = answering(() => answerOf({ SdkToken: 't' }), { credentials: provider })
    const error = await failure(apply({}, { signal: controller.signal }))
    expect(error).toMatchObject({ code: 'Client.Aborted', outcome: 'not-sent' })
    // Takes as long as the first would have taken to be signed and sent.
    await apply()
    expect(fetch).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('before anything is sent, when a signal is aborted already', async () => {
    const provider = vi.fn(async () => credentials)
    const { fetch, apply } = answering(hanging, { credentials: provider })
    const error = await failure(apply({}, { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ code: 'Client.Aborted', outcome: 'not-sent', attempts: 0 })
    expect(fetch).not.toHaveBeenCalled()
    expect(provider).not.toHaveBeenCalled()
  })

  it('leaves no listener on the caller’s signal', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    await answering(() => answerOf({ SdkToken: 't' })).apply({}, { signal })
    expect(added.mock.calls.map(([, listener]) => listener)).toEqual(removed.mock.calls.map(([, listener]) => listener))
    expect(added).toHaveBeenCalledOnce()
  })
})

async function addressNobodyListensAt(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The server had no port')
  return `http://127.0.0.1:${address.port}`
}
