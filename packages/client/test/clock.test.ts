import { createEmulator } from '@tc3-edge/emulator'
import { describe, expect, it, vi } from 'vitest'
import { answering, emulated, errorOf, failure, sent } from './support/client.ts'

const HOUR = 3600
const EXPIRED = 'AuthFailure.SignatureExpire'

/** A service whose clock is an hour ahead of the one here. */
function skewed(options: Parameters<typeof emulated>[0] = {}) {
  const setUp = emulated(options, createEmulator({ clock: () => Date.now() + HOUR * 1000 }))
  const outcomes = () => setUp.emulator.received().map(({ outcome }) => outcome)
  return { ...setUp, outcomes }
}

const withDate = (date: string) => () => errorOf(EXPIRED, { headers: { Date: date } })

describe('a clock that is wrong', () => {
  it('is corrected by the service’s, and the call made once more at once', async () => {
    const onAttempt = vi.fn()
    const { apply, outcomes } = skewed({ onAttempt })
    await expect(apply()).resolves.toHaveProperty('SdkToken')
    expect(outcomes()).toEqual([EXPIRED, 'ok'])
    expect(onAttempt.mock.calls[0]?.[0]).toMatchObject({ code: EXPIRED, retryDelayMs: 0 })
  })

  it('stays corrected for the calls that follow', async () => {
    const { apply, outcomes } = skewed()
    await apply()
    await apply()
    expect(outcomes()).toEqual([EXPIRED, 'ok', 'ok'])
  })

  it('with maxRetries 0 is corrected for the next call, and this one fails', async () => {
    const { apply, outcomes } = skewed({ maxRetries: 0 })
    expect(await failure(apply())).toMatchObject({
      code: EXPIRED,
      attempts: 1,
      retryable: true,
    })
    await expect(apply()).resolves.toHaveProperty('SdkToken')
    expect(outcomes()).toEqual([EXPIRED, 'ok'])
  })

  it('is corrected exactly once in a call, however many retries there may be', async () => {
    const { fetch, apply } = answering(withDate('Fri, 06 Feb 2026 10:00:00 GMT'), { maxRetries: 9 })
    expect(await failure(apply())).toMatchObject({ code: EXPIRED, attempts: 2 })
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(sent(fetch, 1).headers.get('x-tc-timestamp')).toMatch(`${Date.parse('2026-02-06T10:00:00Z') / 100_000}`)
  })

  it('is corrected to the whole second by a Date that has fractions', async () => {
    const { fetch, apply } = answering(withDate('2026-02-06T10:00:00.500Z'), { maxRetries: 2 })
    expect(await failure(apply())).toMatchObject({ code: EXPIRED, attempts: 2 })
    expect(sent(fetch, 1).headers.get('x-tc-timestamp')).toMatch(`${Date.parse('2026-02-06T10:00:00Z') / 100_000}`)
  })

  it.each(['', 'yesterday', 'Sat, 06 Feb 1926 10:00:00 GMT', 'Fri, 06 Feb 2150 10:00:00 GMT'])(
    'can’t be corrected by the Date %j',
    async (date) => {
      const onAttempt = vi.fn()
      const { fetch, apply } = answering(withDate(date), { maxRetries: 2, onAttempt })
      expect(await failure(apply())).toMatchObject({
        code: EXPIRED,
        attempts: 1,
        retryable: false,
      })
      expect(onAttempt.mock.calls).toMatchObject([[{ code: EXPIRED, attempt: 1 }]])
      expect(fetch).toHaveBeenCalledOnce()
    },
  )

  it('is not corrected by the Date of any other answer', async () => {
    const headers = { Date: 'Fri, 06 Feb 2026 10:00:00 GMT' }
    const { fetch, apply } = answering(() => errorOf('InvalidParameter', { headers }))
    await failure(apply())
    await failure(apply())
    expect(Math.abs(Number(sent(fetch, 1).headers.get('x-tc-timestamp')) - Date.now() / 1000)).toBeLessThan(HOUR)
  })
})
