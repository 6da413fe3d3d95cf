import { jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../dev/issuer.ts'
import { jwksOf } from '../src/auth/jwks.ts'

const MINUTE = 60_000
let issuer: DevelopmentIssuer
let fetched = 0
let down = false
/** What the platform was asked to keep going after the request. */
let kept: Promise<unknown>[] = []

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  issuer = await startDevelopmentIssuer()
  fetched = 0
  kept = []
  down = false
  const answer = issuer.server.listeners('request')[0]
  issuer.server.removeAllListeners('request')
  issuer.server.on('request', (request, response) => {
    fetched++
    if (down) response.writeHead(500).end()
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
  const keys = jwksOf(issuer.settings.AUTH_JWKS_URL, (work) => kept.push(work))
  return jwtVerify(token, keys).then(
    () => 'good',
    (error: Error) => error.message,
  )
}

it('a known key is used without asking again, and fetched anew in the background after ten minutes', async () => {
  expect(await verify()).toBe('good')
  pass(9 * MINUTE)
  expect(await verify()).toBe('good')
  expect(fetched).toBe(1)
  pass(2 * MINUTE)
  expect(await verify()).toBe('good')
  expect(kept).toHaveLength(1)
  await Promise.all(kept)
  expect(fetched).toBe(2)
})

it('a refresh that ended with its request is made again by another one', async () => {
  expect(await verify()).toBe('good')
  pass(11 * MINUTE)
  down = true
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
