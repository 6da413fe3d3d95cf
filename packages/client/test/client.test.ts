import { describe, expect, it } from 'vitest'
import { ServiceError } from '../src/index.ts'
import { answering, clientOf, credentials, emulated, errorOf, failure, good, region, sent } from './support/client.ts'

describe('a call', () => {
  it('answers the token without its envelope', async () => {
    const { apply } = emulated()
    const answer = await apply({ CheckMode: 1, SecurityLevel: 4, Extra: 'fewfewf' })
    expect(answer).toMatchObject({
      SdkToken: expect.stringMatching(/^[0-9A-F-]{36}$/i),
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('takes no parameters for the defaults, and a card that the spec does not know', async () => {
    const { apply } = emulated({ maxRetries: 0 })
    await expect(apply()).resolves.toHaveProperty('SdkToken')
    expect(await failure(apply({ IdCardType: 'NewCard' }))).toBeInstanceOf(ServiceError)
  })

  it('sends the parameters as one JSON text, to the origin alone, and follows no redirect', async () => {
    const { fetch, apply } = answering(good, { endpoint: 'https://faceid.intl.tencentcloudapi.com/' })
    await apply({ CheckMode: 2, CompareImage: 'AAAA', Extra: '審核' })
    const { url, init, body } = sent(fetch)
    expect(url).toBe('https://faceid.intl.tencentcloudapi.com/')
    expect(body).toBe('{"CheckMode":2,"CompareImage":"AAAA","Extra":"審核"}')
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' })
  })

  it('works taken out of the client', async () => {
    const { call } = emulated().client
    await expect(call('ApplySdkVerificationToken')).resolves.toHaveProperty('SdkToken')
  })
})

describe('what goes out besides the parameters', () => {
  it('names the action, version and region, and no language unless told', async () => {
    const { fetch, apply } = answering(good)
    await apply()
    const { headers } = sent(fetch)
    expect(headers.get('x-tc-action')).toBe('ApplySdkVerificationToken')
    expect(headers.get('x-tc-version')).toBe('2018-03-01')
    expect(headers.get('x-tc-region')).toBe('ap-singapore')
    expect(headers.has('x-tc-language')).toBe(false)
    expect(headers.get('content-type')).toBe('application/json')
  })

  it('takes region and language of the call before the client’s', async () => {
    const { fetch, apply } = answering(good, { language: 'en-US' })
    await apply({}, { region: 'ap-jakarta', language: 'zh-CN' })
    await apply({}, { region: undefined })
    expect(sent(fetch).headers.get('x-tc-region')).toBe('ap-jakarta')
    expect(sent(fetch).headers.get('x-tc-language')).toBe('zh-CN')
    expect(sent(fetch, 1).headers.get('x-tc-region')).toBe(region)
    expect(sent(fetch, 1).headers.get('x-tc-language')).toBe('en-US')
  })

  it('adds the headers of the client and of the call, the call’s going first, and leaves them unsigned', async () => {
    const { fetch, apply } = answering(good, { headers: { 'User-Agent': 'shop', 'X-Tenant': 'a' } })
    await apply({}, { headers: { 'x-tenant': 'b', Traceparent: '00-1-2-01' } })
    const { headers } = sent(fetch)
    expect(headers.get('user-agent')).toBe('shop')
    expect(headers.get('x-tenant')).toBe('b')
    expect(headers.get('traceparent')).toBe('00-1-2-01')
    expect(headers.get('authorization')).toContain('SignedHeaders=content-type;host;x-tc-action,')
  })

  it('signs temporary credentials, from a provider too', async () => {
    const temporary = { ...credentials, token: 'session' }
    const { fetch, apply } = answering(good, { credentials: async () => temporary })
    await apply()
    expect(sent(fetch).headers.get('x-tc-token')).toBe('session')
  })
})

describe('an error of the service', () => {
  it('comes with its code and request id', async () => {
    const { apply } = emulated({ credentials: { ...credentials, secretKey: 'another-key' } })
    const error = await failure(apply())
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

  it('is one under another status, too', async () => {
    const { apply } = answering(() => errorOf('InternalError', { status: 500 }))
    expect(await failure(apply())).toMatchObject({
      code: 'InternalError',
      retryable: true,
      status: 500,
    })
  })

  it('may have a code that nobody has heard of', async () => {
    const { apply } = answering(() => errorOf('FailedOperation.NewInTown'))
    expect(await failure(apply())).toMatchObject({
      code: 'FailedOperation.NewInTown',
      retryable: false,
    })
  })
})

it('takes the runtime’s fetch as it is at the time of the call', async () => {
  const { apply } = clientOf({ maxRetries: 0 })
  const original = globalThis.fetch
  globalThis.fetch = async () => good()
  try {
    await expect(apply()).resolves.toMatchObject({ SdkToken: 't' })
  } finally {
    globalThis.fetch = original
  }
})
