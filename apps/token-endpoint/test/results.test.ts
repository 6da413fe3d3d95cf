import { createHash } from 'node:crypto'
import type { JsonObject, Outcome } from '@tc3-edge/emulator'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../dev/issuer.ts'
import { openapi } from '../src/generated/openapi.ts'
import { createExtra, type Owner } from '../src/ownership/binding.ts'
import { conforming } from './conforms.ts'
import { logLineOf, type RunningEndpoint, startEndpoint } from './running-endpoint.ts'
import { BINDING_KEYS, bindingKeys, DAY_SECONDS, type Verification, verificationOf } from './verification.ts'

let issuer: DevelopmentIssuer
let endpoint: RunningEndpoint
/** Who reads, by its credential. */
const credentials = new Map<string, string>()
/** What Tencent answers instead, by SDK token. */
const answers = new Map<unknown, JsonObject>()

const shop: Owner = { kind: 'backend', name: 'shop' }
const alice = (): Owner => ({ kind: 'app-user', issuer: issuer.issuer, subject: 'alice' })

beforeAll(async () => {
  issuer = await startDevelopmentIssuer()
  for (const name of ['alice', 'mallory']) credentials.set(name, await issuer.jwtFor(name))
  const scopes = {
    shop: ['results'],
    desk: ['results', 'details'],
    till: ['issue'],
    odd: ['details'],
    pos: ['issue', 'results'],
  }
  const backends = Object.entries(scopes).map(([name, granted]) => {
    credentials.set(name, `key-of-${name}`)
    return [name, { keys: [createHash('sha256').update(`key-of-${name}`).digest('hex')], scopes: granted }]
  })
  endpoint = await startEndpoint(
    {
      ...issuer.settings,
      BINDING_KEYS,
      BACKENDS: JSON.stringify(Object.fromEntries(backends)),
      QUOTA_PER_SECOND: '200',
      UPSTREAM_TIMEOUT_MS: '20000',
    },
    {
      emulatorOptions: {
        requestsPerSecond: 'unlimited',
        answers: { GetSdkVerificationResult: ({ SdkToken }) => answers.get(SdkToken) ?? {} },
      },
    },
  )
})
afterAll(async () => {
  await endpoint.stop()
  await issuer.close()
})
beforeEach(() => endpoint.emulator.faults.clear())

const issued: Verification[] = []

async function issuedTo(owner: Owner, given?: Parameters<typeof verificationOf>[2]): Promise<Verification> {
  const verification = await verificationOf(owner, endpoint.emulator.url, given)
  issued.push(verification)
  return verification
}

