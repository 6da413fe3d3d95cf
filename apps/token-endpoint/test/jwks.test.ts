import { jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../dev/issuer.ts'
import { jwksOf } from '../src/auth/jwks.ts'

const MINUTE = 60_000
let issuer: DevelopmentIssuer
let fetched = 0
let down = false
let body: string | undefined
/** What the platform was asked to keep going after the request. */
let kept: Promise<unknown>[] = []

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  issuer = await startDevelopmentIssuer()
  fetched = 0
  kept = []
  down = false
  body = undefined
  const answer = issuer.server.listeners('request')[0]
  issuer.server.removeAllListeners('request')
  issuer.server.on('request', (request, response) => {
    fetched++
    if (down) response.writeHead(500).end()
    else if (body !== undefined) response.end(body)
    else Object(answer).call(issuer.server, request, response)
  })
})
afterEach(async () => {
  vi.useRealTimers()
  await issuer.close()
})

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
const verify = async () => {
  const token = await issuer.jwtFor('u')
  const keys = jwksOf(issuer.jwksUrl, (work) => kept.push(work))
  return jwtVerify(token, keys).then(
    () => 'good',
    (error: Error) => error.message,
  )
}

it('a known key is used without another fetch, and fetched again in the background after ten minutes', async () => {
  expect(await verify()).toBe('good')
  pass(9 * MINUTE)
  expect(await verify()).toBe('good')
  expect(fetched).toBe(1)
  pass(2 * MINUTE)
  expect(await verify()).toBe('good')
  await Promise.all(kept)
  expect(fetched).toBe(2)
})

it('a refresh that ended with its request is made again by another one', async () => {
  expect(await verify()).toBe('good')
  pass(11 * MINUTE)
  down = true
  kept = []
  expect(await verify()).toBe('good')
  await Promise.all(kept)
  expect(await verify()).toBe('good')
  expect(kept).toHaveLength(1)
  down = false
  pass(4_000)
  expect(await verify()).toBe('good')
  await Promise.all(kept)
  expect(kept).toHaveLength(2)
  expect(fetched).toBe(3)
})

it('those who come together at a cold start are all let in', async () => {
  expect(new Set(await Promise.all(Array.from({ length: 20 }, verify)))).toStrictEqual(new Set(['good']))
})

it('a known key stays good for 24 hours while the issuer is down, and not longer', async () => {
  expect(await verify()).toBe('good')
  down = true
  pass(23 * 60 * MINUTE)
  expect(await verify()).toBe('good')
  pass(2 * 60 * MINUTE)
  expect(await verify()).toMatch(/./)
  expect(await verify()).not.toBe('good')
})

it('a new key is found once the cool-down is over', async () => {
  expect(await verify()).toBe('good')
  await issuer.rotate()
  expect(await verify()).not.toBe('good')
  pass(31_000)
  expect(await verify()).toBe('good')
})

it('made-up keys do not flood an issuer that is down', async () => {
  expect(await verify()).toBe('good')
  await issuer.rotate()
  pass(31_000)
  down = true
  for (let n = 0; n < 20; n++) expect(await verify()).not.toBe('good')
  expect(fetched).toBe(2)
})

it('many at a cold start share one fetch', async () => {
  const outcomes = await Promise.all(Array.from({ length: 100 }, verify))
  expect(new Set(outcomes)).toStrictEqual(new Set(['good']))
  expect(fetched).toBe(1)
})

it.each([
  ['HTML', '<html>', 'The issuer: not-json'],
  ['an empty body', '', 'The issuer: not-json'],
  ['something else', '{"keys":"none"}', 'The issuer: not-a-jwks'],
])('an issuer that returns %s is asked once by a hundred, and left alone for two seconds', async (_, given, says) => {
  body = given
  const outcomes = await Promise.all(Array.from({ length: 100 }, verify))
  // Whoever comes after the fetch has failed is told so without one.
  const others = outcomes.filter((outcome) => ![says, 'The issuer: cooling-down'].includes(outcome))
  expect(others).toStrictEqual([])
  expect(outcomes).toContain(says)
  expect(await verify()).toBe('The issuer: cooling-down')
  expect(fetched).toBe(1)
  body = undefined
  pass(2_001)
  expect(await verify()).toBe('good')
})

it('made-up key ids cause one fetch in 30 seconds, however many come at once', async () => {
  expect(await verify()).toBe('good')
  await issuer.rotate()
  const known = JSON.stringify({ keys: [] })
  body = known
  for (let n = 0; n < 3; n++) {
    pass(31_000)
    await Promise.all(Array.from({ length: 100 }, verify))
    expect(fetched).toBe(2 + n)
    pass(10_000)
    await Promise.all(Array.from({ length: 100 }, verify))
    expect(fetched).toBe(2 + n)
  }
})

it('a key of the set that can not be imported is no failure of the issuer', async () => {
  body = JSON.stringify({
    keys: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'key-0', alg: 'ES256', use: 'sig' }],
  })
  expect(await verify()).toBe('no applicable key found in the JSON Web Key Set')
})
