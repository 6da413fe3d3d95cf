// The whole endpoint in workerd, with Google, the issuer of the users and Tencent Cloud behind a fetch of the test's.
import { createExecutionContext, reset, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { app } from '../../src/app.ts'
import { pass } from './calls.ts'

const HOUR = 3_600
const GOOGLE = 'https://firebaseappcheck.googleapis.com'
const PROJECT = '123456789012'
const IOS = `1:${PROJECT}:ios:0a1b`
const issuer = { 'https://login.example': { jwksUrl: 'https://login.example/jwks', audience: 'endpoint' } }
const settings = (mode: string) => ({
  ...env,
  APP_CHECK: mode,
  APP_CHECK_PROJECT: PROJECT,
  APP_CHECK_APPS: `${IOS},1:${PROJECT}:android:2c3d`,
  ISSUERS: issuer,
  CORS_ORIGINS: 'https://app.example',
})

type Pair = Awaited<ReturnType<typeof generateKeyPair>>
const keys: Record<string, Pair> = {}
let googleIsDown = false
let issued = 0
const lines: string[] = []

beforeAll(async () => {
  keys.google = await generateKeyPair('RS256', { extractable: true })
  keys.googleEs = await generateKeyPair('ES256', { extractable: true })
  keys.login = await generateKeyPair('ES256', { extractable: true })
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  googleIsDown = false
  issued = 0
  lines.length = 0
  for (const level of ['log', 'error'] as const) vi.spyOn(console, level).mockImplementation((line) => lines.push(line))
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const url = input instanceof Request ? input.url : String(input)
    if (url === `${GOOGLE}/v1/jwks`) {
      if (googleIsDown) throw new Error('Network connection lost.')
      return Response.json({ keys: [await jwk('google'), await jwk('googleEs')] })
    }
    if (url === 'https://login.example/jwks') return Response.json({ keys: [await jwk('login')] })
    issued++
    return Response.json({ Response: { SdkToken: 'token', RequestId: crypto.randomUUID() } })
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  await reset()
})

const jwk = async (name: string) => ({ ...(await exportJWK(pairOf(name).publicKey)), kid: name, use: 'sig' })
function pairOf(name: string): Pair {
  const pair = keys[name]
  if (pair === undefined) throw new Error(`There is no key ${name}`)
  return pair
}
const now = () => Math.floor(Date.now() / 1_000)

interface Signed {
  readonly claims?: JWTPayload
  readonly header?: { readonly alg?: string; readonly typ?: string }
  readonly key?: string
  readonly kid?: string
}

/** As Firebase makes them, unless told otherwise. */
function appToken({ claims = {}, header = {}, key = 'google', kid = key }: Signed = {}): Promise<string> {
  const good = {
    iss: `${GOOGLE}/${PROJECT}`,
    aud: [`projects/${PROJECT}`, 'projects/shop'],
    sub: IOS,
    exp: now() + HOUR,
  }
  return new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...header, kid })
    .sign(pairOf(key).privateKey)
}

const userToken = () =>
  new SignJWT({ iss: 'https://login.example', aud: 'endpoint', sub: crypto.randomUUID(), exp: now() + HOUR })
    .setProtectedHeader({ alg: 'ES256', kid: 'login' })
    .sign(pairOf('login').privateKey)

async function send(mode: string, token: string | undefined, path = '/v1/tokens') {
  const headers = { Authorization: `Bearer ${await userToken()}`, 'Content-Type': 'application/json' }
  const request = new Request(`https://endpoint.example${path}`, {
    method: 'POST',
    headers: { ...headers, ...(token !== undefined && { 'X-Firebase-AppCheck': token }) },
    body: '{}',
  })
  const context = createExecutionContext()
  const response = await app.fetch(request, settings(mode), context)
  await waitOnExecutionContext(context)
  const { appCheck } = JSON.parse(lines.at(-1) ?? '{}')
  return { response, status: response.status, appCheck }
}

