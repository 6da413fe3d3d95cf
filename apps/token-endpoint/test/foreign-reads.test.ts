import { developmentCredential } from '@tc3-edge/emulator'
import { type RunningEmulator, startEmulator } from '@tc3-edge/emulator/node'
import type { Decision } from '@tc3-edge/gate'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../dev/issuer.ts'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import { createExtra, createReceipt, type Owner } from '../src/ownership/binding.ts'
import { parseBindingKeys } from '../src/settings/binding-keys.ts'
import { BINDING_KEYS, bindingKeys, DAY_SECONDS, type Verification, verificationOf } from './verification.ts'

// The app itself, in this process: 10,000 requests are quick, and what each of them computes can be watched. Its types are
// those of a Worker, which exclude Node's.
const source = '../src/app.ts'
const { app }: { app: { fetch: (request: Request, env: object, context: object) => Promise<Response> } } = await import(
  source
)

const READS = 10_000
const OUTCOMES = ['passed', 'no-extra', 'unfinished-error', '1005'] as const
const USERS = ['alice', 'bob', 'carol', 'mallory'] as const
type User = (typeof USERS)[number]

let issuer: DevelopmentIssuer
let emulator: RunningEmulator
let acquired = 0
const jwts = new Map<User, string>()
const owned = new Map<
  User,
  { readonly fresh: Verification; readonly other: Verification; readonly stale: Verification }
>()

const ownerOf = (user: User): Owner => ({ kind: 'app-user', issuer: issuer.issuer, subject: user })

beforeAll(async () => {
  issuer = await startDevelopmentIssuer()
  emulator = await startEmulator({ requestsPerSecond: 'unlimited' })
  for (const user of USERS) {
    jwts.set(user, await issuer.jwtFor(user))
    owned.set(user, {
      fresh: await verificationOf(ownerOf(user), emulator.url),
      other: await verificationOf(ownerOf(user), emulator.url),
      stale: await verificationOf(ownerOf(user), emulator.url, { age: 3 * DAY_SECONDS }),
    })
  }
  emulator.clear()
})
afterAll(async () => {
  await emulator.close()
  await issuer.close()
})
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** A gate that grants whatever it is asked for. */
const gate = {
  acquire: async ({ id }: { readonly id: string }): Promise<Decision> => {
    acquired++
    const timestamp = Math.floor(Date.now() / 1_000)
    return { kind: 'granted', id, timestamp, signing: 'present', expiresInMs: 300_000, waitedMs: 0 }
  },
  complete: async () => ({ fenced: false }),
}

const bindings = () => ({
  TENCENTCLOUD_SECRET_ID: developmentCredential.secretId,
  TENCENTCLOUD_SECRET_KEY: developmentCredential.secretKey,
  FACEID_ENDPOINT: emulator.url,
  FACEID_REGION: 'ap-singapore',
  BINDING_KEYS,
  ...issuer.settings,
  GATE: { getByName: () => gate },
})
let env: ReturnType<typeof bindings> | undefined

/** `more`: further bindings. */
function read(user: User, body: object, more?: object): Promise<Response> {
  env ??= bindings()
  return post('/v1/results', user, body, more === undefined ? env : { ...env, ...more })
}

async function post(path: string, user: User, body: object, env: object, given = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${jwts.get(user)}`, 'Content-Type': 'application/json', ...given }
  const request = new Request(`http://endpoint${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} }
  return await app.fetch(request, env, context)
}

const of = (user: User) => owned.get(user) ?? expect.fail(`${user} owns nothing`)
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] ?? expect.fail('an empty list')
const forged = parseBindingKeys(`[{"kid":"test","key":"${btoa('-'.repeat(32))}"}]`)

/** The one attempt whose reader owns the token. */
const STALE = 'its own token of three days ago'

/** What somebody tries who reads without right; `n` varies it. */
const attempts: Readonly<Record<string, (reader: User, victim: User, n: number) => object | Promise<object>>> = {
  'the token and the receipt of another user': (_, victim) => of(victim).fresh,
  'the stale token of another user': (_, victim) => of(victim).stale,
  'the token of another user with its own receipt': (reader, victim) => ({
    ...of(victim).fresh,
    receipt: of(reader).fresh.receipt,
  }),
  'its own token with the receipt of another': (reader) => ({ ...of(reader).fresh, receipt: of(reader).other.receipt }),
  'no receipt': (_, victim) => ({ sdkToken: of(victim).fresh.sdkToken }),
  'a receipt that is changed in one place': (reader, _, n) => {
    const { sdkToken, receipt } = of(reader).fresh
    const at = n % receipt.length
    return { sdkToken, receipt: receipt.slice(0, at) + (receipt[at] === 'a' ? 'b' : 'a') + receipt.slice(at + 1) }
  },
  'a receipt by a key of its own': async (reader, victim) => {
    const { sdkToken } = of(victim).fresh
    return { sdkToken, receipt: await createReceipt(forged, ownerOf(reader), now(), sdkToken) }
  },
  'the Extra of its own token, written as a receipt': async (reader) => {
    const { sdkToken } = of(reader).fresh
    const extra = await createExtra(bindingKeys, ownerOf(reader), now())
    return { sdkToken, receipt: extra.replace(/^t1/, 'r1') }
  },
  'a receipt of another form': (reader, _, n) => ({
    ...of(reader).fresh,
    receipt: pick(['', 'r1', 'r'.repeat(3_000), 'r1.test.-1.default.A', `${of(reader).fresh.receipt}=`], n),
  }),
  'a receipt of a key that is gone': (reader) => {
    const { sdkToken, receipt } = of(reader).fresh
    return { sdkToken, receipt: receipt.replace('.test.', '.gone.') }
  },
  'a token that nobody issued': (reader, _, n) => ({ ...of(reader).fresh, sdkToken: `guess-${n}` }),
  [STALE]: (reader) => of(reader).stale,
}

