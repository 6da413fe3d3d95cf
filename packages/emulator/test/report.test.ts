import { describe, expect, it } from 'vitest'
import { createEmulator, developmentCredential } from '../src/index.ts'
import { mostInAnySecond, reportOf } from '../src/report.ts'
import { type Arrival, createWitness } from '../src/witness.ts'
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

/** Every second that begins at an arrival, counted one by one. */
function bruteForce(times: number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length))
}

describe('the report of a run', () => {
  it('tells arrivals, tokens, throttled, refused, the fullest second and the use of the quota, per caller too', async () => {
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
    emulator.faults.order({ fault: { kind: 'reset' } })
    await expect(call('ann', 1600)).rejects.toThrow('fetch failed')

    expect(emulator.report()).toEqual({
      arrivals: 6,
      dropped: 0,
      first: START,
      last: START + 1600,
      mostInAnySecond: 3,
      ok: 3,
      throttled: 1,
      refused: 1,
      unprocessed: 1,
      quotas: [
        {
          account: developmentCredential.secretId,
          action: 'ApplySdkVerificationToken',
          requestsPerSecond: 2,
          arrivals: 6,
          mostInAnySecond: 3,
          ok: 3,
          throttled: 1,
          use: 1,
        },
      ],
      callers: [
        { extra: 'ann', arrivals: 3, ok: 2, throttled: 0 },
        { extra: 'bob', arrivals: 2, ok: 1, throttled: 1 },
        { extra: null, arrivals: 1, ok: 0, throttled: 0 },
      ],
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
    expect(empty).toMatchObject({ arrivals: 0, first: null, last: null, mostInAnySecond: 0, quotas: [], callers: [] })
  })

  it('keeps an arrival with its time in fractions, account, action, region, caller, outcome and request id', async () => {
    const emulator = createEmulator({ clock: () => START + 0.125 })
    await codeOf(emulator.fetch, { Extra: 'ann' }, { timestamp: START / 1000 })
    expect(emulator.arrivals()).toEqual([
      {
        time: START + 0.125,
        account: developmentCredential.secretId,
        action: 'ApplySdkVerificationToken',
        region: 'ap-singapore',
        extra: 'ann',
        outcome: 'ok',
        fault: null,
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ])
    emulator.clear()
    expect(emulator.arrivals()).toEqual([])
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
    expect(emulator.arrivals()).toMatchObject([{ extra: 'ann', outcome: 'failed', requestId: null }])
    expect(emulator.report()).toMatchObject({ arrivals: 1, ok: 0, refused: 1 })
  })

  it('so is one whose answer is no JSON', async () => {
    const emulator = createEmulator({ answers: { ApplySdkVerificationToken: { SdkToken: 1n } } })
    await expect(codeOf(emulator.fetch, {})).rejects.toThrow(TypeError)
    expect(emulator.arrivals()).toMatchObject([{ outcome: 'failed' }])
  })
})

describe('the memory of the witness', () => {
  it('holds the newest, in order, and says how many it let go', () => {
    const witness = createWitness(3)
    for (let time = 1; time <= 8; time++) witness.record(arrivalAt(time))
    expect(witness.arrivals().map(({ time }) => time)).toEqual([6, 7, 8])
    expect(reportOf(witness.arrivals(), witness.dropped(), () => 20, 'sliding')).toMatchObject({
      arrivals: 3,
      dropped: 5,
    })
    witness.clear()
    witness.record(arrivalAt(9))
    expect(witness.arrivals().map(({ time }) => time)).toEqual([9])
    expect(witness.dropped()).toBe(0)
  })
})

function arrivalAt(time: number): Arrival {
  const nothing = { account: null, action: null, region: null, extra: null, fault: null, requestId: null }
  return { time, outcome: 'ok', ...nothing }
}
