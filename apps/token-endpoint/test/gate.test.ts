import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeApiKey } from '../dev/make-key.ts'
import { type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

let endpoint: RunningEndpoint
beforeAll(async () => {
  // As long as a gate waits: that some other test takes its time is no reason to give up here.
  endpoint = await startEndpoint({ UPSTREAM_TIMEOUT_MS: '10000', MAX_WAIT_MS: '15000' })
})
afterEach(() => endpoint.emulator.faults.clear())
afterAll(() => endpoint.stop())

const keyed = (key: string, body: object = {}, init: RequestInit = {}) =>
  endpoint.post(body, { ...init, headers: { 'Idempotency-Key': key } })
const arrivals = () => endpoint.emulator.received().length

describe('Idempotency-Key', () => {
  it('the same key is answered with the same token, quoted or not, and costs no second call', async () => {
    const first = await keyed('"key-1"')
    const before = arrivals()
    const second = await keyed('key-1')
    expect([first.status, second.status]).toStrictEqual([201, 201])
    const [one, two] = [Object(await first.json()), Object(await second.json())]
    expect({ ...two, expiresIn: one.expiresIn }).toStrictEqual(one)
    expect(arrivals()).toBe(before)
  })

  it('a token that is about to expire is not replayed: the key is good for another', async () => {
    // Two minutes are what has to be left.
    await using brief = await startEndpoint({ SDK_TOKEN_TTL_SECONDS: '120' })
    const token = async () => {
      const response = await brief.post({}, { headers: { 'Idempotency-Key': '"brief"' } })
      expect(response.status).toBe(201)
      return Object(await response.json()).sdkToken
    }
    expect(await token()).not.toBe(await token())
  })

  it('the order of parameters makes no other request of it, another value does', async () => {
    await keyed('"key-2"', { parameters: { CheckMode: 1, Extra: 'a' } })
    expect((await keyed('"key-2"', { parameters: { Extra: 'a', CheckMode: 1 } })).status).toBe(201)
    const other = await keyed('"key-2"', { parameters: { CheckMode: 1, Extra: 'b' } })
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ code: 'idempotency-key-reused' })
  })

  it.each([
    ['refused by Tencent Cloud', { kind: 'error', code: 'FailedOperation' } as const, 502],
    ['refused for its credentials', { kind: 'error', code: 'AuthFailure.SecretIdNotFound' } as const, 502],
  ])('a call that was %s releases its key', async (name, fault, status) => {
    endpoint.emulator.faults.add({ fault })
    expect((await keyed(`"released ${name}"`)).status).toBe(status)
    expect((await keyed(`"released ${name}"`)).status).toBe(201)
  })

  const loseOne = async ({ emulator, post }: RunningEndpoint, headers: Record<string, string>) => {
    emulator.faults.add({ fault: { kind: 'reset', when: 'after' } })
    const lost = await post({}, { headers })
    expect(lost.status).toBe(502)
    expect(await lost.json()).toMatchObject({ code: 'upstream-outcome-unknown' })
    return Number(lost.headers.get('Retry-After'))
  }

  it('a call whose answer was lost keeps its key, and says for how long', async () => {
    const headers = { 'Idempotency-Key': '"lost"' }
    const told = await loseOne(endpoint, headers)
    const early = await endpoint.post({}, { headers })
    expect(early.status).toBe(409)
    const left = Number(early.headers.get('Retry-After'))
    expect([told, left].filter((seconds) => seconds > 1 && seconds <= 68)).toHaveLength(2)
    expect(await early.json()).toMatchObject({ code: 'idempotency-key-in-progress' })
  })

  it('until its signature has expired, and not longer', async () => {
    await using short = await startEndpoint({ UPSTREAM_TIMEOUT_MS: '1000' })
    const headers = { 'Idempotency-Key': '"lost"' }
    const begin = Date.now()
    await loseOne(short, headers)
    const again = async () => (await short.post({}, { headers })).status
    await expect.poll(again, { interval: 50 }).toBe(201)
    expect(Date.now() - begin).toBeGreaterThanOrEqual(1_000)
  })

  it.each(['', '""', 'two words', '"unfinished', 'x'.repeat(256), '"ä"'])('%j is not a key', async (key) => {
    const response = await keyed(key)
    // An empty header is no header to some clients.
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'idempotency-key-invalid' })
  })
})

describe('the upstream', () => {
  it('throttles: the request queues again, and its caller does not notice', async () => {
    endpoint.emulator.faults.add({ fault: { kind: 'error', code: 'RequestLimitExceeded' } })
    expect((await endpoint.post({})).status).toBe(201)
  })

  it('does not answer: 504 when the time is up, and the permit is free again when its signature has expired, and a second later', async () => {
    await using short = await startEndpoint({
      UPSTREAM_TIMEOUT_MS: '3000',
      QUOTA_PER_SECOND: '1',
      MAX_WAIT_MS: '22000',
    })
    short.emulator.faults.add({ fault: { kind: 'hang' } })
    const begin = Date.now()
    const response = await short.post({})
    expect(response.status).toBe(504)
    expect(await response.json()).toMatchObject({ code: 'upstream-timeout' })
    expect((await short.post({})).status).toBe(201)
    expect(Date.now() - begin).toBeGreaterThanOrEqual(3_000 + 1_000)
  })
})

describe('a crash', () => {
  it('of workerd forgets neither permits nor answers', async () => {
    const stateFolder = await mkdtemp(join(tmpdir(), 'gate-state-'))
    onTestFinished(() => rm(stateFolder, { recursive: true }))
    const access = makeApiKey('test')
    const options = { access, emulator: endpoint.emulator, stateFolder }
    const settings = { MAX_WAIT_MS: '0', UPSTREAM_TIMEOUT_MS: '25000' }
    const before = await startEndpoint(settings, options)
    const first = await before.post({}, { headers: { 'Idempotency-Key': '"before"' } })
    await before.holdAllPermits(20)
    await before.crash()

    await using after = await startEndpoint(settings, options)
    const replayed = await after.post({}, { headers: { 'Idempotency-Key': '"before"' } })
    expect(Object(await replayed.json()).sdkToken).toBe(Object(await first.json()).sdkToken)
    const refused = await after.post({})
    expect(refused.status).toBe(503)
  })
})
