import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answering, answerOf, emulated, errorOf, failure, passingWaits, sent } from './support/client.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const throttled = () => errorOf('RequestLimitExceeded')
const lost = () => Promise.reject(new TypeError('fetch failed'))
const refused = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
const good = () => answerOf({ SdkToken: 't' })

/** How a call ends when its attempts meet these, and what the hook was told. */
async function outcomeOf(
  attempts: readonly (() => Response | Promise<Response>)[],
  options: Parameters<typeof answering>[1] = {},
) {
  const { events, onAttempt } = passingWaits()
  const rest = [...attempts]
  const { fetch, apply } = answering(() => (rest.shift() ?? good)(), { maxRetries: 2, onAttempt, ...options })
  const call = apply()
  const error = await call.then(
    () => undefined,
    () => failure(call),
  )
  return { error, events, fetch, delays: events.map(({ retryDelayMs }) => retryDelayMs) }
}

describe('what is tried again', () => {
  it.each([
    'RequestLimitExceeded',
    'RequestLimitExceeded.UinLimitExceeded',
    'RequestLimitExceeded.GlobalRegionUinLimitExceeded',
    'RequestLimitExceeded.IPLimitExceeded',
  ])('%s', async (code) => {
    const { emulator, apply } = emulated({ onAttempt: passingWaits().onAttempt })
    emulator.faults.add({ next: 2, fault: { kind: 'error', code } })
    await expect(apply()).resolves.toHaveProperty('SdkToken')
    expect(emulator.received().map(({ outcome }) => outcome)).toEqual([code, code, 'ok'])
  })

  it('a connection that was never made', async () => {
    const { error, fetch } = await outcomeOf([refused])
    expect(error).toBeUndefined()
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('credentials that were too long in coming', async () => {
    const provider = vi
      .fn(async () => ({ secretId: 'a', secretKey: 'b' }))
      .mockImplementationOnce(() => {
        vi.advanceTimersByTime(10_000)
        return new Promise(() => undefined)
      })
    const { error, events } = await outcomeOf([], { credentials: provider })
    expect(error).toBeUndefined()
    expect(events).toMatchObject([{ code: 'Client.Timeout', outcome: 'not-sent' }, { outcome: 'ok' }])
  })
})

describe('what is not', () => {
  it.each([
    'AuthFailure.SignatureFailure',
    'AuthFailure.TokenFailure',
    'FailedOperation',
    'InternalErrors',
    'InvalidParameterValue',
    'LimitExceeded',
    'RequestLimitExceeded.SomethingElse',
    'RequestSizeLimitExceeded',
    'ResourceInsufficient',
    'ResourceUnavailable.InArrears',
    'ServiceUnavailable.Sometimes',
    'UnauthorizedOperation',
  ])('%s', async (code) => {
    const { error, fetch } = await outcomeOf([() => errorOf(code)])
    expect(error).toMatchObject({ code, attempts: 1, retryable: false })
    expect(fetch).toHaveBeenCalledOnce()
  })

  it.each([
    ['a connection lost after sending', lost, 'Client.NetworkError'],
    ['a fault of the service', () => errorOf('InternalError'), 'InternalError'],
    ['a kind of that', () => errorOf('InternalError.DbError'), 'InternalError.DbError'],
    ['a service that is unavailable', () => errorOf('ServiceUnavailable'), 'ServiceUnavailable'],
    ['a page of a gateway', () => new Response('<h1>Bad</h1>', { status: 502 }), 'Client.InvalidResponse'],
  ])('%s, unless the caller says so', async (_, respond, code) => {
    const { error, fetch } = await outcomeOf([respond])
    expect(error).toMatchObject({ code, attempts: 1, outcome: 'unknown', retryable: true })
    expect(fetch).toHaveBeenCalledOnce()
    const allowed = await outcomeOf([respond], { retryUnknownOutcome: true })
    expect(allowed.error).toBeUndefined()
    expect(allowed.fetch).toHaveBeenCalledTimes(2)
  })

  it('a timeout after sending, unless the caller says so', async () => {
    const slow = () => {
      vi.advanceTimersByTime(10_000)
      return new Promise<never>(() => undefined)
    }
    expect((await outcomeOf([slow])).error).toMatchObject({ code: 'Client.Timeout', attempts: 1 })
    expect((await outcomeOf([slow], { retryUnknownOutcome: true })).error).toBeUndefined()
  })

  it('HTML with status 200, even if the caller says so', async () => {
    const { fetch } = await outcomeOf([() => new Response('<h1>Hi</h1>')], { retryUnknownOutcome: true })
    expect(fetch).toHaveBeenCalledOnce()
  })
})

describe('how often', () => {
  it.each([0, 1, 2, 5])('maxRetries %i means that many after the first', async (maxRetries) => {
    const { error, fetch } = await outcomeOf(Array(10).fill(throttled), { maxRetries })
    expect(fetch).toHaveBeenCalledTimes(maxRetries + 1)
    expect(error).toMatchObject({ code: 'RequestLimitExceeded', attempts: maxRetries + 1, outcome: 'refused' })
  })

  it('a call may say otherwise than the client', async () => {
    const { fetch, apply } = answering(throttled, { maxRetries: 5 })
    await failure(apply({}, { maxRetries: 0 }))
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('once lost, the outcome stays unknown whatever follows', async () => {
    const { error } = await outcomeOf([lost, throttled, refused], { retryUnknownOutcome: true })
    expect(error).toMatchObject({ code: 'Client.NetworkError', outcome: 'unknown', attempts: 3 })
    const other = await outcomeOf([lost, () => errorOf('InvalidParameter')], { retryUnknownOutcome: true })
    expect(other.error).toMatchObject({ code: 'InvalidParameter', outcome: 'unknown' })
    expect(other.events.map(({ outcome }) => outcome)).toEqual(['unknown', 'refused'])
  })
})

describe('how long to wait', () => {
  it('grows exponentially, up to 8 seconds', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { delays } = await outcomeOf(Array(8).fill(throttled), { maxRetries: 7 })
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, undefined])
  })

  it('is drawn evenly from 0 up: full jitter', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.5)
    const { delays } = await outcomeOf([throttled, throttled])
    expect(delays).toEqual([0, 250, undefined])
  })

  it.each([
    ['seconds', '3', 3000],
    ['0 seconds', '0', 100],
    ['an HTTP date, by the clock that wrote it', 'Fri, 06 Feb 2026 10:00:07 GMT', 7000],
    ['an HTTP date in the past', 'Fri, 06 Feb 2026 09:00:00 GMT', 100],
    ['nonsense', 'soon', 100],
    ['just not too long', '30', 30_000],
  ])('is what Retry-After says, if that is longer: %s', async (_, field, delay) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.4)
    const headers = { 'Retry-After': field, Date: 'Fri, 06 Feb 2026 10:00:00 GMT' }
    const { delays, error } = await outcomeOf([() => errorOf('RequestLimitExceeded', { headers })])
    expect(delays).toEqual([delay, undefined])
    expect(error).toBeUndefined()
  })

  it('by the local clock, where the answer has no Date', async () => {
    vi.setSystemTime('2026-02-06T10:00:00Z')
    const headers = { 'Retry-After': 'Fri, 06 Feb 2026 10:00:09 GMT' }
    const { delays } = await outcomeOf([() => errorOf('RequestLimitExceeded', { headers })])
    expect(delays).toEqual([9000, undefined])
  })

  it('ends the call when Retry-After is beyond 30 seconds, and says what was asked for', async () => {
    const { error, fetch } = await outcomeOf([
      () => errorOf('RequestLimitExceeded', { headers: { 'Retry-After': '31' } }),
    ])
    expect(error).toMatchObject({ code: 'RequestLimitExceeded', retryable: true, attempts: 1, retryAfterMs: 31_000 })
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('is waited to the end', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    let told = () => {}
    const firstEnded = new Promise<void>((resolve) => {
      told = resolve
    })
    const rest = [throttled, good]
    const { fetch, apply } = answering(() => (rest.shift() ?? good)(), { maxRetries: 1, onAttempt: () => told() })
    const call = apply()
    await firstEnded
    await vi.advanceTimersByTimeAsync(249)
    expect(fetch).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    await call
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends at once when the caller gives up', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const { fetch, apply } = answering(throttled, {
      maxRetries: 2,
      onAttempt: () => queueMicrotask(() => controller.abort(reason)),
    })
    const error = await failure(apply({}, { signal: controller.signal }))
    expect(error).toMatchObject({ code: 'Client.Aborted', attempts: 1, outcome: 'refused', retryable: false })
    expect(error.cause).toBe(reason)
    expect(fetch).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('every attempt', () => {
  it('is signed afresh, with its own time and its own signal', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const headers = { 'Retry-After': '2' }
    const { fetch } = await outcomeOf([() => errorOf('RequestLimitExceeded', { headers })], { maxRetries: 1 })
    const [first, second] = [sent(fetch, 0), sent(fetch, 1)]
    const time = (request: typeof first) => Number(request.headers.get('x-tc-timestamp'))
    expect(time(second) - time(first)).toBe(2)
    expect(second.headers.get('authorization')).not.toBe(first.headers.get('authorization'))
    expect(second.init.signal).not.toBe(first.init.signal)
    expect(second.body).toBe(first.body)
  })

  it('has the whole timeout', async () => {
    const slowly = (respond: () => Response) => () => {
      vi.advanceTimersByTime(999)
      return respond()
    }
    const { error } = await outcomeOf([slowly(throttled), slowly(throttled), slowly(good)], { timeout: 1000 })
    expect(error).toBeUndefined()
  })

  it('serialises the parameters no second time', async () => {
    let serialised = 0
    const Extra = { toJSON: () => `${++serialised}` }
    const { apply } = emulated({ onAttempt: passingWaits().onAttempt })
    const broken = answering(throttled, { maxRetries: 2, onAttempt: passingWaits().onAttempt })
    await failure(broken.apply(Object({ Extra })))
    expect(serialised).toBe(1)
    expect(sent(broken.fetch, 2).body).toBe('{"Extra":"1"}')
    await apply()
  })
})
