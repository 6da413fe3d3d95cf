import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AttemptEvent } from '../src/index.ts'
import { answering, answerOf, errorOf, failure, passingWaits } from './support/client.ts'

const good = () => answerOf({ SdkToken: 't' })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('onAttempt', () => {
  it('is told of every attempt what a trace needs, and no more', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const { events, onAttempt } = passingWaits()
    const answers = [() => errorOf('RequestLimitExceeded'), good]
    const respond = () => {
      vi.advanceTimersByTime(30)
      return (answers.shift() ?? good)()
    }
    const { apply } = answering(respond, { maxRetries: 1, onAttempt })
    await apply()
    const action = 'ApplySdkVerificationToken'
    expect(events).toEqual([
      {
        action,
        attempt: 1,
        durationMs: 30,
        outcome: 'refused',
        code: 'RequestLimitExceeded',
        requestId: 'r',
        retryDelayMs: 125,
      },
      { action, attempt: 2, durationMs: 30, outcome: 'ok', requestId: 'r' },
    ])
  })

  it('is told of the last failure without a delay', async () => {
    const { events, onAttempt } = passingWaits()
    const { apply } = answering(() => Promise.reject(new TypeError('fetch failed')), { onAttempt })
    await failure(apply())
    expect(events).toMatchObject([{ outcome: 'unknown', code: 'Client.NetworkError' }])
    expect(events[0]?.retryDelayMs).toBeUndefined()
  })

  it('of the call goes before that of the client', async () => {
    const [ofClient, ofCall] = [vi.fn(), vi.fn()]
    const { apply } = answering(good, { onAttempt: ofClient })
    await apply({}, { onAttempt: ofCall })
    expect(ofClient).not.toHaveBeenCalled()
    expect(ofCall).toHaveBeenCalledOnce()
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken hook')
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken hook'))],
    ['never ends', () => new Promise<void>(() => undefined)],
  ])('breaks nothing when it %s', async (_, onAttempt) => {
    const { apply } = answering(good, { onAttempt })
    await expect(apply()).resolves.toMatchObject({ SdkToken: 't' })
    const refused = answering(() => errorOf('InvalidParameter'), { onAttempt })
    expect(await failure(refused.apply())).toMatchObject({ code: 'InvalidParameter' })
  })

  it('is not told of a call that was never attempted', async () => {
    const onAttempt = vi.fn<(event: AttemptEvent) => void>()
    const { apply } = answering(good, { onAttempt })
    await failure(apply({}, { signal: AbortSignal.abort() }))
    expect(onAttempt).not.toHaveBeenCalled()
  })
})
