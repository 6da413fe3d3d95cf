import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

const example = { CheckMode: 1, SecurityLevel: 4, NeedVerifyIdCard: true, Extra: 'fewfewf', IdCardType: 'HK' }

let endpoint: RunningEndpoint
const bodies: string[] = []
const problem = async (response: Response) => {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const text = await response.text()
  // However much was sent.
  expect(text.length).toBeLessThan(2_000)
  bodies.push(text)
  return JSON.parse(text)
}

beforeAll(async () => {
  endpoint = await startEndpoint({
    PRESETS: '{"default": {}, "strict": {"fixed": {"SecurityLevel": 4}}}',
    UPSTREAM_TIMEOUT_MS: '20000',
  })
})
afterAll(() => endpoint.stop())

describe('POST /v1/tokens', () => {
  it('issues a token for the document’s example request', async () => {
    const before = Date.now()
    const response = await endpoint.post({ preset: 'default', parameters: example })
    expect(response.status).toBe(201)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const answer = await response.json()
    expect(answer).toStrictEqual({
      sdkToken: expect.stringMatching(/^[0-9A-F-]{36}$/i),
      receipt: expect.stringMatching(/^r1\.[a-z0-9]{1,8}\.\d+\.default\.[\w-]{43}$/),
      serverParamInfo: expect.stringMatching(/./),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      expiresIn: 7200,
    })
    expect(Date.parse(Object(answer).expiresAt)).toBeGreaterThanOrEqual(before + 7_200_000)
    expect(endpoint.emulator.received().at(-1)).toMatchObject({ outcome: 'ok' })
  })

  it('takes an empty object for all defaults', async () => {
    expect((await endpoint.post({})).status).toBe(201)
  })

  it('passes a photo of 1 MB on', async () => {
    const CompareImage = 'A'.repeat(1_000_000)
    const response = await endpoint.post({ parameters: { CheckMode: 2, CompareImage } })
    expect(response.status).toBe(201)
  })

  it.each([
    ['no credentials', {}, { headers: { Authorization: '' } }, 401, 'credentials-missing'],
    ['a wrong key', {}, { headers: { Authorization: 'Bearer tc3e_wrong' } }, 401, 'credentials-invalid'],
    ['another scheme', {}, { headers: { Authorization: 'Basic dTpw' } }, 401, 'credentials-invalid'],
    ['a body that is not JSON', '{"parameters":', {}, 400, 'json-invalid'],
    ['an empty body', '', {}, 400, 'json-invalid'],
    ['a megabyte that is not JSON', 'x'.repeat(1_000_000), {}, 400, 'json-invalid'],
    ['a JSON array', [], {}, 400, 'request-invalid'],
    ['an unknown field', { parameter: {} }, {}, 400, 'request-invalid'],
    ['another content type', '{}', { headers: { 'Content-Type': 'text/plain' } }, 415, 'content-type-unsupported'],
    ['a body over 10 MB', 'x'.repeat(10 * 1024 * 1024 + 1), {}, 413, 'body-too-large'],
    ['an unknown preset', { preset: 'lax' }, {}, 400, 'preset-unknown'],
    ['the name of a built-in as preset', { preset: 'constructor' }, {}, 400, 'preset-unknown'],
    ['an unknown parameter', { parameters: { Checkmode: 1 } }, {}, 400, 'parameters-invalid'],
    ['CheckMode 2 without CompareImage', { parameters: { CheckMode: 2 } }, {}, 400, 'parameters-invalid'],
    [
      'more values than there are parameters',
      { parameters: Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`p${n}`, n])) },
      {},
      400,
      'request-invalid',
    ],
    ['a name that goes on and on', { parameters: { ['x'.repeat(1_000_000)]: 1 } }, {}, 400, 'request-invalid'],
    [
      'a parameter that the preset fixes',
      { preset: 'strict', parameters: { SecurityLevel: 1 } },
      {},
      403,
      'parameters-not-allowed',
    ],
  ])('%s is a problem that says what to do, and costs no call', async (_, body, init, status, code) => {
    const calls = endpoint.emulator.received().length
    const response = await endpoint.post(body, init)
    expect(response.status).toBe(status)
    expect(await problem(response)).toMatchObject({
      type: `/problems/${code}`,
      code,
      status,
      title: expect.stringMatching(/./),
      detail: expect.stringMatching(/./),
      advice: expect.stringMatching(/./),
      requestId: response.headers.get('X-Request-Id'),
    })
    expect(endpoint.emulator.received()).toHaveLength(calls)
  })

  it('names the parameter and what it should be', async () => {
    const response = await endpoint.post({ parameters: { CheckMode: 2, Foo: 1 } })
    expect((await problem(response)).errors).toStrictEqual([
      {
        parameter: 'CompareImage',
        message: 'CompareImage is missing: CheckMode 2 compares with a photo, so it needs one',
      },
      { parameter: 'Foo', message: expect.stringMatching(/^Foo is unknown\. Known: CheckMode, /) },
    ])
  })

  it('says which challenge to answer when there are no credentials (RFC 6750, section 3)', async () => {
    const missing = await endpoint.post({}, { headers: { Authorization: '' } })
    expect(missing.headers.get('WWW-Authenticate')).toBe('Bearer')
    const wrong = await endpoint.post({}, { headers: { Authorization: 'Bearer x' } })
    expect(wrong.headers.get('WWW-Authenticate')).toBe('Bearer error="invalid_token"')
  })
})