const post = (path: string, who: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${endpoint.worker.url}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${credentials.get(who) ?? who}`, 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const read = (who: string, body: unknown) => post('/v1/results', who, body)

/** The body of a response, after a check against the document. */
const described = (response: Response) => conforming(response, openapi.paths['/v1/results'].post)

const calls = () => endpoint.emulator.received().filter(({ action }) => action === 'GetSdkVerificationResult').length

describe('a token that the endpoint has issued', () => {
  const ask = async (who: string, body: object, key: string) => {
    const response = await post('/v1/tokens', who, body, { 'Idempotency-Key': key })
    expect(response.status).toBe(201)
    const { sdkToken, receipt } = Object(await response.json())
    issued.push({ sdkToken, receipt })
    return { sdkToken, receipt }
  }

  it('is read by the user that got it, also from a repeated request, and by no other', async () => {
    const token = await ask('alice', {}, '"first"')
    expect(await ask('alice', {}, '"first"')).toStrictEqual(token)
    expect(await described(await read('alice', token))).toMatchObject({ verdict: 'passed', preset: 'default' })
    expect((await read('mallory', token)).status).toBe(404)
    expect((await read('shop', { ...token, user: { sub: 'alice' } })).status).toBe(200)
  })

  it('is read by the backend that got it, with its own text', async () => {
    const token = await ask('pos', { parameters: { Extra: 'order 4711' } }, '"second"')
    expect(await described(await read('pos', token))).toMatchObject({ verdict: 'passed', extra: 'order 4711' })
    expect((await read('shop', token)).status).toBe(404)
  })
})

/** A token of alice's, whose verification ended so, as she, a backend and a backend with details read it. */
async function views(outcome: Outcome) {
  const verification = await issuedTo(alice())
  endpoint.emulator.verifications.choose({ token: verification.sdkToken, outcome })
  const user = { sub: 'alice' }
  return {
    user: await described(await read('alice', verification)),
    backend: await described(await read('shop', { ...verification, user })),
    details: await described(await read('desk', { ...verification, user })),
  }
}

describe('each outcome, as a user, a backend and a backend with details see it', () => {
  it.each<[Outcome, string, string | undefined, string]>([
    ['passed', 'passed', undefined, 'passed'],
    ['1001', 'failed', 'try-again', 'liveness-unavailable'],
    ['1002', 'failed', 'try-again', 'spoofing-suspected'],
    ['1004', 'failed', 'try-again', 'face-not-detected'],
    ['1005', 'failed', 'try-again', 'liveness-failed'],
    ['1201', 'failed', 'better-light', 'poor-lighting'],
    ['2004', 'failed', 'try-again', 'picture-size'],
    ['2012', 'failed', 'try-again', 'several-faces'],
    ['2013', 'failed', 'try-again', 'face-incomplete'],
    ['2014', 'failed', 'better-light', 'picture-quality'],
    ['2015', 'failed', 'contact-support', 'comparison-failed'],
    ['2016', 'failed', 'contact-support', 'faces-differ'],
    ['2017', 'failed', 'try-again', 'face-covered'],
    ['edited-ocr', 'passed', undefined, 'passed'],
    ['warned-card', 'failed', 'other-document', 'card-rejected'],
    ['empty-lists', 'failed', 'contact-support', 'no-comparison'],
    ['no-extra', 'passed', undefined, 'passed'],
  ])('%s is %s, advice %s, reason %s', async (outcome, verdict, advice, reason) => {
    const { user, backend, details } = await views(outcome)
    const summary = {
      verdict,
      ...(advice && { advice }),
      preset: 'default',
      issuedAt: expect.stringMatching(/^20\d\d-.+Z$/),
      attempts: outcome === 'empty-lists' ? 0 : 1,
    }
    // A user sees neither codes nor anything else.
    expect(user).toStrictEqual(summary)
    const code = /^\d/.test(outcome) ? outcome : '0'
    const read = outcome === 'empty-lists' ? {} : cardOf(outcome)
    const reasons = { ...summary, reason, code, deviceRisk: 'unknown', ...read, chargeCount: 1, requestId: ID }
    expect(backend).toStrictEqual(reasons)
    expect(details).toStrictEqual({ ...reasons, details: expect.objectContaining({ Result: code }) })
  })

  const ID = expect.stringMatching(/^[\w-]{36}$/)

  function cardOf(outcome: Outcome) {
    return { ocrEdited: outcome === 'edited-ocr', cardWarnings: outcome === 'warned-card' ? [-9102] : [] }
  }

  it.each(['4711', '', '00', '-1', 'passed'])('a code that nobody knows, %j, is failed', async (Result) => {
    const verification = await issuedTo(shop)
    answers.set(verification.sdkToken, { Result })
    const body = await described(await read('shop', verification))
    expect(body).toMatchObject({ verdict: 'failed', reason: 'unrecognised', code: Result, advice: 'contact-support' })
  })

  it('the text that a backend gave comes back as it was', async () => {
    const verification = await issuedTo(shop, { text: 'order 4711.b' })
    expect(await described(await read('shop', verification))).toMatchObject({ extra: 'order 4711.b' })
  })
})

describe('a verification without a result', () => {
  it.each(['unfinished', 'unfinished-error'] as const)('is %s: 200, and when to read again', async (outcome) => {
    const verification = await issuedTo(alice())
    endpoint.emulator.verifications.choose({ token: verification.sdkToken, outcome })
    const unfinished = { verdict: 'unfinished', preset: 'default', attempts: 0, issuedAt: expect.any(String) }
    const response = await read('alice', verification)
    expect([response.status, response.headers.get('Retry-After')]).toEqual([200, '5'])
    expect(await described(response)).toStrictEqual(unfinished)
    expect(await logLineOf(response, endpoint)).toMatchObject({ code: 'unfinished' })
    const byBackend = await read('desk', { ...verification, user: { sub: 'alice' } })
    expect(byBackend.headers.get('Retry-After')).toBe('5')
    expect(await described(byBackend)).toMatchObject({ ...unfinished, requestId: expect.any(String) })
  })

  it('has one when it comes late', async () => {
    const verification = await issuedTo(alice())
    endpoint.emulator.verifications.choose({ token: verification.sdkToken, outcome: 'late' })
    expect(await described(await read('alice', verification))).toMatchObject({ verdict: 'unfinished' })
    const late = await read('alice', verification)
    expect(late.headers.get('Retry-After')).toBeNull()
    expect(await described(late)).toMatchObject({ verdict: 'passed' })
  })

  it('is gone when Tencent says so, or after three days without a call', async () => {
    const expired = await issuedTo(alice())
    endpoint.emulator.verifications.choose({ token: expired.sdkToken, outcome: 'expired' })
    const response = await read('alice', expired)
    expect(response.status).toBe(410)
    expect(await described(response)).toMatchObject({ code: 'result-expired' })
    expect(await logLineOf(response, endpoint)).toMatchObject({ upstreamCode: 'InvalidParameterValue.BizTokenExpired' })

    const old = await issuedTo(alice(), { age: 3 * DAY_SECONDS })
    const before = calls()
    expect((await read('alice', old)).status).toBe(410)
    expect((await read('shop', { ...old, user: { sub: 'alice' } })).status).toBe(410)
    expect((await read('mallory', old)).status).toBe(404)
    expect(calls()).toBe(before)
    expect((await read('alice', await issuedTo(alice(), { age: 3 * DAY_SECONDS - 60 }))).status).toBe(200)
  })
})

describe('a caller that can’t prove that the token is its own', () => {
  it('gets the same 404 for whatever reason, and Tencent is not asked', async () => {
    const own = await issuedTo(alice())
    const other = await issuedTo(alice())
    const byShop = await issuedTo(shop)
    const before = calls()
    const iss = issuer.issuer
    const attempts: readonly (readonly [string, string, object])[] = [
      ['a token that nobody issued', 'alice', { ...own, sdkToken: 'A561B769-C347-4724-A69A-6C3B3483E107' }],
      ['the token of another user', 'mallory', own],
      ['the receipt of another token', 'alice', { ...own, receipt: other.receipt }],
      ['no receipt', 'alice', { sdkToken: own.sdkToken }],
      ['an empty receipt', 'alice', { ...own, receipt: '' }],
      ['an invented receipt', 'alice', { ...own, receipt: `r1.test.1790000000.default.${'A'.repeat(43)}` }],
      ['an unknown key', 'alice', { ...own, receipt: own.receipt.replace('.test.', '.other.') }],
      ['another preset', 'alice', { ...own, receipt: own.receipt.replace('.default.', '.strict.') }],
      ['the token of a backend', 'alice', byShop],
      ['the token of another backend', 'desk', byShop],
      ['the token of a user that it does not name', 'shop', own],
      ['the token of another user than it names', 'shop', { ...own, user: { sub: 'mallory' } }],
      ['another issuer', 'shop', { ...own, user: { iss: 'https://other.example', sub: 'alice' } }],
      ['itself as a user', 'shop', { ...byShop, user: { iss, sub: 'shop' } }],
      ['the issuer with a slash at its end', 'shop', { ...own, user: { iss: `${iss}/`, sub: 'alice' } }],
      ['a name that looks the same', 'shop', { ...own, user: { sub: '\u0430lice' } }],
      ['a name with white space', 'shop', { ...own, user: { sub: 'alice ' } }],
      ['no name', 'shop', { ...own, user: { sub: '' } }],
      ['a receipt as long as the body may be', 'alice', { ...own, receipt: 'r'.repeat(4_000) }],
    ]
    const responses = new Set<string>()
    for (const [why, who, body] of attempts) {
      const response = await read(who, body)
      expect(response.status, why).toBe(404)
      const { requestId, ...problem } = await described(response)
      expect(await logLineOf(response, endpoint)).toMatchObject({ code: 'result-not-found', reason: 'receipt' })
      const headers = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date')
      expect(requestId).toHaveLength(36)
      responses.add(JSON.stringify([problem, headers]))
    }
    expect([...responses]).toHaveLength(1)
    expect(calls()).toBe(before)
  })

  it('gets it too where Tencent’s Extra is of another user, preset or time, and the log says so', async () => {
    const time = Math.floor(Date.now() / 1_000) - 60
    const issue = { preset: 'default', issuedAt: time }
    const withoutId = ({ headers }: Response) =>
      [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date')
    const unknown = await read('alice', { sdkToken: 'x', receipt: '' })
    const { requestId: _, ...same } = await described(unknown)
    const extras = [
      'a text of its own',
      't1.test',
      await createExtra(bindingKeys, { kind: 'app-user', issuer: issuer.issuer, subject: 'mallory' }, issue),
      await createExtra(bindingKeys, { kind: 'backend', name: 'alice' }, issue),
      await createExtra(bindingKeys, alice(), { ...issue, preset: 'liveness' }),
      await createExtra(bindingKeys, alice(), { ...issue, issuedAt: time - 1_000 }),
    ]
    for (const extra of extras) {
      const response = await read('alice', await issuedTo(alice(), { extra }))
      expect(response.status, extra).toBe(404)
      const { requestId: __, ...problem } = await described(response)
      expect(problem).toStrictEqual(same)
      expect(withoutId(response)).toStrictEqual(withoutId(unknown))
      const line = await logLineOf(response, endpoint)
      expect(line).toMatchObject({ code: 'result-not-found', reason: 'binding-mismatch' })
      expect(line.upstreamRequestId).toEqual(expect.any(String))
    }
  })

  it('gets it where Tencent does not know the token', async () => {
    await using other = await startEndpoint({ ...issuer.settings, BINDING_KEYS })
    const elsewhere = await verificationOf(alice(), other.emulator.url)
    const response = await read('alice', elsewhere)
    expect(response.status).toBe(404)
    const code = 'InvalidParameterValue.BizTokenIllegal'
    expect(await logLineOf(response, endpoint)).toMatchObject({ reason: 'upstream', upstreamCode: code })
  })
})

describe('a backend', () => {
  it('reads for a user whose app handed the receipt over, with its issuer named or not', async () => {
    const verification = await issuedTo(alice())
    for (const user of [{ sub: 'alice' }, { sub: 'alice', iss: issuer.issuer }]) {
      expect((await read('shop', { ...verification, user })).status).toBe(200)
    }
  })

  it.each(['till', 'odd'])('without the scope reads nothing, whatever it holds: %s', async (name) => {
    const before = calls()
    const response = await read(name, await issuedTo({ kind: 'backend', name }))
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer error="insufficient_scope", scope="results"')
    expect(await described(response)).toMatchObject({ code: 'scope-insufficient' })
    expect(calls()).toBe(before)
  })
})

describe('a request', () => {
  const form = { sdkToken: 'x', receipt: 'y' }
  it.each<[string, string, unknown, string]>([
    ['that is no JSON', 'shop', '{', 'json-invalid'],
    ['that is a list', 'shop', [], 'request-invalid'],
    ['without a token', 'shop', { receipt: 'y' }, 'request-invalid'],
    ['with a number for a token', 'shop', { ...form, sdkToken: 1 }, 'request-invalid'],
    ['with a number for a receipt', 'shop', { ...form, receipt: 1 }, 'request-invalid'],
    ['with half a character', 'shop', '{"sdkToken":"\\ud800"}', 'request-invalid'],
    ['with another field', 'shop', { ...form, preset: 'default' }, 'request-invalid'],
    ['with a user that is a text', 'shop', { ...form, user: 'alice' }, 'request-invalid'],
    ['with a user without a name', 'shop', { ...form, user: { iss: 'a' } }, 'request-invalid'],
    ['with more of a user', 'shop', { ...form, user: { sub: 'a', kind: 'backend' } }, 'request-invalid'],
    ['with a number for a name', 'shop', { ...form, user: { sub: 17 } }, 'request-invalid'],
    ['with a list for an issuer', 'shop', { ...form, user: { sub: 'a', iss: [] } }, 'request-invalid'],
    ['with a list for a user', 'shop', { ...form, user: [{ sub: 'a' }] }, 'request-invalid'],
    ['with null for a user', 'shop', { ...form, user: null }, 'request-invalid'],
    ['with a prototype', 'shop', '{"sdkToken":"x","user":{"sub":"a","__proto__":{"sub":"b"}}}', 'request-invalid'],
    ['with two names', 'shop', '{"sdkToken":"x","user":{"sub":"a","s\\u0075b":"b"}}', 'request-invalid'],
    ['with two receipts', 'shop', '{"sdkToken":"x","receipt":"a","receipt":"b"}', 'request-invalid'],
    ['of an app user for a user', 'alice', { ...form, user: { sub: 'alice' } }, 'request-invalid'],
    ['of more than 4 kB', 'shop', { ...form, receipt: 'y'.repeat(4_096) }, 'body-too-large'],
    ['with another scheme', '', form, 'credentials-invalid'],
    ['with unknown credentials', 'nobody', form, 'credentials-invalid'],
  ])('%s is refused', async (_, who, body, code) => {
    const before = calls()
    expect(await described(await read(who, body))).toMatchObject({ code })
    expect(calls()).toBe(before)
  })

  it('has no place in a URL', async () => {
    const response = await fetch(`${endpoint.worker.url}/v1/results?sdkToken=x`)
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
  })
})

describe('Tencent', () => {
  it.each([
    ['InternalError', 502, 'upstream-failed'],
    ['UnauthorizedOperation', 502, 'upstream-credentials-refused'],
    ['FailedOperation.Other', 502, 'upstream-failed'],
  ])('refuses with %s: %i, and the result can be read later', async (upstreamCode, status, code) => {
    const verification = await issuedTo(alice())
    endpoint.emulator.faults.add({ fault: { kind: 'error', code: upstreamCode } })
    const response = await read('alice', verification)
    expect(response.status).toBe(status)
    expect(await described(response)).toMatchObject({ code })
    expect(await logLineOf(response, endpoint)).toMatchObject({ code, upstreamCode, preset: 'default' })
    expect((await read('alice', verification)).status).toBe(200)
  })

  it('throttles: the read queues again, and its caller never knows', async () => {
    const verification = await issuedTo(alice())
    endpoint.emulator.faults.add({ fault: { kind: 'error', code: 'RequestLimitExceeded' } })
    const response = await read('alice', verification)
    expect(response.status).toBe(200)
    expect(await logLineOf(response, endpoint)).toMatchObject({ code: 'read', throttled: 1 })
  })

  it('answers what is no result: no verdict', async () => {
    const verification = await issuedTo(alice())
    endpoint.emulator.faults.add({ fault: { kind: 'no-response' } })
    expect(await described(await read('alice', verification))).toMatchObject({ code: 'upstream-outcome-unknown' })
    answers.set(verification.sdkToken, { Result: 0 })
    expect(await described(await read('alice', verification))).toMatchObject({ code: 'upstream-outcome-unknown' })
  })

  it.each<[string, JsonObject]>([
    ['one comparison and no list', { CompareResults: { ErrorCode: '0' } }],
    ['a text for whether the card passed', { CardVerifyResults: [{ IsPass: 'false' }] }],
  ])('answers %s: no verdict, to nobody', async (_, answer) => {
    const verification = await issuedTo(alice())
    answers.set(verification.sdkToken, answer)
    for (const [who, user] of [['alice'], ['shop', { sub: 'alice' }], ['desk', { sub: 'alice' }]] as const) {
      const response = await read(who, { ...verification, user })
      expect(response.status).toBe(502)
      expect(await described(response)).toMatchObject({ code: 'upstream-failed' })
      expect(response.headers.get('Retry-After')).toBeNull()
      expect(await logLineOf(response, endpoint)).toMatchObject({ upstreamCode: 'Client.InvalidResponse' })
    }
  })

  it('answers an Extra that is no text: a mismatch', async () => {
    const issue = { issuedAt: Math.floor(Date.now() / 1_000) - 60, preset: 'default' }
    const right = await createExtra(bindingKeys, alice(), issue)
    const verification = await issuedTo(alice(), issue)
    for (const Extra of [0, false, {}, { toString: 1 }, [], [right], ` ${right}`, ' ']) {
      answers.set(verification.sdkToken, { Extra })
      const response = await read('alice', verification)
      expect(response.status, JSON.stringify(Extra)).toBe(404)
      expect(await logLineOf(response, endpoint)).toMatchObject({ reason: 'binding-mismatch' })
    }
  })

  it('answers the result of another token: a mismatch, also where both are of one user', async () => {
    const [asked, other] = [await issuedTo(alice()), await issuedTo(alice(), { age: 61 })]
    const result = await described(await read('desk', { ...other, user: { sub: 'alice' } }))
    answers.set(asked.sdkToken, Object(result.details))
    expect((await read('alice', asked)).status).toBe(404)
  })
})

it('a result is read though its preset is gone, and though the clock that dated it was ahead', async () => {
  const gone = await described(await read('alice', await issuedTo(alice(), { preset: 'gone' })))
  expect(gone).toMatchObject({ verdict: 'passed', preset: 'gone' })
  const ahead = await described(await read('alice', await issuedTo(alice(), { age: -3_600 })))
  expect(Date.parse(String(ahead.issuedAt))).toBeGreaterThan(Date.now())
})

it('tokens and results have lanes of their own: where one is full, the other is not', async () => {
  const tight = { MAX_WAIT_MS: '0', QUOTA_PER_SECOND: '1', UPSTREAM_TIMEOUT_MS: '20000' }
  await using own = await startEndpoint({ ...issuer.settings, BINDING_KEYS, ...tight })
  const verification = await verificationOf(alice(), own.emulator.url)
  await own.holdAllPermits(1)
  expect((await own.post({})).status).toBe(503)
  const headers = {
    Authorization: `Bearer ${credentials.get('alice')}`,
    'Content-Type': 'application/json',
  }
  const readOwn = () =>
    fetch(`${own.worker.url}/v1/results`, { method: 'POST', headers, body: JSON.stringify(verification) })
  expect((await readOwn()).status).toBe(200)
  const full = await readOwn()
  expect(await described(full)).toMatchObject({ code: 'capacity-exhausted' })
})

it('whatever Tencent answers, no byte of it is logged, and nothing but "0" passes', async () => {
  // In every place where there may be personal data, and in those where nothing but a code should be.
  const text = fc.string({ maxLength: 8 }).map((end) => `PERSONAL-${end}`)
  const anything = fc.oneof(
    text,
    fc.constant(null),
    fc.integer(),
    fc.array(text, { maxLength: 2 }),
    fc.object({ maxDepth: 1 }),
  )
  const mostly = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 9, arbitrary }, anything)
  const listOf = (item: fc.Arbitrary<unknown>) => mostly(fc.array(mostly(item), { maxLength: 2 }))
  const code = mostly(fc.constantFrom('0', '0', '0', '1005', '-999'))
  const comparison = fc.record({
    ErrorCode: code,
    LiveErrorCode: code,
    CompareErrorCode: code,
    LivenessInfoTag: listOf(text),
  })
  const card = fc.record({
    IsPass: mostly(fc.boolean()),
    WarnCardInfos: listOf(fc.integer()),
    NormalCardInfo: anything,
  })
  const answer = fc.record({
    Result: fc.oneof(fc.constantFrom('0', '0', '0', '1005', '-999'), text),
    Description: anything,
    ChargeCount: mostly(fc.nat()),
    DeviceInfoLevel: mostly(fc.constantFrom('', '1', '9')),
    CardVerifyResults: listOf(card),
    CompareResults: listOf(comparison),
  })
  const from = endpoint.lines.length
  const sample = fc.sample(answer, { numRuns: 150, seed: 20_261_125 })
  const verdicts = new Set<string>()
  for (const [index, given] of sample.entries()) {
    const verification = await issuedTo(alice())
    answers.set(verification.sdkToken, JSON.parse(JSON.stringify(given)))
    const who = index % 2 === 0 ? 'desk' : 'shop'
    const response = await read(who, { ...verification, user: { sub: 'alice' } })
    // `details` are what Tencent says, whatever that is.
    const { verdict, code } = who === 'shop' ? await described(response) : Object(await response.json())
    verdicts.add(String(verdict ?? code))
    const { Result, CompareResults, CardVerifyResults } = given
    const [comparison, card] = [CompareResults, CardVerifyResults].map((list) => Object([list].flat().at(-1)))
    const mayPass = Result === '0' && comparison.ErrorCode === '0' && card.IsPass !== false && card.IsPass !== 'false'
    if (!mayPass) expect(verdict, JSON.stringify(given)).not.toBe('passed')
  }
  // What can't be judged is a 502.
  expect([...verdicts].sort()).toStrictEqual(['failed', 'passed', 'unfinished', 'upstream-failed'])
  await expect.poll(() => endpoint.lines.length - from).toBe(sample.length)
  expect(endpoint.lines.slice(from).join('\n')).not.toContain('PERSONAL')
})

it('no log line holds a token, a receipt, a name or anything of a result', () => {
  const printed = endpoint.lines.join('\n')
  expect(endpoint.lines.length).toBeGreaterThan(100)
  const secrets = /alice|mallory|DOE|Z000000|[rt]1\.test\.\d|pictures\.invalid|eyJ|key-of-|order 4711/
  expect(printed).not.toMatch(secrets)
  for (const { sdkToken, receipt } of issued) expect(printed.match(sdkToken) ?? printed.match(receipt)).toBeNull()
})
