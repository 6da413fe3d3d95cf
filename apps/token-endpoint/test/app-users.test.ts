import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../dev/issuer.ts'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import { verifyExtra, verifyReceipt } from '../src/ownership/binding.ts'
import { parseBindingKeys } from '../src/settings/binding-keys.ts'
import { logLineOf, type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

let issuer: DevelopmentIssuer
let endpoint: RunningEndpoint
const presets = {
  default: {
    appUsers: { IdCardType: ['HK', 'ML'] },
    backends: { IdCardType: ['HK', 'FutureCard'], CheckMode: [1, 3] },
  },
  passports: { fixed: { IdCardType: 'MLIDPassport', SecurityLevel: 4 }, appUsers: {} },
  inside: { fixed: { CheckMode: 3 } },
}

const BINDING_KEYS = `[${makeBindingKey()}]`
const keys = parseBindingKeys(BINDING_KEYS)

beforeAll(async () => {
  issuer = await startDevelopmentIssuer()
  endpoint = await startEndpoint(
    {
      ...issuer.settings,
      PRESETS: JSON.stringify(presets),
      BINDING_KEYS,
      TOKENS_PER_CALLER_PER_HOUR: '5',
      QUOTA_PER_SECOND: '200',
      UPSTREAM_TIMEOUT_MS: '20000',
    },
    { emulatorOptions: { requestsPerSecond: 200 } },
  )
})
afterAll(async () => {
  await endpoint.stop()
  await issuer.close()
})

const as = (token: string, body: unknown = {}) => endpoint.post(body, { headers: { Authorization: `Bearer ${token}` } })
const asUser = async (subject: string, body: unknown = {}) => as(await issuer.jwtFor(subject), body)
const now = () => Math.floor(Date.now() / 1_000)

describe('an app user', () => {
  it('gets a token for a JWT of the issuer, and Extra and the receipt prove that it is its own', async () => {
    const response = await asUser('alice', { parameters: { IdCardType: 'ML' } })
    expect(response.status).toBe(201)
    const { sdkToken, receipt } = Object(await response.json())
    const { extra } = Object(endpoint.emulator.received().at(-1))
    const alice = { kind: 'app-user', issuer: issuer.issuer, subject: 'alice' } as const
    const issue = await verifyReceipt(keys, receipt, alice, sdkToken)
    if (issue === undefined) throw new Error('The receipt is not of alice and this token')
    expect(issue).toStrictEqual({ issuedAt: expect.any(Number), preset: 'default' })
    expect(Math.abs(issue.issuedAt - now())).toBeLessThan(60)
    expect(await verifyExtra(keys, extra, alice, issue)).toBe('')
    expect(await verifyExtra(keys, extra, { ...alice, subject: 'mallory' }, issue)).toBeUndefined()
  })

  it('is in the log by a hash that nobody can compute without the key', async () => {
    const [one, two, other] = [await asUser('ivy'), await asUser('ivy'), await asUser('oscar')]
    const { caller, ...others } = await logLineOf(one, endpoint)
    expect(caller).toMatch(/^user:[0-9a-f]{16}$/)
    expect(await logLineOf(two, endpoint)).toMatchObject({ caller })
    expect(await logLineOf(other, endpoint)).not.toMatchObject({ caller })
    expect(JSON.stringify(others)).not.toContain('ivy')
  })

  it('gets so many tokens an hour, and is told when there are more; others are not affected', async () => {
    const answers = []
    for (let n = 0; n < 6; n++) answers.push(await asUser('bob'))
    expect(answers.map(({ status }) => status)).toStrictEqual([201, 201, 201, 201, 201, 429])
    const [last] = answers.slice(-1)
    expect(Number(last?.headers.get('Retry-After'))).toBeGreaterThan(3_500)
    expect(await last?.json()).toMatchObject({ code: 'quota-exceeded' })
    expect((await asUser('carol')).status).toBe(201)
  })

  it.each([
    ['has expired', { exp: now() - 60 }, 'expired'],
    ['is not valid yet', { nbf: now() + 600 }, 'nbf'],
    ['is for somebody else', { aud: 'another-service' }, 'aud'],
    ['is of another issuer', { iss: 'https://evil.example' }, 'iss'],
    ['names nobody', { sub: '' }, 'sub'],
    ['names what is no text, so that it could be somebody else', { sub: 'al\ud800' }, 'sub'],
    ['has no end', Object({ exp: undefined }), 'exp'],
  ])('is refused when its JWT %s, and the log says why', async (_, claims, reason) => {
    const response = await as(await issuer.jwtFor('mallory', claims))
    expect(response.status).toBe(401)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer error="invalid_token"')
    expect(await response.json()).toMatchObject({ code: 'credentials-invalid' })
    expect(await logLineOf(response, endpoint)).toMatchObject({ code: 'credentials-invalid', reason })
  })

  it('is forgiven clocks that differ by a few seconds', async () => {
    expect((await as(await issuer.jwtFor('dave', { exp: now() - 5 }))).status).toBe(201)
  })

  it('is refused when its JWT was signed by another key, is unsigned, or is signed by a shared secret', async () => {
    const { issuer: iss, audience: aud } = issuer
    const good = { iss, aud, sub: 'mallory', exp: now() + 600 }
    const own = await generateKeyPair('ES256', { extractable: true })
    const publicKey = new TextEncoder().encode(await exportSPKI(own.publicKey))
    const [head, body, signature = ''] = (await issuer.jwtFor('mallory')).split('.')
    const forged = `${head}.${body}.${signature.slice(0, -2)}${signature.endsWith('AA') ? 'BB' : 'AA'}`
    const tokens: [token: string, reason: string][] = [
      [
        await new SignJWT({ iss, aud, sub: 'mallory' })
          .setProtectedHeader({ alg: 'ES256', kid: 'key-0' })
          .sign(own.privateKey),
        'signature',
      ],
      [await new SignJWT(good).setProtectedHeader({ alg: 'ES256', kid: 'key-0' }).sign(own.privateKey), 'signature'],
      [await new SignJWT(good).setProtectedHeader({ alg: 'ES256', kid: 'unknown' }).sign(own.privateKey), 'key'],
      [new UnsecuredJWT(good).encode(), 'algorithm'],
      [await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'key-0' }).sign(publicKey), 'algorithm'],
      [forged, 'signature'],
      ['a.b.c', 'malformed'],
      ['..', 'malformed'],
      ['none of ours', 'scheme'],
      ['none-of-ours', 'api-key'],
    ]
    const before = endpoint.emulator.received().length
    for (const [token, reason] of tokens) {
      const response = await as(token)
      expect(await logLineOf(response, endpoint), token).toMatchObject({ reason })
      expect(response.status, token).toBe(401)
      expect(await response.json()).toMatchObject({ code: 'credentials-invalid' })
    }
    expect(endpoint.emulator.received()).toHaveLength(before)
  })

  it('may send 16 kB and not more', async () => {
    const response = await asUser('erin', { parameters: { CompareImage: 'A'.repeat(16 * 1_024) } })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'body-too-large' })
  })
})

