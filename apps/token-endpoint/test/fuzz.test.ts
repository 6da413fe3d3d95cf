import fc from 'fast-check'
import { expect, it } from 'vitest'
import { startDevelopmentIssuer } from '../dev/issuer.ts'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import { makeApiKey } from '../dev/make-key.ts'
import { sha256Hex } from '../src/hash.ts'
import { startEndpoint } from './running-endpoint.ts'

/** The full attack is run by hand: `FUZZ_REQUESTS=50000 vitest run test/fuzz.test.ts`. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 3_000)
const IN_FLIGHT = 32

interface Attempt {
  path: string
  method: string
  headers: Record<string, string>
  body: string | undefined
}

it(`${REQUESTS} fuzzed requests: never a 500, never a crash, never a secret`, async () => {
  const issuer = await startDevelopmentIssuer()
  const bindingKey = makeBindingKey()
  await using endpoint = await startEndpoint(
    {
      ...issuer.settings,
      BINDING_KEYS: `[${bindingKey}]`,
      QUOTA_PER_SECOND: '200',
      TOKENS_PER_CALLER_PER_HOUR: '100000',
      MAX_WAIT_MS: '500',
    },
    {
      access: makeApiKey('test', { scopes: ['issue', 'results'], tokensPerHour: 1_000_000 }),
      emulatorOptions: { requestsPerSecond: 1_000 },
    },
  )
  const subject = 'subject-of-the-fuzz'
  const jwt = await issuer.jwtFor(subject)
  const attempts = fc.sample(attempt([endpoint.apiKey, jwt], { iss: issuer.issuer, sub: subject }), {
    numRuns: REQUESTS,
    seed: 20_261_122,
  })
  const good = attempts.filter(({ headers }) =>
    [endpoint.apiKey, jwt].some((token) => headers.Authorization?.endsWith(token)),
  )
  expect(good.length).toBeGreaterThan(REQUESTS / 3)

  const statuses = new Map<number, number>()
  const secrets = [endpoint.apiKey, jwt, 'emulator-development-key', 'Signature=', JSON.parse(bindingKey).key]
  // Who a user is, also as a hash that guesses can reverse, and what proves to whom a token was issued.
  const personal = [subject, issuer.issuer, await sha256Hex(JSON.stringify([issuer.issuer, subject]))]
  const send = async ({ path, body, ...init }: Attempt) => {
    const response = await fetch(`${endpoint.worker.url}${path}`, { ...init, body: body ?? null })
    const text = `${JSON.stringify([...response.headers])}${await response.text()}`
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    if (response.status === 500) expect.fail(`500 for ${JSON.stringify({ path, body, ...init })}`)
    for (const secret of [...secrets, ...personal]) expect(text).not.toContain(secret)
  }
  const queue = attempts.values()
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (const next of queue) await send(next)
    }),
  )
  console.log('Answers by status:', Object.fromEntries([...statuses].sort()))
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS)
  expect(endpoint.emulator.report().received).toBeGreaterThan(REQUESTS / 20)
  expect((await fetch(`${endpoint.worker.url}/healthz`)).status).toBe(200)
  const printed = endpoint.lines.join('\n')
  for (const secret of [...secrets, ...personal]) expect(printed).not.toContain(secret)
  expect(printed).toMatch(/"path":"\/v1\/results","status":404/)
  expect(printed).toMatch(/"caller":"user:[0-9a-f]{16}"/)
  expect(printed).not.toMatch(/[rt]1\.[a-z0-9]{1,8}\.\d+\./)
  expect(printed).not.toContain('internal-error')
  await issuer.close()
}, 300_000)

/** A request that is right in some places and wild in others. */
function attempt(
  tokens: readonly string[],
  user: { readonly iss: string; readonly sub: string },
): fc.Arbitrary<Attempt> {
  const visible = fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 40,
  })
  const token = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...tokens) },
    { weight: 1, arbitrary: visible },
    { weight: 1, arbitrary: fc.constantFrom('a.b.c', '..', 'eyJhbGciOiJub25lIn0.e30.', `${tokens[1]}x`) },
  )
  const authorization = fc.oneof(
    { weight: 8, arbitrary: token.map((value) => `Bearer ${value}`) },
    { weight: 1, arbitrary: visible },
    { weight: 1, arbitrary: fc.constant('') },
  )
  const parameters = fc.record(
    {
      CheckMode: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.jsonValue()),
      SecurityLevel: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.jsonValue()),
      IdCardType: fc.oneof(fc.constantFrom('HK', 'ML', 'hk', '__proto__'), fc.string()),
      Extra: fc.string({ unit: 'binary' }),
      CompareImage: fc.oneof(fc.base64String(), fc.string()),
      ActionList: fc.constantFrom('blink', 'nod,shake', 'nod,nod', ''),
      NeedVerifyIdCard: fc.oneof(fc.boolean(), fc.jsonValue()),
      constructor: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  const proof = fc.record(
    {
      sdkToken: fc.oneof(fc.uuid(), fc.string(), fc.jsonValue()),
      receipt: fc.oneof(fc.constant(`r1.a.1790000000.default.${'A'.repeat(43)}`), fc.string(), fc.jsonValue()),
      user: fc.oneof(fc.constantFrom(user, { sub: user.sub }, { sub: '\ud800' }, null, [user]), fc.jsonValue()),
    },
    { requiredKeys: ['sdkToken', 'receipt'] },
  )
  const body = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('{}', '{"parameters":{"IdCardType":"HK"}}') },
    {
      weight: 4,
      arbitrary: fc
        .record({ preset: fc.constantFrom('default', 'x', '__proto__'), parameters }, { requiredKeys: [] })
        .map((value) => JSON.stringify(value)),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '[',
        '{"a":1,"a":2}',
        '['.repeat(5_000),
        '"'.repeat(3),
        '{"parameters":{"Extra":"\\ud800"}}',
      ),
    },
  )
  const headers = fc.record(
    {
      Authorization: authorization,
      'Content-Type': fc.oneof(
        { weight: 6, arbitrary: fc.constant('application/json') },
        { weight: 1, arbitrary: visible },
      ),
      'Idempotency-Key': fc.oneof(
        visible,
        visible.map((key) => `"${key.replaceAll(/["\\]/g, '')}"`),
        fc.constant('"shared"'),
      ),
      'X-Request-Id': visible,
      Origin: fc.webUrl(),
    },
    { requiredKeys: ['Authorization', 'Content-Type'] },
  )
  const target = fc.oneof(
    { weight: 12, arbitrary: fc.constant({ path: '/v1/tokens', method: 'POST' }) },
    { weight: 1, arbitrary: fc.constant({ path: '/v1/results', method: 'POST' }) },
    {
      weight: 1,
      arbitrary: fc.record({ path: fc.webPath(), method: fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS', 'HEAD') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        path: fc.constantFrom('/v1/tokens', '/v1/', '/healthz', '/problems/x', '//', '/v1/tokens/..'),
        method: fc.constantFrom('GET', 'PATCH', 'OPTIONS', 'DELETE'),
      }),
    },
  )
  return fc.tuple(target, headers, body, proof).map(([{ path, method }, given, text, proven]) => ({
    path: path.startsWith('/') ? path : `/${path}`,
    method,
    headers: Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined && value.trim() === value),
    ),
    body: ['GET', 'HEAD'].includes(method) ? undefined : path === '/v1/results' ? JSON.stringify(proven) : text,
  }))
}
