import { describe, expect, it } from 'vitest'
import { createEmulator, developmentCredential } from '../src/index.ts'
import type { ReceivedRequest } from '../src/recorder/received-request.ts'
import { createRecorder } from '../src/recorder/recorder.ts'
import { createFullestSecond } from '../src/recorder/report.ts'
import { codeOf } from './support/caller.ts'
import { pick, seeded } from './support/random.ts'

const START = Date.UTC(2026, 4, 6, 12)

describe('the most in any second', () => {
  it('is what a brute-force count finds', () => {
    const random = seeded(11)
    for (let run = 0; run < 300; run++) {
      const count = Math.floor(random() * 60)
      const step = pick([1, 0.25, 125, 250], random)
      const times = Array.from({ length: count }, () => START + Math.floor((random() * 4000) / step) * step)
      expect(mostInAnySecond(times)).toBe(bruteForce(times))
    }
  })

  it('does not count both ends of a second', () => {
    expect(mostInAnySecond([0, 1000])).toBe(1)
    expect(mostInAnySecond([0, 999.999])).toBe(2)
    expect(mostInAnySecond([])).toBe(0)
  })
})

function mostInAnySecond(times: number[]): number {
  const second = createFullestSecond()
  for (const time of [...times].sort((a, b) => a - b)) second.add(time)
  return second.most()
}

/** Every second that begins at an arrival, counted one by one. */
function bruteForce(times: number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length))
}

