import { createServer } from 'node:net'
import { createEmulator, developmentCredential } from '@tc3-edge/emulator'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFaceidClient, type FaceidError, InvalidResponseError, NetworkError, ServiceError } from '../src/index.ts'

const credentials = developmentCredential
const region = 'ap-singapore'
const failure = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail('The call should have failed'),
    (error: FaceidError) => error,
  )
const answering = (respond: () => Response | Promise<Response>) =>
  createFaceidClient({ credentials, region, maxRetries: 0, fetch: async () => respond() })

describe('ApplySdkVerificationToken', () => {
  it('answers the token without its envelope', async () => {
    const emulator = createEmulator()
    const faceid = createFaceidClient({ credentials, region, fetch: emulator.fetch })
    const answer = await faceid.ApplySdkVerificationToken({ CheckMode: 1, SecurityLevel: 4, Extra: 'fewfewf' })
    expect(answer).toStrictEqual({
      SdkToken: expect.stringMatching(/^[0-9A-F-]{36}$/i),
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('takes no parameters for the defaults, and a card that the spec does not know', async () => {
    const faceid = createFaceidClient({ credentials, region, fetch: createEmulator().fetch, maxRetries: 0 })
    await expect(faceid.ApplySdkVerificationToken()).resolves.toHaveProperty('SdkToken')
    expect(await failure(faceid.ApplySdkVerificationToken({ IdCardType: 'NewCard' }))).toBeInstanceOf(ServiceError)
  })

  it('rejects with the code and the request id that the service answers', async () => {
    const faceid = createFaceidClient({
      credentials: { ...credentials, secretKey: 'another-key' },
      region,
      fetch: createEmulator().fetch,
    })
    const error = await failure(faceid.ApplySdkVerificationToken())
    expect(error).toBeInstanceOf(ServiceError)
    expect(error).toMatchObject({
      code: 'AuthFailure.SignatureFailure',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      retryable: false,
      outcome: 'refused',
      action: 'ApplySdkVerificationToken',
      attempts: 1,
      status: 200,
    })
  })
})

describe('what is not an answer of the API', () => {
  it.each([
    [
      'HTML with status 200',
      () => new Response('<html>Welcome</html>'),
      'the body is not JSON',
      '<html>Welcome</html>',
    ],
    ['HTML with status 502', () => new Response('<h1>Bad</h1>', { status: 502 }), 'HTTP 502', '<h1>Bad</h1>'],
    ['an empty body', () => new Response(''), 'the body is empty', ''],
    ['JSON without Response', () => Response.json({ ok: true }), 'no "Response" object', '{"ok":true}'],
    ['truncated JSON', () => new Response('{"Response": {"SdkTo'), 'the body is not JSON', '{"Response": {"SdkTo'],
    [
      'an answer without a token',
      () => Response.json({ Response: { RequestId: 'r' } }),
      'lacks SdkToken of type string',
      '{"Response":{"RequestId":"r"}}',
    ],
  ])('%s keeps its first characters', async (_, respond, why, bodyStart) => {
    const error = await failure(answering(respond).ApplySdkVerificationToken())
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error).toMatchObject({ code: 'Client.InvalidResponse', bodyStart, outcome: 'unknown' })
    expect(error.message).toContain(why)
  })

  it('an error envelope under another status is still the service’s error', async () => {
    const Response_ = { Error: { Code: 'InternalError', Message: 'sorry' }, RequestId: 'r' }
    const faceid = answering(() => Response.json({ Response: Response_ }, { status: 500 }))
    expect(await failure(faceid.ApplySdkVerificationToken())).toMatchObject({ code: 'InternalError', retryable: true })
  })
})

describe('a connection that fails', () => {
  it('counts as unknown where the runtime does not prove that nothing was sent', async () => {
    const faceid = answering(() => Promise.reject(new TypeError('fetch failed')))
    const error = await failure(faceid.ApplySdkVerificationToken())
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ code: 'Client.NetworkError', outcome: 'unknown', cause: expect.any(TypeError) })
  })

  it('counts as not sent where Node says that nobody listens', async () => {
    const endpoint = await addressNobodyListensAt()
    const faceid = createFaceidClient({ credentials, region, endpoint, maxRetries: 0 })
    expect(await failure(faceid.ApplySdkVerificationToken())).toMatchObject({ outcome: 'not-sent', retryable: true })
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
    const error = await failure(answering(timeIsUp).ApplySdkVerificationToken({}, { timeout: 1_000 }))
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'Client.Timeout', outcome: 'unknown' })
  })

  it('while the body is being read', async () => {
    const faceid = answering(() => new Response(new ReadableStream({ pull: timeIsUp })))
    const error = await failure(faceid.ApplySdkVerificationToken({}, { timeout: 1_000 }))
    expect(error).toMatchObject({ code: 'Client.Timeout', outcome: 'unknown' })
  })

  it('when the caller aborts, with the caller’s reason as cause', async () => {
    const controller = new AbortController()
    const reason = new Error('changed my mind')
    const faceid = answering(() => {
      controller.abort(reason)
      return hanging()
    })
    const error = await failure(faceid.ApplySdkVerificationToken({}, { signal: controller.signal }))
    expect(error).toMatchObject({ name: 'AbortedError', code: 'Client.Aborted', cause: reason, retryable: false })
  })

  it('before anything is sent, when the signal is aborted already', async () => {
    const send = vi.fn(async () => Response.json({}))
    const faceid = createFaceidClient({ credentials, region, fetch: send })
    const error = await failure(faceid.ApplySdkVerificationToken({}, { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ code: 'Client.Aborted', outcome: 'not-sent' })
    expect(send).not.toHaveBeenCalled()
  })
})

describe('options that can’t work are refused by name', () => {
  it.each([
    ['no region', { region: undefined }, 'region should be'],
    ['a timeout of 0', { timeout: 0 }, 'timeout should be a positive number of milliseconds'],
    ['half a retry', { maxRetries: 0.5 }, 'maxRetries should be a whole number'],
    ['an endpoint with a path', { endpoint: 'https://example.com/api' }, 'endpoint should be an origin'],
    ['a misspelt option', { retries: 3 }, 'Unknown option "retries"'],
  ])('%s', (_, wrong, message) => {
    const options = Object.assign({ credentials, region }, wrong)
    expect(() => createFaceidClient(options)).toThrow(message)
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
