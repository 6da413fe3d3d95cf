// The whole endpoint in workerd, with a dataset of the test's in the place of the Analytics Engine.
import { createExecutionContext, reset, waitOnExecutionContext } from 'cloudflare:test'
import { env, tracing } from 'cloudflare:workers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { app } from '../../src/app.ts'
import { sha256Hex } from '../../src/hash.ts'
import { metricColumns } from '../../src/log/metrics.ts'

const ISSUER = 'https://metrics.example'
const API_KEY = 'tc3e_metrics'
const points: AnalyticsEngineDataPoint[] = []
const spans: string[] = []

beforeEach(() => {
  points.length = 0
  spans.length = 0
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await reset()
})

const dataset = { writeDataPoint: (point: AnalyticsEngineDataPoint) => void points.push(point) }

async function send(credentials: string, body: object, path = '/v1/tokens', bindings: object = { METRICS: dataset }) {
  const BACKENDS = { shop: { keys: [await sha256Hex(API_KEY)] } }
  const ISSUERS = { [ISSUER]: { jwksUrl: `${ISSUER}/jwks`, audience: 'endpoint' } }
  const context = createExecutionContext()
  const enterSpan: Tracing['enterSpan'] = (name, work, ...args) => {
    spans.push(name)
    return tracing.enterSpan(name, work, ...args)
  }
  Object.assign(context, { tracing: { enterSpan } })
  const headers = { Authorization: `Bearer ${credentials}`, 'Content-Type': 'application/json' }
  const request = new Request(`https://endpoint.example${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  const response = await app.fetch(request, { ...env, BACKENDS, ISSUERS, METRICS: undefined, ...bindings }, context)
  await waitOnExecutionContext(context)
  return response
}

/** A data point by the names of its columns. */
function named({ indexes = [], blobs = [], doubles = [] }: AnalyticsEngineDataPoint = {}): Record<string, unknown> {
  const values = new Map<string, unknown>([
    ['index1', indexes[0]],
    ...blobs.map((value, i) => [`blob${i + 1}`, value] as const),
    ...doubles.map((value, i) => [`double${i + 1}`, value] as const),
  ])
  expect([...values.keys()]).toStrictEqual(metricColumns.map(([column]) => column))
  return Object.fromEntries(metricColumns.map(([column, name]) => [name, values.get(column)]))
}

const tencentIssues = () =>
  vi.stubGlobal('fetch', async () => Response.json({ Response: { SdkToken: 'token', RequestId: crypto.randomUUID() } }))

it('a token of a backend is one data point, with its name, the preset, the wait and the call', async () => {
  tencentIssues()
  expect((await send(API_KEY, { parameters: { Extra: 'secret text' } })).status).toBe(201)
  expect(points.map(named)).toStrictEqual([
    {
      caller: 'backend:shop',
      code: 'issued',
      path: '/v1/tokens',
      preset: 'default',
      reason: '',
      status: 201,
      durationMs: expect.any(Number),
      waitMs: expect.any(Number),
      upstreamMs: expect.any(Number),
      throttled: 0,
    },
  ])
  expect(named(points[0]).waitMs).toBeGreaterThanOrEqual(0)
  expect(named(points[0]).upstreamMs).toBeGreaterThanOrEqual(0)
  expect(JSON.stringify(points)).not.toContain('secret text')
})

it('the wait and the call are spans', async () => {
  tencentIssues()
  expect((await send(API_KEY, {})).status).toBe(201)
  expect(spans).toStrictEqual(['gate.wait', 'upstream.call'])
})

it('app users are counted together: nothing in a data point distinguishes them', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'metrics' }]
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) =>
    (input instanceof Request ? input.url : String(input)).startsWith(ISSUER)
      ? Response.json({ keys })
      : Response.json({ Response: { SdkToken: 'token', RequestId: crypto.randomUUID() } }),
  )
  for (const sub of ['alice', 'bob']) {
    const jwt = new SignJWT({ iss: ISSUER, aud: 'endpoint', sub }).setExpirationTime('1h')
    expect(
      (await send(await jwt.setProtectedHeader({ alg: 'ES256', kid: 'metrics' }).sign(privateKey), {})).status,
    ).toBe(201)
  }
  const times = { durationMs: 0, waitMs: 0, upstreamMs: 0 }
  const [alice, bob] = points.map((point) => ({ ...named(point), ...times }))
  expect(alice).toMatchObject({ caller: 'app-users', code: 'issued' })
  expect(bob).toStrictEqual(alice)
})

it.each([
  [
    'a wrong key',
    'wrong',
    {},
    '/v1/tokens',
    { caller: 'nobody', code: 'credentials-invalid', reason: 'api-key', path: '/v1/tokens' },
  ],
  [
    'a preset that is not ours',
    API_KEY,
    { preset: 'my-own-text' },
    '/v1/tokens',
    { caller: 'backend:shop', code: 'preset-unknown', preset: '' },
  ],
  ['a path of its own', API_KEY, {}, '/v1/my-own-text', { caller: 'nobody', code: 'not-found', path: 'other' }],
])('%s is a data point without the text of the caller', async (_, credentials, body, path, expected) => {
  await send(credentials, body, path)
  expect(points.map(named)).toStrictEqual([expect.objectContaining({ ...expected, waitMs: -1, upstreamMs: -1 })])
  expect(JSON.stringify(points)).not.toContain('my-own-text')
})

it.each([
  ['no dataset', {}],
  [
    'a dataset that fails',
    {
      METRICS: {
        writeDataPoint: () => {
          throw new Error('limit')
        },
      },
    },
  ],
])('with %s tokens are issued all the same', async (_, bindings) => {
  tencentIssues()
  expect((await send(API_KEY, {}, '/v1/tokens', bindings)).status).toBe(201)
  expect(points).toStrictEqual([])
})
