import { describe, expect, it, vi } from 'vitest'
import type { AttemptEvent } from '../src/index.ts'
import { answering, answerOf, credentials, errorOf, failure, sent } from './support/client.ts'

const timestamp = 1_770_372_000
const sentAt = 'Fri, 06 Feb 2026 10:00:07 GMT'
const date = Date.parse(sentAt)
const action = 'ApplySdkVerificationToken'

describe('timestamp', () => {
  it('is what the request is signed with, the day of the scope included', async () => {
    const { fetch, apply } = answering(() => answerOf({ SdkToken: 't' }))
    await apply({}, { timestamp })
    expect(sent(fetch).headers.get('x-tc-timestamp')).toBe(`${timestamp}`)
    expect(sent(fetch).headers.get('authorization')).toContain(`${credentials.secretId}/2026-02-06/faceid/`)
  })

  it('is what the retries are signed with, too', async () => {
    const { fetch, apply } = answering(() => errorOf('RequestLimitExceeded', { headers: { 'Retry-After': '0' } }))
    vi.spyOn(Math, 'random').mockReturnValue(0)
    await failure(apply({}, { timestamp, maxRetries: 1 }))
    expect([0, 1].map((n) => sent(fetch, n).headers.get('x-tc-timestamp'))).toEqual([`${timestamp}`, `${timestamp}`])
    vi.restoreAllMocks()
  })

  it('that the service refuses as expired is not signed again, and corrects no clock', async () => {
    const { fetch, apply } = answering(() => errorOf('AuthFailure.SignatureExpire', { headers: { Date: sentAt } }))
    const error = await failure(apply({}, { timestamp, maxRetries: 2 }))
    expect(error).toMatchObject({ code: 'AuthFailure.SignatureExpire', outcome: 'refused', retryable: false, date })
    expect(fetch).toHaveBeenCalledOnce()
    await failure(apply())
    const signedAt = Number(sent(fetch, 1).headers.get('x-tc-timestamp'))
    expect(Math.abs(signedAt - Date.now() / 1000)).toBeLessThan(60)
  })

  it('counts as not sent only where `fetch` was not called', async () => {
    const lost = answering(() => Promise.reject(new TypeError('fetch failed')))
    expect(await failure(lost.apply({}, { timestamp }))).toMatchObject({
      outcome: 'unknown',
    })
    const unsigned = answering(() => answerOf({}), { credentials: () => Promise.reject(new Error('no')) })
    expect(await failure(unsigned.apply({}, { timestamp }))).toMatchObject({
      outcome: 'not-sent',
    })
    expect(unsigned.fetch).not.toHaveBeenCalled()
  })

  it.each([-1, 0.5, 1_770_372_000_000, Number.NaN, '1770372000'])('%j is refused', async (wrong) => {
    const { apply } = answering(() => answerOf({}))
    const call = apply({}, Object({ timestamp: wrong }))
    await expect(call).rejects.toThrow('timestamp should be UNIX seconds, not milliseconds')
  })
})

describe('the Date of an answer', () => {
  it.each([
    ['a token', () => answerOf({ SdkToken: 't' }, { headers: { Date: sentAt } })],
    ['a refusal', () => errorOf('RequestLimitExceeded', { headers: { Date: sentAt } })],
    ['a page of a gateway', () => new Response('<h1>Bad</h1>', { status: 502, headers: { Date: sentAt } })],
  ])('reaches the caller with %s', async (_, respond) => {
    const events: AttemptEvent[] = []
    const { apply } = answering(respond, { onAttempt: (event) => events.push(event) })
    const error: unknown = await apply().then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(events).toMatchObject([{ action, date }])
    if (error) expect(error).toMatchObject({ date })
  })
})
