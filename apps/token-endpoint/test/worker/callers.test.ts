// The whole endpoint in workerd, with Tencent Cloud behind a fetch of the test's.
import { createExecutionContext, reset, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { app } from '../../src/app.ts'
import { sha256Hex } from '../../src/hash.ts'

let tokens = 0

beforeEach(() => {
  tokens = 0
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.stubGlobal('fetch', async () =>
    Response.json({ Response: { SdkToken: `token-${tokens++}`, RequestId: crypto.randomUUID() } }),
  )
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await reset()
})

async function send(path: string, headers: Record<string, string>, body: BodyInit, bindings: object = {}) {
  const BACKENDS = {
    shop: { keys: [await sha256Hex('key-of-shop')], scopes: ['issue', 'results'] },
    desk: { keys: [await sha256Hex('key-of-desk')] },
  }
  const issuer = (host: string) => ({ jwksUrl: `https://${host}/jwks`, audience: 'endpoint' })
  const ISSUERS = { 'https://one.example': issuer('one.example'), 'https://two.example': issuer('two.example') }
  const context = createExecutionContext()
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body }
  const request = new Request(`https://endpoint.example${path}`, init)
  const response = await app.fetch(request, { ...env, BACKENDS, ISSUERS, ...bindings }, context)
  await waitOnExecutionContext(context)
  return { request, status: response.status, answer: Object(await response.json()) }
}

const forged = `${btoa('{"alg":"none"}')}.${btoa('{"iss":"https://one.example","sub":"a"}')}.`
const useless: Record<string, string>[] = [
  {},
  { Authorization: '' },
  { Authorization: 'Basic a2V5LW9mLXNob3A6' },
  { Authorization: 'Bearer' },
  { Authorization: 'Bearer key-of-nobody' },
  { Authorization: `Bearer ${forged.replaceAll('=', '')}` },
  { Authorization: 'Bearer key-of-shop, Bearer key-of-shop' },
  { 'X-Api-Key': 'key-of-shop' },
]

it.each(['/v1/tokens', '/v1/results'])(
  'without valid credentials %s reads no body, and reaches neither the rate limits, the gate nor Tencent',
  async (path) => {
    const unreachable = () => {
      throw new Error('reached')
    }
    const bindings = {
      GATE: { getByName: unreachable },
      RATE_LIMIT: { limit: unreachable },
      READ_RATE_LIMIT: { limit: unreachable },
    }
    for (const headers of useless) {
      const { request, status } = await send(path, headers, '{}', bindings)
      expect([headers, status, request.bodyUsed]).toStrictEqual([headers, 401, false])
    }
    expect(tokens).toBe(0)
  },
)

it('the Idempotency-Key of one caller says nothing of that of another', async () => {
  const keyed = (key: string) => ({ Authorization: `Bearer ${key}`, 'Idempotency-Key': '"order-1"' })
  const first = await send('/v1/tokens', keyed('key-of-shop'), '{}')
  const other = await send('/v1/tokens', keyed('key-of-desk'), '{}')
  const again = await send('/v1/tokens', keyed('key-of-shop'), '{}')
  expect([first, other, again].map(({ answer }) => answer.sdkToken)).toStrictEqual(['token-0', 'token-1', 'token-0'])
})

it('where several issuers are trusted, a backend that names a user has to name its issuer', async () => {
  const ask = (user: object) =>
    send('/v1/results', { Authorization: 'Bearer key-of-shop' }, JSON.stringify({ sdkToken: 'x', receipt: 'y', user }))
  expect(await ask({ sub: 'a' })).toMatchObject({
    status: 400,
    answer: { code: 'request-invalid', detail: '"user" should have "iss": this endpoint trusts several issuers.' },
  })
  expect((await ask({ iss: 'https://one.example', sub: 'a' })).answer).toMatchObject({ code: 'result-not-found' })
})