describe('other paths and methods', () => {
  it('GET /healthz is ok', async () => {
    const response = await fetch(`${endpoint.worker.url}/healthz`)
    expect(response.status).toBe(200)
    expect(await response.json()).toStrictEqual({ status: 'ok', signing: 'backdated' })
  })

  it('GET /v1/tokens is refused and names the method to use', async () => {
    const response = await fetch(`${endpoint.worker.url}/v1/tokens`)
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('POST')
    expect(await problem(response)).toMatchObject({ code: 'method-not-allowed' })
  })

  it('anything else is not found', async () => {
    const response = await fetch(`${endpoint.worker.url}/v2/tokens`)
    expect(response.status).toBe(404)
    expect(await problem(response)).toMatchObject({ code: 'not-found' })
  })
})

describe('the quota', () => {
  it('25 requests at once: 25 tokens, and never more than 20 in any second upstream', async () => {
    await using patient = await startEndpoint({ MAX_WAIT_MS: '15000', UPSTREAM_TIMEOUT_MS: '10000' })
    const answers = await Promise.all(Array.from({ length: 25 }, () => patient.post({ parameters: example })))
    expect(answers.map(({ status }) => status)).toStrictEqual(Array(25).fill(201))
    const { mostReceivedInAnySecond, ok, throttled, received } = patient.emulator.report()
    expect(mostReceivedInAnySecond).toBeLessThanOrEqual(20)
    expect({ ok, throttled }).toStrictEqual({ ok: received, throttled: 0 })
  })

  it('100 requests at once: those that can’t be served in time get a Retry-After at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => endpoint.post({ parameters: example })))
    const refused = answers.filter(({ status }) => status === 503)
    expect(refused.length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status === 201).length + refused.length).toBe(100)
    for (const response of refused) {
      expect(response.headers.get('Retry-After')).toMatch(/^[1-9]\d*$/)
      expect(await problem(response)).toMatchObject({ code: 'capacity-exhausted' })
    }
    expect(endpoint.emulator.report()).toMatchObject({ throttled: 0 })
    expect(endpoint.emulator.report().mostReceivedInAnySecond).toBeLessThanOrEqual(20)
  })
})

it('no response and no printed line holds a secret', () => {
  const printed = [...bodies, ...endpoint.lines].join('\n')
  for (const secret of [endpoint.apiKey, 'emulator-development-key-not-a-secret', 'TC3-HMAC']) {
    expect(printed).not.toContain(secret)
  }
})