describe('the report of a run', () => {
  it('tells requests, tokens, throttled, refused, the fullest second and the use of the quota, per caller too', async () => {
    let now = START
    const emulator = createEmulator({ requestsPerSecond: 2, clock: () => now })
    const call = (Extra: string | undefined, offset: number, more: object = {}): Promise<string> => {
      now = START + offset
      const timestamp = START / 1000
      return codeOf(emulator.fetch, { ...(Extra !== undefined && { Extra }), ...more }, { timestamp })
    }
    await call('ann', 0)
    await call('ann', 100.5)
    await call('bob', 200)
    await call('bob', 1100.5)
    await call(undefined, 1500, { CheckMode: 9 })
    emulator.faults.add({ fault: { kind: 'reset' } })
    await expect(call('ann', 1600)).rejects.toThrow('fetch failed')

    expect(emulator.report()).toEqual({
      received: 6,
      accepted: 5,
      dropped: 0,
      first: START,
      last: START + 1600,
      mostReceivedInAnySecond: 3,
      mostAcceptedInAnySecond: 3,
      ok: 3,
      throttled: 1,
      refused: 1,
      expired: 0,
      unprocessed: 1,
      quotas: [
        {
          account: developmentCredential.secretId,
          service: 'faceid',
          action: 'ApplySdkVerificationToken',
          requestsPerSecond: 2,
          received: 6,
          accepted: 5,
          mostReceivedInAnySecond: 3,
          mostAcceptedInAnySecond: 3,
          ok: 3,
          throttled: 1,
          use: 1,
        },
      ],
      callers: [
        { extra: 'ann', received: 3, ok: 2, throttled: 0 },
        { extra: 'bob', received: 2, ok: 1, throttled: 1 },
        { extra: null, received: 1, ok: 0, throttled: 0 },
      ],
      otherCallers: 0,
    })
  })

  it('tells the use of the quota by what the window allows: a calendar second anew at each boundary', async () => {
    let now = START
    const emulator = createEmulator({ window: 'calendar', clock: () => now })
    const call = (offset: number): Promise<string> => {
      now = START + offset
      return codeOf(emulator.fetch, {}, { timestamp: START / 1000 })
    }
    for (let index = 0; index < 20; index++) expect(await call(990)).toBe('ok')
    expect(emulator.report().quotas[0]?.use).toBe(1)
    for (let index = 0; index < 20; index++) expect(await call(1010)).toBe('ok')
    expect(emulator.report().quotas[0]?.use).toBe(1)
    await call(2000)
    expect(emulator.report().quotas[0]?.use).toBe(41 / 60)
  })

  it('says nothing happened when nothing did', () => {
    const empty = createEmulator().report()
    expect(empty).toMatchObject({
      received: 0,
      first: null,
      last: null,
      mostReceivedInAnySecond: 0,
      quotas: [],
      callers: [],
    })
  })

  it('keeps a request with its time in fractions, account, action, region, caller, outcome and request id', async () => {
    const emulator = createEmulator({ clock: () => START + 0.125 })
    await codeOf(emulator.fetch, { Extra: 'ann' }, { timestamp: START / 1000 })
    expect(emulator.received()).toEqual([
      {
        time: START + 0.125,
        account: developmentCredential.secretId,
        service: 'faceid',
        action: 'ApplySdkVerificationToken',
        region: 'ap-singapore',
        extra: 'ann',
        parameters: { Extra: 'ann' },
        accepted: true,
        outcome: 'ok',
        fault: null,
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ])
    emulator.clear()
    expect(emulator.received()).toEqual([])
  })
})

describe('what is carried out and what merely arrives', () => {
  it('is told apart: a late request is received, refused as expired, and not accepted', async () => {
    let now = START
    const emulator = createEmulator({ clock: () => now })
    const call = (offset: number, more: object = {}): Promise<string> => {
      now = START + offset
      return codeOf(emulator.fetch, {}, { timestamp: START / 1000, ...more })
    }
    expect(await call(0)).toBe('ok')
    expect(await call(300_999)).toBe('ok')
    expect(await call(301_000)).toBe('AuthFailure.SignatureExpire')
    expect(await call(301_500)).toBe('AuthFailure.SignatureExpire')
    expect(emulator.received().map(({ accepted }) => accepted)).toEqual([true, true, false, false])
    expect(emulator.report()).toMatchObject({
      received: 4,
      accepted: 2,
      expired: 2,
      refused: 2,
      mostReceivedInAnySecond: 3,
      mostAcceptedInAnySecond: 1,
    })
  })

  it('counts throttled requests and wrong parameters as accepted, and forged or unknown calls as received', async () => {
    const emulator = createEmulator({ requestsPerSecond: 2, clock: () => START })
    const timestamp = START / 1000
    const forged = { ...developmentCredential, secretKey: 'forged' }
    const codes = [
      await codeOf(emulator.fetch, { Bogus: 1 }, { timestamp }),
      await codeOf(emulator.fetch, {}, { timestamp }),
      await codeOf(emulator.fetch, {}, { timestamp }),
      await codeOf(emulator.fetch, {}, { timestamp, credential: forged }),
      await codeOf(emulator.fetch, {}, { timestamp, action: 'Unknown' }),
    ]
    expect(codes).toEqual([
      'UnknownParameter',
      'ok',
      'RequestLimitExceeded',
      'AuthFailure.SignatureFailure',
      'InvalidAction',
    ])
    expect(emulator.received().map(({ accepted }) => accepted)).toEqual([true, true, true, false, false])
    expect(emulator.report()).toMatchObject({ mostReceivedInAnySecond: 5, mostAcceptedInAnySecond: 3 })
  })

  it('names the action of a request whose signature failed, but no account', async () => {
    const emulator = createEmulator()
    await codeOf(emulator.fetch, {}, { credential: { ...developmentCredential, secretKey: 'forged' } })
    expect(emulator.received()).toMatchObject([{ action: 'ApplySdkVerificationToken', account: null }])
  })
})

describe('a call that breaks in a function of the answers', () => {
  it('is on record as failed, with its quota used, and shows the error to its caller', async () => {
    const answers = {
      ApplySdkVerificationToken: () => {
        throw new Error('my own mistake')
      },
    }
    const emulator = createEmulator({ answers })
    await expect(codeOf(emulator.fetch, { Extra: 'ann' })).rejects.toThrow('my own mistake')
    expect(emulator.received()).toMatchObject([{ extra: 'ann', outcome: 'failed', requestId: null }])
    expect(emulator.report()).toMatchObject({ received: 1, ok: 0, refused: 1 })
  })

  it('so is one whose answer is no JSON', async () => {
    const emulator = createEmulator({ answers: { ApplySdkVerificationToken: { SdkToken: 1n } } })
    await expect(codeOf(emulator.fetch, {})).rejects.toThrow(TypeError)
    expect(emulator.received()).toMatchObject([{ outcome: 'failed' }])
  })
})

describe('the memory of the recorder', () => {
  const limitOf = () => 20

  it('holds the newest within its bytes, in order, and says how many it dropped', () => {
    const recorder = createRecorder(20_000, limitOf, 'sliding')
    for (let time = 1; time <= 1000; time++) recorder.record(requestAt(time))
    const kept = recorder.received()
    expect(JSON.stringify(kept).length).toBeGreaterThan(15_000)
    expect(JSON.stringify(kept).length).toBeLessThan(20_000)
    expect(kept.at(-1)?.time).toBe(1000)
    expect(kept.map(({ time }) => time)).toEqual(kept.map((_, index) => 1001 - kept.length + index))
    expect(recorder.dropped()).toBe(1000 - kept.length)
    recorder.clear()
    recorder.record(requestAt(9))
    expect(recorder.received().map(({ time }) => time)).toEqual([9])
    expect(recorder.dropped()).toBe(0)
  })

  it('counts what it no longer keeps', () => {
    const recorder = createRecorder(2000, limitOf, 'sliding')
    for (let time = 1; time <= 1000; time++) recorder.record(requestAt(time))
    expect(recorder.report()).toMatchObject({ received: 1000, ok: 1000, first: 1, last: 1000 })
    expect(recorder.report().mostReceivedInAnySecond).toBe(1000)
    expect(recorder.report().dropped).toBe(recorder.dropped())
  })

  it('drops a request that would not fit by itself', () => {
    const recorder = createRecorder(1000, limitOf, 'sliding')
    recorder.record({ ...requestAt(1), extra: 'x'.repeat(2000) })
    expect(recorder.received()).toEqual([])
    expect(recorder.report()).toMatchObject({ received: 1, dropped: 1 })
  })

  it('lists 10,000 callers, and counts the requests of further ones', () => {
    const recorder = createRecorder(1000, limitOf, 'sliding')
    for (let time = 1; time <= 10_002; time++) recorder.record({ ...requestAt(time), extra: `caller ${time}` })
    recorder.record({ ...requestAt(10_003), extra: 'caller 1' })
    const { callers, otherCallers } = recorder.report()
    expect(callers).toHaveLength(10_000)
    expect(callers[0]).toMatchObject({ extra: 'caller 1', received: 2 })
    expect(otherCallers).toBe(2)
  })

  it('hands out copies', async () => {
    const emulator = createEmulator()
    await codeOf(emulator.fetch, { Extra: 'ann' })
    const [before] = emulator.received()
    Object.assign(before ?? {}, { extra: 'changed' })
    emulator.report().callers.length = 0
    expect(emulator.received()).toMatchObject([{ extra: 'ann' }])
    expect(emulator.report().callers).toHaveLength(1)
  })
})

function requestAt(time: number): ReceivedRequest {
  const nothing = {
    account: null,
    service: null,
    action: null,
    region: null,
    extra: null,
    fault: null,
    requestId: null,
  }
  return { time, outcome: 'ok', ...nothing, accepted: true, parameters: {} }
}
