import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { answerTo, callWith, codeOf } from './support/caller.ts'
import { seeded } from './support/random.ts'

const START = Date.UTC(2026, 4, 6, 12)

let emulator: RunningEmulator
let now: number
let slept: number[]

/** Time passes only where somebody waits. */
beforeEach(async () => {
  now = START
  slept = []
  emulator = await startEmulator({
    clock: () => now,
    random: seeded(5),
    sleep: async (ms) => {
      slept.push(ms)
      now += ms
    },
  })
})

afterEach(() => emulator.close())

describe('through a real socket', () => {
  it('delays a request before it counts as received', async () => {
    emulator.faults.add({ delayBefore: { ms: 250 } })
    expect(await code()).toBe('ok')
    expect(emulator.received().map(({ time }) => time - START)).toEqual([250])
  })

  it('delays an answer after the request was received', async () => {
    emulator.faults.add({ delayAfter: { ms: 250 } })
    expect(await code()).toBe('ok')
    expect(emulator.received().map(({ time }) => time - START)).toEqual([0])
    expect(now - START).toBe(250)
  })

  it('draws delays evenly over their spread', async () => {
    emulator.faults.add({ next: 15, delayBefore: { ms: 100, spread: 50 }, delayAfter: { ms: 10, spread: 5 } })
    for (let call = 0; call < 15; call++) await code()
    const before = slept.filter((_, index) => index % 2 === 0)
    const after = slept.filter((_, index) => index % 2 === 1)
    expect(before.every((ms) => ms >= 100 && ms < 150)).toBe(true)
    expect(after.every((ms) => ms >= 10 && ms < 15)).toBe(true)
    expect(Math.max(...before) - Math.min(...before)).toBeGreaterThan(25)
  })

  it('hangs: the connection stays open and nothing comes, while others are served', async () => {
    emulator.faults.add({ fault: { kind: 'hang' } })
    const giveUp = new AbortController()
    const hanging = call(giveUp.signal)
    await requests(1)
    expect(await code()).toBe('ok')
    expect(await Promise.race([hanging, Promise.resolve('still waiting')])).toBe('still waiting')
    expect(emulator.received()[0]).toMatchObject({ outcome: 'unprocessed', fault: 'hang', requestId: null })
    giveUp.abort()
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('hangs after it has issued a token', async () => {
    emulator.faults.add({ fault: { kind: 'hang', when: 'after' } })
    const giveUp = new AbortController()
    const hanging = call(giveUp.signal)
    await requests(1)
    expect(emulator.received()[0]).toMatchObject({ outcome: 'ok', fault: 'hang', requestId: expect.any(String) })
    giveUp.abort()
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('resets the connection before processing: no token, no quota', async () => {
    emulator.faults.add({ fault: { kind: 'reset' } })
    await expect(call()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(emulator.received()).toMatchObject([{ outcome: 'unprocessed', fault: 'reset' }])
    expect(await codesOf(21)).toEqual([...Array.from({ length: 20 }, () => 'ok'), 'RequestLimitExceeded'])
  })

  it('resets the connection after processing: a token is issued and lost, and quota used', async () => {
    emulator.faults.add({ fault: { kind: 'reset', when: 'after' } })
    await expect(call()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(emulator.report()).toMatchObject({ ok: 1, unprocessed: 0 })
    expect((await codesOf(20)).at(-1)).toBe('RequestLimitExceeded')
  })

  it.each([500, 502])('answers with a page of HTML and status %i', async (status) => {
    emulator.faults.add({ fault: { kind: 'html', status } })
    const response = await call()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('text/html')
    expect(await response.text()).toMatch(/^<html>/)
    expect(emulator.report()).toMatchObject({ ok: 0, unprocessed: 1 })
  })

  it('cuts the JSON in half', async () => {
    emulator.faults.add({ fault: { kind: 'truncated-json' } })
    const text = await (await call()).text()
    expect(text).toMatch(/^\{"Response":/)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(emulator.report().ok).toBe(1)
  })

  it('answers with more than anybody wants to read', async () => {
    emulator.faults.add({ fault: { kind: 'oversize-json' } })
    emulator.faults.add({ fault: { kind: 'oversize-json', bytes: 5000 } })
    expect((await (await call()).text()).length).toBeGreaterThan(10 * 1024 * 1024)
    expect((await answerTo(fetch, {}, options())).SdkToken).toEqual(expect.any(String))
  })

  it('answers JSON without Response', async () => {
    emulator.faults.add({ fault: { kind: 'no-response' } })
    expect(await (await call()).json()).not.toHaveProperty('Response')
  })

  it('answers the error that was asked for, to requests that would have been good', async () => {
    emulator.faults.add({ next: 2, fault: { kind: 'error', code: 'InternalError' } })
    expect(await code()).toBe('InternalError')
    expect(await codeOf(fetch, { Bogus: 1 }, options())).toBe('UnknownParameter')
    expect(await code()).toBe('ok')
  })

  it.each(['RequestLimitExceeded', 'InvalidParameterValue', 'UnsupportedRegion', 'SomethingOfTheirOwn', 'constructor'])(
    'says of %s that it was ordered, since it is about nothing that was sent',
    async (ordered) => {
      emulator.faults.add({ fault: { kind: 'error', code: ordered } })
      const { Error: error } = await answerTo(fetch, {}, options())
      expect(error).toEqual({ Code: ordered, Message: 'The emulator was told to return this error.' })
    },
  )

  it('has a clock that is off, and says so in the Date header', async () => {
    emulator.faults.add({ fault: { kind: 'clock-skew', seconds: 3600 } })
    const response = await call()
    expect(await response.text()).toContain('AuthFailure.SignatureExpire')
    expect(response.headers.get('date')).toBe(new Date(START + 3_600_000).toUTCString())
    emulator.faults.add({ fault: { kind: 'clock-skew', seconds: 3600 } })
    expect(await codeOf(fetch, {}, { url: emulator.url, timestamp: START / 1000 + 3600 })).toBe('ok')
  })
})

describe('who gets a fault', () => {
  it('is the next n, then nobody', async () => {
    emulator.faults.add({ next: 2, fault: { kind: 'error', code: 'InternalError' } })
    expect(await codesOf(3)).toEqual(['InternalError', 'InternalError', 'ok'])
    expect(emulator.faults.active()).toEqual([])
  })

  it('is one after another, as the rules were added', async () => {
    emulator.faults.add({ fault: { kind: 'error', code: 'InternalError' } })
    emulator.faults.add({ fault: { kind: 'error', code: 'ResourceUnavailable.InArrears' } })
    expect(await codesOf(3)).toEqual(['InternalError', 'ResourceUnavailable.InArrears', 'ok'])
  })

  it('is a share of all, until faults are called off', async () => {
    emulator.faults.add({ share: 0.5, fault: { kind: 'error', code: 'InternalError' } })
    const outcomes: string[] = []
    for (let second = 0; second < 10; second++, now += 1000) outcomes.push(...(await codesOf(20)))
    const hit = outcomes.filter((outcome) => outcome === 'InternalError').length
    expect(hit).toBeGreaterThan(75)
    expect(hit).toBeLessThan(125)
    expect(emulator.faults.active()).toMatchObject([{ id: 1, applied: hit }])
    emulator.faults.clear()
    now += 1000
    expect(await codesOf(5)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok'])
  })
})

describe('a rule with a match', () => {
  it('applies to the action, account and Extra that a request names, and leaves others alone', async () => {
    emulator.faults.add({ match: { extra: 'ann' }, fault: { kind: 'error', code: 'InternalError' } })
    emulator.faults.add({ match: { account: 'nobody' }, fault: { kind: 'error', code: 'InternalError' } })
    emulator.faults.add({
      match: { action: 'ApplySdkVerificationToken', account: 'AKID-emulator-development-only', extra: 'bob' },
      fault: { kind: 'error', code: 'FailedOperation' },
    })
    const codeFor = (Extra: string) => codeOf(fetch, { Extra }, options())
    expect(await codeFor('carol')).toBe('ok')
    expect(await codeFor('bob')).toBe('FailedOperation')
    expect(await codeFor('ann')).toBe('InternalError')
    expect(await codeFor('ann')).toBe('ok')
    expect(emulator.faults.active()).toMatchObject([{ rule: { match: { account: 'nobody' } }, applied: 0 }])
  })
})

function options(): { url: string; timestamp: number } {
  return { url: emulator.url, timestamp: Math.floor(now / 1000) }
}

function call(signal?: AbortSignal): Promise<Response> {
  return callWith(fetch, {}, { ...options(), ...(signal && { signal }) })
}

function code(): Promise<string> {
  return codeOf(fetch, {}, options())
}

async function codesOf(count: number): Promise<string[]> {
  const codes: string[] = []
  for (let index = 0; index < count; index++) codes.push(await code())
  return codes
}

/** Until that many requests are on record. */
async function requests(count: number): Promise<void> {
  while (emulator.received().length < count) await new Promise((resolve) => setImmediate(resolve))
}
