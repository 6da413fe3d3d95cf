import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { FaultRule } from '@tc3-edge/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDevelopmentIssuer } from '../dev/issuer.ts'
import { openapi } from '../src/generated/openapi.ts'
import { type ProblemCode, problems } from '../src/generated/problems.ts'
import type { SettingName } from '../src/settings/definitions.ts'
import { conforming, isDescribedRequest } from './conforms.ts'
import { logLineOf, type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

let endpoint: RunningEndpoint
const seen = new Set<string>()
const lines: string[] = []
/** Longer than any test takes: with it no call times out, and no lease ends. */
const LONG_MS = '20000'
const patience = { UPSTREAM_TIMEOUT_MS: '10000', MAX_WAIT_MS: '15000' }
beforeAll(async () => {
  endpoint = await startEndpoint({ UPSTREAM_TIMEOUT_MS: LONG_MS, CORS_ORIGINS: 'https://app.example.com' })
})
afterAll(() => endpoint.stop())

/** Checks an answer against the document and the table, and that it is the one expected. */
async function answers(response: Response, code: ProblemCode): Promise<Readonly<Record<string, unknown>>> {
  const body = await conforming(response)
  expect(body).toMatchObject({ code, status: problems[code].status, title: problems[code].title })
  expect(response.status).toBe(problems[code].status)
  expect(response.headers.get('Retry-After')).toBe(body.retryAfter === undefined ? null : String(body.retryAfter))
  const { retryAfter } = problems[code]
  if (retryAfter !== 'sometimes') expect(body.retryAfter !== undefined).toBe(retryAfter === 'always')
  seen.add(code)
  return body
}

const matching = (pattern: RegExp) => expect.stringMatching(pattern)

describe('each response of Tencent Cloud has its own problem', () => {
  it.each<[string, FaultRule, ProblemCode, string | undefined]>([
    [
      'refuses our key',
      { fault: { kind: 'error', code: 'AuthFailure.SecretIdNotFound' } },
      'upstream-credentials-refused',
      'AuthFailure.SecretIdNotFound',
    ],
    [
      'refuses our signature',
      { fault: { kind: 'error', code: 'AuthFailure.SignatureFailure' } },
      'upstream-credentials-refused',
      'AuthFailure.SignatureFailure',
    ],
    [
      'does not let us call',
      { fault: { kind: 'error', code: 'UnauthorizedOperation' } },
      'upstream-credentials-refused',
      'UnauthorizedOperation',
    ],
    [
      'wants to be paid',
      { fault: { kind: 'error', code: 'ResourceUnavailable.InArrears' } },
      'upstream-credentials-refused',
      'ResourceUnavailable.InArrears',
    ],
    [
      'refuses a parameter',
      { fault: { kind: 'error', code: 'InvalidParameterValue' } },
      'parameters-invalid',
      'InvalidParameterValue',
    ],
    ['fails', { fault: { kind: 'error', code: 'InternalError' } }, 'upstream-outcome-unknown', 'InternalError'],
    [
      'knows no such region',
      { fault: { kind: 'error', code: 'UnsupportedRegion' } },
      'upstream-failed',
      'UnsupportedRegion',
    ],
    [
      'finds that our clock is wrong',
      { share: 1, fault: { kind: 'error', code: 'AuthFailure.SignatureExpire' } },
      'upstream-failed',
      'AuthFailure.SignatureExpire',
    ],
    [
      'throttles for longer than anybody waits',
      { share: 1, fault: { kind: 'error', code: 'RequestLimitExceeded' } },
      'upstream-throttled',
      'RequestLimitExceeded',
    ],
    ['does not answer', { fault: { kind: 'hang' } }, 'upstream-timeout', 'Client.Timeout'],
    ['answers too late', { fault: { kind: 'hang', when: 'after' } }, 'upstream-timeout', 'Client.Timeout'],
    ['breaks the connection before', { fault: { kind: 'reset' } }, 'upstream-outcome-unknown', 'Client.NetworkError'],
    [
      'breaks the connection after',
      { fault: { kind: 'reset', when: 'after' } },
      'upstream-outcome-unknown',
      'Client.NetworkError',
    ],
    ['is hidden by a proxy’s page', { fault: { kind: 'html' } }, 'upstream-outcome-unknown', 'Client.InvalidResponse'],
    ['answers half', { fault: { kind: 'truncated-json' } }, 'upstream-outcome-unknown', 'Client.InvalidResponse'],
    ['answers too much', { fault: { kind: 'oversize-json' } }, 'upstream-outcome-unknown', 'Client.InvalidResponse'],
    [
      'answers something else',
      { fault: { kind: 'no-response' } },
      'upstream-outcome-unknown',
      'Client.InvalidResponse',
    ],
  ])('%s', async (_, order, code, upstreamCode) => {
    await using own = await startEndpoint({ UPSTREAM_TIMEOUT_MS: code === 'upstream-timeout' ? '500' : LONG_MS })
    own.emulator.faults.add(order)
    const response = await own.post({})
    const body = await answers(response, code)
    // The operator reads why in the log; the caller does not.
    const line = await logLineOf(response, own)
    lines.push(...own.lines)
    expect(line).toMatchObject({
      status: response.status,
      code,
      upstreamCode,
      caller: 'backend:test',
      preset: 'default',
    })
    if (upstreamCode === 'Client.NetworkError') expect(line.cause).toBe('Error connection-lost')
    expect(line.upstreamMs).toBeGreaterThanOrEqual(0)
    // Only where the same request may succeed.
    const hopeless = /^(UnsupportedRegion|AuthFailure\.(?!SignatureExpire)|Unauth|ResourceUn|InvalidParameter)/
    expect(body.retryAfter === undefined).toBe(hopeless.test(upstreamCode ?? ''))
    if (code === 'upstream-credentials-refused') expect(JSON.stringify(body)).not.toContain(upstreamCode)
  })
})

it('an empty SdkToken is no token', async () => {
  const body = { Response: { SdkToken: ' ', RequestId: '3c140219-cfe9-470e-b241-907877d6fb03' } }
  const server = createServer((_, response) => response.end(JSON.stringify(body))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await using own = await startEndpoint({ FACEID_ENDPOINT: `http://127.0.0.1:${Object(server.address()).port}` })
  const response = await own.post({})
  await answers(response, 'upstream-outcome-unknown')
  expect(await logLineOf(response, own)).toMatchObject({ upstreamCode: 'Client.InvalidResponse' })
  server.close()
})

it('a service that fails may have issued a token, so its token counts', async () => {
  await using own = await startEndpoint({ TOKENS_PER_DAY: '1' })
  own.emulator.faults.add({ fault: { kind: 'error', code: 'ServiceUnavailable' } })
  // The call has ended, so nothing is gained by a longer wait.
  expect(await answers(await own.post({}), 'upstream-outcome-unknown')).toMatchObject({ retryAfter: 1 })
  await answers(await own.post({}), 'budget-exhausted')
  lines.push(...own.lines)
})

/** Sends a request and resets its connection a moment later. */
async function sentAndReset({ worker, apiKey }: RunningEndpoint): Promise<void> {
  const socket = connect(Number(new URL(worker.url).port), '127.0.0.1')
  const head = `POST /v1/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${apiKey}`
  socket.write(`${head}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`)
  await setTimeout(50)
  socket.resetAndDestroy()
}

describe('the log', () => {
  it('tells of throttling that the caller never knew of', async () => {
    await using patient = await startEndpoint(patience)
    patient.emulator.faults.add({ fault: { kind: 'error', code: 'RequestLimitExceeded' } })
    const response = await patient.post({})
    expect(response.status).toBe(201)
    expect(await logLineOf(response, patient)).toMatchObject({ code: 'issued', throttled: 1 })
    lines.push(...patient.lines)
  })

  it('does not log a caller that hangs up as a lack of capacity', async () => {
    await using full = await startEndpoint({ ...patience, QUOTA_PER_SECOND: '1' })
    full.emulator.faults.add({ fault: { kind: 'hang' } })
    full.post({}).catch(() => undefined)
    await expect.poll(() => full.emulator.received().length).toBe(1)
    // Whether it has reached the line when its caller goes can't be seen from here: some will have.
    const hangUp = async () => {
      await sentAndReset(full)
      return full.lines.filter((line) => line.includes('"caller-gone"')).length
    }
    await expect.poll(hangUp).toBeGreaterThan(0)
    expect(full.lines.filter((line) => line.includes('capacity-exhausted'))).toStrictEqual([])
  })
})

describe('what a caller does', () => {
  it.each<[string, unknown, Record<string, string>, ProblemCode]>([
    ['no credentials', {}, { Authorization: '' }, 'credentials-missing'],
    ['wrong credentials', {}, { Authorization: 'Bearer x' }, 'credentials-invalid'],
    ['another content type', '{}', { 'Content-Type': 'text/plain' }, 'content-type-unsupported'],
    ['another charset', '{}', { 'Content-Type': 'application/json; charset=iso-8859-1' }, 'content-type-unsupported'],
    ['no JSON', '{', {}, 'json-invalid'],
    ['another form', [], {}, 'request-invalid'],
    ['a preset that there is not', { preset: 'x' }, {}, 'preset-unknown'],
    ['a parameter that there is not', { parameters: { x: 1 } }, {}, 'parameters-invalid'],
    ['a malformed key', {}, { 'Idempotency-Key': '"' }, 'idempotency-key-invalid'],
    ['too large a body', 'x'.repeat(10 * 1024 * 1024 + 1), {}, 'body-too-large'],
  ])('%s', async (_, body, headers, code) => {
    await answers(await endpoint.post(body, { headers }), code)
  })

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;Charset="UTF-8"',
    'application/json;x=y',
  ])('is understood as %s', async (type) => {
    expect((await endpoint.post({}, { headers: { 'Content-Type': type } })).status).toBe(201)
  })

  it('says in words of its own what is missing where there are no credentials', async () => {
    const { detail, advice } = await answers(
      await endpoint.post({}, { headers: { Authorization: '' } }),
      'credentials-missing',
    )
    expect(detail).toBe('The Authorization header is missing or empty.')
    expect(detail).not.toBe(advice)
  })

  it('the same key for another request, and for one that is under way', async () => {
    const headers = { 'Idempotency-Key': '"k"' }
    await endpoint.post({}, { headers })
    await answers(await endpoint.post({ parameters: { CheckMode: 3 } }, { headers }), 'idempotency-key-reused')
    endpoint.emulator.faults.add({ fault: { kind: 'reset', when: 'after' } })
    const lost = { 'Idempotency-Key': '"lost"' }
    await endpoint.post({}, { headers: lost })
    await answers(await endpoint.post({}, { headers: lost }), 'idempotency-key-in-progress')
  })

  it('a name of its own for the request comes back and stands in the log; one that could forge a line does not', async () => {
    const named = await endpoint.post({}, { headers: { 'X-Request-Id': 'order-12345678' } })
    expect(named.headers.get('X-Request-Id')).toBe('order-12345678')
    expect(await logLineOf(named, endpoint)).toMatchObject({
      requestId: 'order-12345678',
      code: 'issued',
      waitMs: expect.any(Number),
    })
    const forged = await endpoint.post({}, { headers: { 'X-Request-Id': '"},{"a":"' } })
    expect(forged.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('other endpoints', () => {
  it('that have no room, no issuer, no settings or no caller’s allowance say so', async () => {
    const issuer = await startDevelopmentIssuer()
    await using tight = await startEndpoint({
      ...issuer.settings,
      MAX_WAIT_MS: '0',
      QUOTA_PER_SECOND: '1',
      TOKENS_PER_CALLER_PER_HOUR: '1',
      UPSTREAM_TIMEOUT_MS: LONG_MS,
    })
    const asUser = { Authorization: `Bearer ${await issuer.jwtFor('u')}` }
    expect((await tight.post({}, { headers: asUser })).status).toBe(201)
    await answers(await tight.post({}, { headers: asUser }), 'quota-exceeded')
    await tight.holdAllPermits(1)
    await answers(await tight.post({}), 'capacity-exhausted')
    await answers(await tight.post({ parameters: { SecurityLevel: 1 } }, { headers: asUser }), 'parameters-not-allowed')
    lines.push(...tight.lines)
    await issuer.close()

    await using spent = await startEndpoint({ TOKENS_PER_DAY: '1' })
    expect((await spent.post({})).status).toBe(201)
    expect(await answers(await spent.post({}), 'budget-exhausted')).toMatchObject({ retryAfter: 86_400 })
    lines.push(...spent.lines)

    await using broken = await startEndpoint({ MAX_WAIT_MS: 'soon', FACEID_REGION: 'Mars', ...issuer.settings })
    const response = await broken.post({}, { headers: asUser })
    expect(await answers(response, 'endpoint-misconfigured')).toMatchObject({
      detail: 'A setting is missing or invalid.',
    })
    const health = await fetch(`${broken.worker.url}/healthz`)
    expect(health.status).toBe(503)
    const { detail } = await conforming(health, openapi.paths['/healthz'].get)
    expect(detail).toContain('MAX_WAIT_MS should be a whole number of milliseconds from 0 to 24500')
    expect(detail).toContain('FACEID_REGION should be a region such as ap-singapore')
    expect(await logLineOf(response, broken)).toMatchObject({
      invalidSettings: [/MAX_WAIT_MS/, /FACEID_REGION/].map(matching),
    })
    lines.push(...broken.lines)

    await using alone = await startEndpoint(issuer.settings)
    await answers(await alone.post({}, { headers: asUser }), 'issuer-unavailable')
    lines.push(...alone.lines)
  })
})

describe('a setting that can’t be used', () => {
  it.each([
    ['TENCENTCLOUD_SECRET_ID', 'two words'],
    ['TENCENTCLOUD_SECRET_KEY', 'two words'],
    ['TENCENTCLOUD_SESSION_TOKEN', 'two words'],
    ['FACEID_ENDPOINT', 'faceid'],
    ['FACEID_REGION', 'Mars'],
    ['ISSUERS', '{"https://issuer.example":{}}'],
    ['BACKENDS', '{"shop":{}}'],
    ['BINDING_KEYS', ''],
    ['PRESETS', '{'],
    ['QUOTA_PER_SECOND', '0'],
    ['UPSTREAM_TIMEOUT_MS', '5s'],
    ['MAX_WAIT_MS', '-1'],
    ['TOKENS_PER_CALLER_PER_HOUR', 'many'],
    ['SDK_TOKEN_TTL_SECONDS', '1.5'],
    ['CORS_ORIGINS', '*'],
  ] satisfies [SettingName, string][])('%s=%s: /healthz names it, and no token is issued', async (name, value) => {
    await using broken = await startEndpoint({ [name]: value }, { emulator: endpoint.emulator })
    const health = await fetch(`${broken.worker.url}/healthz`)
    expect(health.status).toBe(503)
    // Names inside a setting are for the log: anybody can ask for /healthz.
    expect(await health.clone().text()).not.toMatch(/shop|issuer\.example/)
    expect(await logLineOf(health, broken)).toMatchObject({ invalidSettings: [matching(new RegExp(`^${name} `))] })
    expect(Object(await health.json()).detail).toMatch(new RegExp(`^${name} `))
    await answers(await broken.post({}), 'endpoint-misconfigured')
    lines.push(...broken.lines)
  })
})

describe('other paths', () => {
  const get = (path: string, init?: RequestInit) => fetch(`${endpoint.worker.url}${path}`, init)

  it.each([
    ['/v1/tokens', 'GET', 'POST', openapi.paths['/v1/tokens'].post],
    ['/v1/tokens', 'DELETE', 'POST', openapi.paths['/v1/tokens'].post],
    ['/healthz', 'POST', 'GET, HEAD', openapi.paths['/healthz'].get],
    ['/openapi.json', 'PUT', 'GET, HEAD', openapi.paths['/openapi.json'].get],
    ['/problems/x', 'POST', 'GET, HEAD', openapi.paths['/problems/{code}'].get],
  ])('%s does not take %s', async (path, method, allow, operation) => {
    const response = await get(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe(allow)
    expect(await conforming(response, operation)).toMatchObject({ code: 'method-not-allowed' })
    seen.add('method-not-allowed')
  })

  it('say that all is well as the document describes it', async () => {
    expect(await conforming(await get('/healthz'), openapi.paths['/healthz'].get)).toEqual({
      status: 'ok',
      signing: expect.stringMatching(/^(backdated|present)$/),
    })
  })

  it('nothing else is there', async () => {
    const response = await get('/nothing')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not-found' })
    seen.add('not-found')
  })

  it.each(['/', '/problems/capacity-exhausted'])('%s is a page in browsers and text elsewhere', async (path) => {
    const text = await get(path)
    expect(text.headers.get('Content-Type')).toMatch(/^text\/plain/)
    const page = await get(path, { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })
    expect(page.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(page.headers.get('Vary')).toBe('Accept')
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    const [title = ''] = (await text.text()).split('\n')
    expect(await page.text()).toContain(`<h1>${title}</h1>`)
  })

  it('the first page lists every operation', async () => {
    const home = await (await get('/')).text()
    for (const path of Object.keys(openapi.paths)) if (path !== '/') expect(home).toContain(` ${path}  `)
  })

  it('every problem has its page, which says what to do', async () => {
    for (const [code, { advice, title }] of Object.entries(problems)) {
      const page = await (await get(`/problems/${code}`)).text()
      expect(page).toContain(title)
      expect(page).toContain(advice)
      expect(page).toContain('Idempotency-Key')
    }
    const { code } = await conforming(await get('/problems/none'), openapi.paths['/problems/{code}'].get)
    expect(code).toBe('not-found')
  })

  it('the document is served', async () => {
    const document = Object(await (await get('/openapi.json')).json())
    expect(document.openapi).toBe('3.1.0')
    expect(JSON.stringify(document)).not.toContain('faceid.yaml')
  })

  it('web pages of listed origins may call, others may not', async () => {
    const preflight = (origin: string) =>
      get('/v1/tokens', {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization',
        },
      })
    const allowed = await preflight('https://app.example.com')
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe('https://app.example.com')
    const other = await preflight('https://evil.example')
    expect(other.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('every answer carries headers that keep browsers from guessing', async () => {
    for (const path of ['/healthz', '/openapi.json', '/v1/tokens', '/nowhere']) {
      const { headers } = await get(path)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
      const others = [...headers.keys()].filter((name) =>
        /^(cross-origin|x-|origin-agent|referrer|content-sec)/.test(name),
      )
      expect(others).toStrictEqual(['x-content-type-options', 'x-request-id'])
    }
    // Only pages need a policy for pages.
    const page = await get('/', { headers: { Accept: 'text/html' } })
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })
})

describe('in the end', () => {
  it('every answer of the table has been seen', () => {
    const elsewhere = [
      // test/worker: the object can't be had, and Cloudflare's rate limiting, which other machines lack.
      'gate-unavailable',
      'too-many-requests',
      // test/worker/bodies.test.ts
      'body-too-slow',
      // test/worker/app-check.test.ts
      'app-unverified',
      // backends.test.ts
      'scope-insufficient',
      // results.test.ts
      'result-expired',
      'result-not-found',
      // Nothing is known that leads to it; the fuzz test looks for it.
      'internal-error',
    ]
    expect([...seen, ...elsewhere].sort()).toStrictEqual(Object.keys(problems).sort())
  })

  it('every line of a request is one JSON object, and none holds a secret', () => {
    const all = [...endpoint.lines, ...lines]
    const requests = all.filter((line) => line.startsWith('{"requestId"'))
    expect(requests.length).toBeGreaterThan(40)
    for (const line of requests) {
      expect(JSON.parse(line)).toMatchObject({
        requestId: expect.any(String),
        status: expect.any(Number),
        durationMs: expect.any(Number),
      })
    }
    expect(all.filter((line) => !line.startsWith('{'))).toStrictEqual([])
    for (const secret of [endpoint.apiKey, 'emulator-development-key', 'TC3-HMAC', 'Signature=', 'eyJ', 'sdkToken']) {
      expect(all.join('\n')).not.toContain(secret)
    }
  })
})

describe('the document', () => {
  it('describes the requests that are taken, and no others', () => {
    expect(isDescribedRequest({})).toBe(true)
    expect(isDescribedRequest({ preset: 'default', parameters: { IdCardType: 'HK' } })).toBe(true)
    expect(isDescribedRequest({ parameters: { CheckMode: 2 } })).toBe(false)
    expect(isDescribedRequest({ parameter: {} })).toBe(false)
  })
})