const now = () => ({ issuedAt: Math.floor(Date.now() / 1_000), preset: 'default' })

it(`${READS} foreign, forged and stale reads: none is answered, none reaches the gate or Tencent`, async () => {
  const statuses = new Map<string, number>()
  const responses = new Set<string>()
  for (let n = 0; n < READS; n++) {
    // Whatever Tencent would say.
    if (n % 2_500 === 0) emulator.verifications.choose({ outcome: pick(OUTCOMES, n / 2_500) })
    const reader = pick(USERS, n)
    const victim = pick(USERS, n + 1 + (n % 3))
    const [name, attempt] = pick(Object.entries(attempts), Math.floor(n / USERS.length))
    const response = await read(reader, await attempt(reader, victim, n))
    const key = `${response.status} ${name}`
    statuses.set(key, (statuses.get(key) ?? 0) + 1)
    const { requestId: _, ...problem } = Object(await response.json())
    const headers = [...response.headers].filter(([header]) => header !== 'x-request-id')
    responses.add(JSON.stringify([problem, headers]))
  }
  expect([...statuses.keys()].sort()).toStrictEqual(
    Object.keys(attempts)
      .map((name) => (name === STALE ? `410 ${name}` : `404 ${name}`))
      .sort(),
  )
  // A 404 and a 410.
  expect([...responses]).toHaveLength(2)
  expect(acquired).toBe(0)
  expect(emulator.received()).toStrictEqual([])

  // The owners' reads are answered.
  emulator.verifications.choose({ outcome: 'passed' })
  for (const user of USERS) expect((await read(user, of(user).fresh)).status).toBe(200)
  expect(emulator.received()).toHaveLength(USERS.length)
})

it('a token that was stored for its key is replayed with its receipt, which is read only while the key that signed it is listed', async () => {
  const { sdkToken, receipt } = of('alice').fresh
  const stored = JSON.stringify({ sdkToken, receipt, requestId: 'stored', issuedAt: Date.now() })
  const replay = vi.spyOn(gate, 'acquire').mockResolvedValue({ kind: 'replayed', id: 'any', answer: stored })
  const send = (path: string, keys: string, body: object) =>
    post(path, 'alice', body, { ...bindings(), BINDING_KEYS: keys }, { 'Idempotency-Key': '"once"' })
  const other = makeBindingKey('new')
  const [both, replaced] = [`[${other},${BINDING_KEYS.slice(1)}`, `[${other}]`]
  for (const keys of [both, replaced]) {
    const issued = await send('/v1/tokens', keys, {})
    expect(await issued.json()).toMatchObject({ sdkToken, receipt, requestId: 'stored' })
  }
  replay.mockRestore()
  expect((await send('/v1/results', both, { sdkToken, receipt })).status).toBe(200)
  expect((await send('/v1/results', replaced, { sdkToken, receipt })).status).toBe(404)
})

it('every refusal computes the same: how long it takes tells nothing', async () => {
  const computed = []
  const operations = ['sign', 'verify', 'digest', 'importKey', 'deriveKey'] as const
  for (const [name, attempt] of Object.entries(attempts)) {
    const body = await attempt('mallory', 'alice', 40)
    // Once before, so that keys are derived.
    await read('mallory', body)
    const spies = operations.map((operation) => vi.spyOn(crypto.subtle, operation))
    const { status } = await read('mallory', body)
    expect(status, name).toBe(name === STALE ? 410 : 404)
    computed.push([name, spies.map(({ mock }) => mock.calls.length)])
    for (const spy of spies) spy.mockRestore()
  }
  const counts = new Set(computed.map(([, count]) => String(count)))
  expect([...counts], JSON.stringify(computed)).toHaveLength(1)
  expect(String([...counts])).not.toBe('0,0,0,0,0')
})

it('a caller that reads too often is refused by a limit of its own, and Tencent is not asked', async () => {
  const keys: unknown[] = []
  const limit = async ({ key }: { readonly key: string }) => {
    keys.push(key)
    return { success: false }
  }
  const before = emulator.received().length
  const response = await read('alice', of('alice').fresh, { READ_RATE_LIMIT: { limit } })
  expect([response.status, response.headers.get('Retry-After')]).toStrictEqual([429, '10'])
  await read('bob', of('bob').fresh, { READ_RATE_LIMIT: { limit } })
  expect(new Set(keys).size).toBe(2)
  expect(emulator.received().length).toBe(before)
  // That of tokens is another.
  expect((await read('alice', of('alice').fresh, { RATE_LIMIT: { limit } })).status).toBe(200)
})