it('a genuine app gets a token, and may use what it has fetched until that expires', async () => {
  const token = await appToken()
  expect(await send('require', token)).toMatchObject({ status: 201, appCheck: 'valid' })
  expect(await send('require', token)).toMatchObject({ status: 201, appCheck: 'valid' })
  pass((HOUR + 60) * 1_000)
  expect(await send('require', token)).toMatchObject({ status: 403, appCheck: 'expired' })
})

const forgeries: readonly [string, () => string | undefined | Promise<string>, string][] = [
  ['no token', () => undefined, 'missing'],
  ['an empty header', () => '', 'missing'],
  ['no JWT', () => 'genuine', 'malformed'],
  ['an unsigned token', () => new UnsecuredJWT({ iss: `${GOOGLE}/${PROJECT}`, sub: IOS }).encode(), 'algorithm'],
  ['a good key with another algorithm', () => appToken({ key: 'googleEs', header: { alg: 'ES256' } }), 'algorithm'],
  ['a key of nobody', () => appToken({ key: 'login', header: { alg: 'ES256' } }), 'algorithm'],
  ['a key that Google does not have', () => appToken({ kid: 'other' }), 'key'],
  ['another project', () => appToken({ claims: { iss: `${GOOGLE}/999` } }), 'iss'],
  ['an issuer with a slash behind', () => appToken({ claims: { iss: `${GOOGLE}/${PROJECT}/` } }), 'iss'],
  ['the audience of another project', () => appToken({ claims: { aud: ['projects/999', 'projects/shop'] } }), 'aud'],
  ['the name of the project alone', () => appToken({ claims: { aud: ['projects/shop'] } }), 'aud'],
  ['another app of the project', () => appToken({ claims: { sub: `1:${PROJECT}:web:9f9f` } }), 'sub'],
  ['no app', () => appToken({ claims: Object({ sub: undefined }) }), 'sub'],
  ['no end', () => appToken({ claims: Object({ exp: undefined }) }), 'exp'],
  ['another kind of token', () => appToken({ header: { typ: 'at+jwt' } }), 'typ'],
]

it.each(forgeries)('%s: refused where App Check is required, counted where it is observed', async (_, make, reason) => {
  const token = await make()
  for (const path of ['/v1/tokens', '/v1/results']) {
    const refused = await send('require', token, path)
    expect(refused).toMatchObject({ status: 403, appCheck: reason })
    expect(await refused.response.json()).toMatchObject({ code: 'app-unverified' })
  }
  expect(issued).toBe(0)
  expect(await send('observe', token)).toMatchObject({ status: 201, appCheck: reason })
  expect(await send('off', token)).toMatchObject({ status: 201, appCheck: undefined })
})

it('keys of Google are good for 6 hours while it is down; after that required checks fail, observed ones do not', async () => {
  // Whatever was fetched before is too old.
  pass(24 * HOUR * 1_000)
  expect(await send('require', await appToken())).toMatchObject({ status: 201 })
  googleIsDown = true
  pass(6 * HOUR * 1_000 - 1_000)
  expect(await send('require', await appToken())).toMatchObject({ status: 201 })
  pass(2_000)
  const closed = await send('require', await appToken())
  expect(closed).toMatchObject({ status: 503, appCheck: 'unavailable' })
  expect(closed.response.headers.get('Retry-After')).toBe('5')
  expect(await send('observe', await appToken())).toMatchObject({ status: 201, appCheck: 'unavailable' })
  googleIsDown = false
  pass(3_000)
  expect(await send('require', await appToken())).toMatchObject({ status: 201, appCheck: 'valid' })
})

it('web pages may send the header', async () => {
  const headers = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'POST' }
  const request = new Request('https://endpoint.example/v1/tokens', { method: 'OPTIONS', headers })
  const response = await app.fetch(request, settings('require'), createExecutionContext())
  expect(response.headers.get('Access-Control-Allow-Headers')).toContain('X-Firebase-AppCheck')
})