describe('required claims', () => {
  let customers: DevelopmentIssuer
  let staff: DevelopmentIssuer
  let both: RunningEndpoint
  const good = { scope: 'openid ekyc:read ekyc:issue', azp: 'ios', roles: ['clerk', 'agent'], verified: true }
  const atJwt = { typ: 'at+jwt' }

  beforeAll(async () => {
    customers = await startDevelopmentIssuer()
    staff = await startDevelopmentIssuer()
    const claims = { scope: ['admin', 'ekyc:issue ekyc:read'], azp: ['ios', 'android'], roles: 'agent', verified: true }
    const issuers = {
      [customers.issuer]: { jwksUrl: customers.jwksUrl, audience: 'token-endpoint' },
      [staff.issuer]: { jwksUrl: staff.jwksUrl, audience: 'token-endpoint', typ: 'at+jwt', claims },
    }
    both = await startEndpoint({ ISSUERS: JSON.stringify(issuers), BINDING_KEYS, UPSTREAM_TIMEOUT_MS: '20000' })
  })
  afterAll(async () => {
    await both.stop()
    await customers.close()
    await staff.close()
  })
  const send = (token: string) => both.post({}, { headers: { Authorization: `Bearer ${token}` } })

  it('let in who has them all; the issuer without them lets in anybody of its own', async () => {
    expect((await send(await staff.jwtFor('alice', good, atJwt))).status).toBe(201)
    expect((await send(await staff.jwtFor('bob', { ...good, scope: 'admin' }, atJwt))).status).toBe(201)
    expect((await send(await customers.jwtFor('alice'))).status).toBe(201)
  })

  it('of two issuers, the same subject is two users', async () => {
    await send(await staff.jwtFor('alice', good, atJwt))
    const first = Object(both.emulator.received().at(-1)).extra
    await send(await customers.jwtFor('alice'))
    const second = Object(both.emulator.received().at(-1)).extra
    const owner = (issuer: string) => ({ kind: 'app-user', issuer, subject: 'alice' }) as const
    for (const [extra, own, foreign] of [
      [first, staff, customers],
      [second, customers, staff],
    ]) {
      const issue = { issuedAt: Number(extra.split('.')[2]), preset: 'default' }
      expect(await verifyExtra(keys, extra, owner(own.issuer), issue)).toBe('')
      expect(await verifyExtra(keys, extra, owner(foreign.issuer), issue)).toBeUndefined()
    }
  })

  it.each([
    ['no typ', good, {}, { reason: 'typ' }],
    ['another typ', good, { typ: 'JWT' }, { reason: 'typ' }],
    ['no scope', { ...good, scope: undefined }, atJwt, { reason: 'scope' }],
    ['a part of the scope', { ...good, scope: 'ekyc:issue' }, atJwt, { reason: 'scope' }],
    [
      'a scope that only contains the letters',
      { ...good, scope: 'xekyc:issue ekyc:readx' },
      atJwt,
      { reason: 'scope' },
    ],
    ['another azp', { ...good, azp: 'web' }, atJwt, { reason: 'azp' }],
    ['an azp of another case', { ...good, azp: 'IOS' }, atJwt, { reason: 'azp' }],
    ['a list without the role', { ...good, roles: ['clerk'] }, atJwt, { reason: 'claim', claim: 'roles' }],
    ['true as a text', { ...good, verified: 'true' }, atJwt, { reason: 'claim', claim: 'verified' }],
  ])('refuse a JWT with %s, and the log names the claim', async (_, claims, header, expected) => {
    const calls = both.emulator.received().length
    const response = await send(await staff.jwtFor('mallory', Object(claims), header))
    expect(response.status).toBe(401)
    const { claim, reason } = { claim: undefined, ...expected }
    expect(await response.json()).toMatchObject({ detail: `The JWT has a wrong or missing "${claim ?? reason}".` })
    expect(await logLineOf(response, both)).toMatchObject(expected)
    expect(both.emulator.received()).toHaveLength(calls)
  })

  it('of one issuer are not escaped by the name or the key of the other', async () => {
    const renamed = await send(await staff.jwtFor('mallory', { iss: customers.issuer }))
    // Both key sets have a key of this id.
    expect(await logLineOf(renamed, both)).toMatchObject({ status: 401, reason: 'signature' })
    const nobody = await send(await staff.jwtFor('mallory', { ...good, iss: `${staff.issuer}/` }, atJwt))
    expect(await logLineOf(nobody, both)).toMatchObject({ status: 401, reason: 'iss' })
  })
})

