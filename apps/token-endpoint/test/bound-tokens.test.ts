import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../dev/issuer.ts'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import { makeApiKey } from '../dev/make-key.ts'
import { sha256Hex } from '../src/hash.ts'
import { createExtra, MAX_EXTRA_TEXT_LENGTH, type Owner, verifyExtra, verifyReceipt } from '../src/ownership/binding.ts'
import { parseBindingKeys } from '../src/settings/binding-keys.ts'
import { conforming } from './conforms.ts'
import { type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

const BINDING_KEYS = `[${makeBindingKey('a')}]`
const keys = parseBindingKeys(BINDING_KEYS)
const [shop, leaked] = [makeApiKey('shop'), makeApiKey('leaked', { scopes: ['issue', 'results'] })]
const backends = { ...JSON.parse(shop.entry), ...JSON.parse(leaked.entry) }
const owners = { shop: { kind: 'backend', name: 'shop' }, leaked: { kind: 'backend', name: 'leaked' } } as const

let issuer: DevelopmentIssuer
let alice: Owner
let endpoint: RunningEndpoint
beforeAll(async () => {
  issuer = await startDevelopmentIssuer()
  alice = { kind: 'app-user', issuer: issuer.issuer, subject: 'alice' }
  endpoint = await startEndpoint(
    {
      ...issuer.settings,
      BACKENDS: JSON.stringify(backends),
      BINDING_KEYS,
      PRESETS: '{"default": {"appUsers": {}}, "liveness": {"fixed": {"CheckMode": 3}}}',
      QUOTA_PER_SECOND: '200',
      UPSTREAM_TIMEOUT_MS: '20000',
    },
    { emulatorOptions: { requestsPerSecond: 1_000 } },
  )
})
afterAll(async () => {
  await endpoint.stop()
  await issuer.close()
})

const send = (credential: string, body: object = {}, headers: Record<string, string> = {}) =>
  endpoint.post(body, { headers: { Authorization: `Bearer ${credential}`, ...headers } })
const lastExtra = () => String(endpoint.emulator.received().at(-1)?.extra)
const issueIn = (extra: string) => {
  const [, , iat, preset = ''] = extra.split('.')
  return { issuedAt: Number(iat), preset }
}

describe('the Extra of a backend', () => {
  it('comes back as it was given, behind what the endpoint writes', async () => {
    expect((await send(shop.key, { parameters: { Extra: 'order 4711. 身份' } })).status).toBe(201)
    expect(await verifyExtra(keys, lastExtra(), owners.shop, issueIn(lastExtra()))).toBe('order 4711. 身份')
  })

  it('may be as long as there is room', async () => {
    expect((await send(shop.key, { parameters: { Extra: '😀'.repeat(MAX_EXTRA_TEXT_LENGTH) } })).status).toBe(201)
    expect([...lastExtra()].length).toBeLessThanOrEqual(1_024)
  })

  it.each<readonly [string, unknown, string]>([
    ['too long', 'x'.repeat(MAX_EXTRA_TEXT_LENGTH + 1), 'Extra should have at most 895 characters'],
    ['half a character', 'a\ud800', 'Extra should be Unicode text'],
    ['a number', 7, 'Extra should be a string'],
    ['nothing', null, 'Extra should be a string'],
    ...[' a', 'a ', '\ta', 'a\n', '\0a', 'a\0', 'a\u0085', 'a\u00a0', '\u3000', '\ufeffa'].map(
      (text) => ['a text that may be trimmed', text, 'Extra should neither begin nor end with white space'] as const,
    ),
  ])('is refused as %s', async (_, Extra, message) => {
    const before = endpoint.emulator.received().length
    expect(await conforming(await send(shop.key, { parameters: { Extra } }))).toMatchObject({
      code: 'parameters-invalid',
      errors: [{ parameter: 'Extra', message: expect.stringContaining(message) }],
    })
    expect(endpoint.emulator.received()).toHaveLength(before)
  })
})

it('whatever a backend with a leaked key writes into Extra, it is its own text and binds the token to nobody else', async () => {
  await send(await issuer.jwtFor('alice'))
  const ofAlice = lastExtra()
  await send(shop.key, { parameters: { Extra: 'paid' } })
  const ofShop = lastExtra()
  // A result of an easier check would pass for one of the default preset.
  await send(leaked.key, { preset: 'liveness' })
  const easier = lastExtra()
  const otherKey = await createExtra(parseBindingKeys(`[${makeBindingKey('a')}]`), alice, issueIn(ofAlice))
  const copies = [ofAlice, ofShop, easier, easier.replace('.liveness.', '.default.'), otherKey]
  const part = fc.oneof(fc.constantFrom(...copies), fc.constantFrom('.', '\0', ' ', 't1', 'a'), fc.string())
  const texts = fc.sample(fc.array(part, { minLength: 1, maxLength: 3 }), { numRuns: 100, seed: 20 })

  for (const Extra of [
    ...copies,
    ...texts.map((parts) => parts.join('')).filter((text) => !/^$|^[\s\p{Cc}]|[\s\p{Cc}]$/u.test(text)),
  ]) {
    const preset = Extra.length % 2 === 0 ? 'default' : 'liveness'
    expect((await send(leaked.key, { preset, parameters: { Extra } })).status).toBe(201)
    const written = lastExtra()
    expect(written.endsWith(`.${Extra}`)).toBe(true)
    const issue = issueIn(written)
    expect(await verifyExtra(keys, written, owners.leaked, issue)).toBe(Extra)
    expect(issue.preset).toBe(preset)
    const issues = [issue, { ...issue, preset: 'default' }, issueIn(ofAlice), issueIn(ofShop)]
    for (const owner of [alice, owners.shop]) {
      for (const claimed of issues) expect(await verifyExtra(keys, written, owner, claimed)).toBeUndefined()
    }
    const swapped = { ...issue, preset: preset === 'default' ? 'liveness' : 'default' }
    expect(await verifyExtra(keys, written, owners.leaked, swapped)).toBeUndefined()
  }
})

it('a check with a leaked key is read as nobody else’s, and not as one of a stricter preset', async () => {
  const issue = async (credential: string, body = {}) => Object(await (await send(credential, body)).json())
  const jwt = await issuer.jwtFor('alice')
  const ofAlice = await issue(jwt)
  const extraOfAlice = lastExtra()
  const { sdkToken, receipt } = await issue(leaked.key, { preset: 'liveness', parameters: { Extra: extraOfAlice } })
  const read = async (credential: string, body: object) => {
    const response = await fetch(`${endpoint.worker.url}/v1/results`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${credential}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, preset: Object(await response.json()).preset }
  }
  const user = { sub: 'alice' }
  const before = endpoint.emulator.received().length
  for (const [credential, body] of [
    [leaked.key, { sdkToken, receipt, user }],
    [leaked.key, { sdkToken, receipt: ofAlice.receipt, user }],
    [leaked.key, { sdkToken, receipt: extraOfAlice.replace('t1', 'r1'), user }],
    [leaked.key, { sdkToken, receipt: receipt.replace('.liveness.', '.default.') }],
    [leaked.key, { sdkToken: ofAlice.sdkToken, receipt: ofAlice.receipt }],
    [jwt, { sdkToken, receipt }],
    [jwt, { sdkToken, receipt: ofAlice.receipt }],
  ] as const) {
    expect(await read(credential, body)).toStrictEqual({ status: 404, preset: undefined })
  }
  expect(endpoint.emulator.received()).toHaveLength(before)
  expect(await read(leaked.key, { sdkToken, receipt })).toStrictEqual({ status: 200, preset: 'liveness' })
  const handedOver = { sdkToken: ofAlice.sdkToken, receipt: ofAlice.receipt, user }
  expect(await read(leaked.key, handedOver)).toStrictEqual({ status: 200, preset: 'default' })

  const printed = endpoint.lines.join('\n')
  expect(printed).toMatch(/"path":"\/v1\/results".*"caller":"user:[0-9a-f]{16}"/)
  for (const personal of ['alice', issuer.issuer, await sha256Hex(JSON.stringify([issuer.issuer, 'alice']))]) {
    expect(printed).not.toContain(personal)
  }
  for (const proof of [extraOfAlice, receipt, ofAlice.receipt, sdkToken]) expect(printed).not.toContain(proof)
})

describe('a receipt', () => {
  it('is of the caller, its token and its preset', async () => {
    const { sdkToken, receipt } = Object(await (await send(leaked.key, { preset: 'liveness' })).json())
    const issue = issueIn(lastExtra())
    expect(await verifyReceipt(keys, receipt, owners.leaked, sdkToken)).toStrictEqual(issue)
    expect(await verifyReceipt(keys, receipt, owners.shop, sdkToken)).toBeUndefined()
    expect(await verifyReceipt(keys, receipt.replace('liveness', 'default'), owners.leaked, sdkToken)).toBeUndefined()
  })

  it('is the same when its Idempotency-Key is repeated', async () => {
    const repeat = async () => {
      const response = await send(shop.key, {}, { 'Idempotency-Key': '"once"' })
      const { expiresIn, ...token } = Object(await response.json())
      return token
    }
    const first = await repeat()
    expect(first.receipt).toMatch(/^r1\.a\./)
    expect(await repeat()).toStrictEqual(first)
  })
})
