import { Agent } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { envelopeOf } from './support/envelope.ts'
import { pick, seeded } from './support/random.ts'
import { rawRequest } from './support/raw-request.ts'
import { type HandSigned, signByHand } from './support/sign.ts'

const COUNT = 1000
const NOW = Date.UTC(2026, 4, 6, 23, 58)
const credential = { secretId: 'AKID-mutations', secretKey: 'a-key-for-mutations' }
const optionalHeaders = ['x-tc-action', 'x-tc-region', 'x-tc-timestamp', 'x-tc-version', 'user-agent']

/** What a changed byte may be refused with; which, depends on where it is. */
const refusals = [
  'AuthFailure.InvalidAuthorization',
  'AuthFailure.SecretIdNotFound',
  'AuthFailure.SignatureExpire',
  'AuthFailure.SignatureFailure',
  'InvalidParameter',
  'UnsupportedProtocol',
]

let emulator: RunningEmulator
const agent = new Agent({ keepAlive: true, maxSockets: 8 })

beforeAll(async () => {
  // The strictest setting: nothing is forgiven but what is documented.
  const options = { credentials: [credential], requestsPerSecond: 1e6, clock: () => NOW, sdkEndpoints: false }
  emulator = await startEmulator(options)
})

afterAll(async () => {
  agent.destroy()
  await emulator.close()
})

it(`accepts ${COUNT} good requests`, async () => {
  const random = seeded(1)
  const outcomes = await Promise.all(Array.from({ length: COUNT }, () => send(goodRequest(random))))
  expect(tally(outcomes)).toEqual({ ok: COUNT })
})

it(`refuses ${COUNT} requests with one byte changed in what the signature covers`, async () => {
  const random = seeded(2)
  const outcomes = await Promise.all(Array.from({ length: COUNT }, () => send(mutate(goodRequest(random), random))))
  const codes = tally(outcomes)
  expect(Object.values(codes).reduce((sum, count) => sum + count)).toBe(COUNT)
  expect(Object.keys(codes).filter((code) => !refusals.includes(code))).toEqual([])
  expect(codes['AuthFailure.SignatureFailure']).toBeGreaterThan(COUNT / 4)
})

interface Sent {
  method: string
  query: string
  body: string
  headers: Record<string, string>
  signedHeaders: string[]
}

function goodRequest(random: () => number): Sent {
  const method = pick(['POST', 'POST', 'GET'], random)
  const extra = `user-${Math.floor(random() * 1e6)}`
  const query = method === 'GET' ? `CheckMode=${pick([1, 3], random)}&Extra=${extra}` : ''
  const body = method === 'GET' ? '' : JSON.stringify({ CheckMode: pick([1, 3], random), Extra: extra })
  const signedHeaders = ['content-type', 'host', ...optionalHeaders.filter(() => random() < 0.3)].sort()
  const unsigned = method === 'POST' && random() < 0.1
  const request: HandSigned = {
    ...credential,
    host: 'faceid.tencentcloudapi.com',
    method,
    query,
    body,
    signedHeaders,
    // Within five minutes to either side, and so on both sides of midnight.
    timestamp: Math.floor(NOW / 1000) + Math.floor(random() * 599) - 299,
    headers: { 'user-agent': 'mutations', ...(unsigned && { 'x-tc-content-sha256': 'UNSIGNED-PAYLOAD' }) },
  }
  return { method, query, body, headers: signByHand(request), signedHeaders }
}

/** Everything that a signature covers: the state of the canonical request, the string to sign, and itself. */
function mutate(sent: Sent, random: () => number): Sent {
  const covered = ['authorization', 'x-tc-timestamp', ...sent.signedHeaders]
  const places = ['header', 'header', 'authorization', 'method', ...(sent.query ? ['query'] : [])]
  if (sent.body && !sent.headers['x-tc-content-sha256']) places.push('body')
  const place = pick(places, random)
  if (place === 'method') return { ...sent, method: sent.method === 'POST' ? 'GET' : 'POST' }
  if (place === 'query') return { ...sent, query: changeByte(sent.query, random) }
  if (place === 'body') return { ...sent, body: changeByte(sent.body, random) }
  const name = place === 'authorization' ? place : pick(covered, random)
  return { ...sent, headers: { ...sent.headers, [name]: changeByte(sent.headers[name] ?? '', random) } }
}

/** Another letter or digit; never the same letter in the other case, which header values are compared without. */
function changeByte(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const before = text.charAt(at).toLowerCase()
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'].filter((letter) => letter !== before)
  return text.slice(0, at) + pick(letters, random) + text.slice(at + 1)
}

async function send({ method, query, body, headers }: Sent): Promise<string> {
  const url = `${emulator.url}/${query && `?${query}`}`
  const text = await rawRequest({ url, method, headers, agent, body: method === 'GET' ? '' : body })
  return envelopeOf(text).Error?.Code ?? 'ok'
}

function tally(outcomes: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