describe('presets', () => {
  it.each([
    ['a preset of its own naming', { preset: 'my-secret' }, {}],
    ['a preset that is for backends', { preset: 'inside' }, { preset: 'inside' }],
    [
      'a weaker check',
      { parameters: { SecurityLevel: 1, CheckMode: 3 } },
      { preset: 'default', parameters: ['SecurityLevel', 'CheckMode'] },
    ],
    [
      'a parameter of its own naming',
      { parameters: { 'my-secret': 1, IdCardType: 7 } },
      { preset: 'default', parameters: ['IdCardType'] },
    ],
    ['only that', { parameters: { 'my-secret': 1 } }, { preset: 'default' }],
  ])('the log names what was asked for, as far as it is the operator’s or Tencent’s: %s', async (_, body, expected) => {
    const response = await endpoint.post(body, { headers: { Authorization: `Bearer ${await issuer.jwtFor('judy')}` } })
    const { preset, parameters, ...others } = await logLineOf(response, endpoint)
    expect({ preset, parameters }).toStrictEqual({ preset: undefined, parameters: undefined, ...expected })
    expect(JSON.stringify(others)).not.toContain('my-secret')
  })

  it.each([
    ['the card of a list', { parameters: { IdCardType: 'HK' } }, 201],
    ['a card outside the list', { parameters: { IdCardType: 'SingaporeIDCard' } }, 403],
    ['a weaker check', { parameters: { SecurityLevel: 1 } }, 403],
    ['another mode', { parameters: { CheckMode: 3 } }, 403],
    ['data that its device made', { parameters: { MetaData: 'encrypted' } }, 201],
    ['an Extra of its own', { parameters: { Extra: 'order-7' } }, 403],
    ['what the preset fixes', { preset: 'passports', parameters: { IdCardType: 'HK' } }, 403],
    ['a preset with nothing to choose', { preset: 'passports' }, 201],
    ['a preset that is for backends', { preset: 'inside' }, 400],
    ['a preset that there is not', { preset: 'none' }, 400],
    ['a parameter that there is not', { parameters: { Checkmode: 1 } }, 400],
  ])('an app user that asks for %s', async (name, body, status) => {
    const response = await asUser(`user for ${name}`, body)
    const answer = Object(await response.json())
    expect([response.status, answer.code]).toStrictEqual([status, answer.code])
    if (status === 403) {
      expect(answer).toMatchObject({
        code: 'parameters-not-allowed',
        errors: [{ message: expect.stringMatching(/./) }],
      })
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer error="insufficient_scope"')
    }
  })

  it('says once what is wrong with each parameter, and names them all', async () => {
    const answer = Object(await (await asUser('erin', { parameters: { Checkmode: 1, IdCardTyp: 'HK' } })).json())
    expect(answer.detail).toBe('"errors" says what is wrong with the parameters: Checkmode, IdCardTyp.')
    expect(answer.errors).toMatchObject([
      { parameter: 'Checkmode', message: expect.stringMatching(/^Checkmode is unknown/) },
      { parameter: 'IdCardTyp', message: expect.stringMatching(/^IdCardTyp is unknown/) },
    ])
  })

  it('a new card of Tencent’s may be allowed by the operator: it goes to Tencent, whatever it says', async () => {
    const response = await endpoint.post({ parameters: { IdCardType: 'FutureCard' } })
    expect(response.status).toBe(400)
    expect(endpoint.emulator.received().at(-1)).toMatchObject({ outcome: 'InvalidParameterValue' })
    expect(await response.json()).toMatchObject({
      code: 'parameters-invalid',
      errors: [{ parameter: 'IdCardType' }],
      upstreamRequestId: expect.stringMatching(/./),
    })
  })

  it.each([
    ['a value of its list', { parameters: { CheckMode: 3 } }, 201],
    ['a value outside', { parameters: { CheckMode: 2, CompareImage: 'AAAA' } }, 403],
    ['a preset for insiders', { preset: 'inside', parameters: { Extra: 'x' } }, 201],
    ['what is fixed there', { preset: 'inside', parameters: { CheckMode: 1 } }, 403],
  ])('a backend that asks for %s', async (_, body, status) => {
    expect((await endpoint.post(body)).status).toBe(status)
  })
})

describe('the form of a body', () => {
  it.each([
    ['a key twice', '{"preset":"default","preset":"passports"}', 'The body has the key "preset" twice.'],
    ['a key twice, once escaped', '{"parameters":{"CheckMode":1,"Check\\u004dode":3}}', 'twice.'],
    ['deep nesting', `{"parameters":${'['.repeat(50_000)}`, 'nested more than 3 levels deep'],
    ['what is no JSON', '{"preset": default}', 'The body is not valid JSON.'],
    ['nothing', '', 'The body is empty.'],
    ['an ill-typed preset', '{"preset":7}', '"preset" should be the name of a preset'],
    ['ill-typed parameters', '{"parameters":[]}', '"parameters" should be an object'],
  ])('%s is refused in its own words', async (_, body, detail) => {
    const response = await endpoint.post(body)
    expect(response.status).toBe(400)
    expect(Object(await response.json()).detail).toContain(detail)
  })
})

describe('the issuer', () => {
  it('is asked at a cold start by many at once, and all of them are let in', async () => {
    await using cold = await startEndpoint({ ...issuer.settings, UPSTREAM_TIMEOUT_MS: '20000' })
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, n) => issuer.jwtFor(`cold ${n}`)))
    const answers = tokens.map((token) => cold.post({}, { headers: { Authorization: `Bearer ${token}` } }))
    expect((await Promise.all(answers)).map(({ status }) => status)).toStrictEqual(Array(20).fill(201))
  })

  it('that changes its key is asked for the new one', async () => {
    const other = await startDevelopmentIssuer()
    await using own = await startEndpoint(other.settings)
    const headers = async () => ({ Authorization: `Bearer ${await other.jwtFor('u')}` })
    // The first key is fetched with the first token; a key that is not known after that is looked for after a while.
    expect((await own.post({}, { headers: await headers() })).status).toBe(201)
    await other.rotate()
    expect((await own.post({}, { headers: await headers() })).status).toBe(401)
    await other.close()
  })

  it.each([
    ['is down', undefined, 'unreachable'],
    ['answers garbage', '<html>', 'not-json'],
    ['answers something else', '{"keys": "none"}', 'not-a-jwks'],
    ['answers an error', 500, 'status-500'],
    ['does not answer', 'nothing', 'timeout'],
  ])('that %s: 503, with a time to come back, and the log says which', async (_, answer, kind) => {
    const other = await startDevelopmentIssuer()
    const token = await other.jwtFor('u')
    other.server.removeAllListeners('request')
    other.server.on('request', (_request, response) => {
      if (answer === 'nothing') return
      if (typeof answer === 'number') response.writeHead(answer)
      response.end(typeof answer === 'string' ? answer : '')
    })
    if (answer === undefined) await other.close()
    await using own = await startEndpoint(other.settings)
    const response = await own.post({}, { headers: { Authorization: `Bearer ${token}` } })
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('5')
    expect(await response.json()).toMatchObject({ code: 'issuer-unavailable' })
    expect(await logLineOf(response, own)).toMatchObject({ cause: `IssuerFailure ${kind}` })
    if (answer !== undefined) await other.close()
  })
})
