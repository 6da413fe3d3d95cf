import {
  abortAllDurableObjects,
  evictDurableObject,
  reset,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import { HOUR_MS } from '@tc3-edge/gate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { limitRate } from '../../src/auth/rate-limit.ts'
import { GateClient } from '../../src/gate/gate-client.ts'
import type { Gate } from '../../src/gate/gate-object.ts'
import type { GateStorage } from '../../src/gate/gate-storage.ts'
import { acquire, bindings, client, complete, gate, nobodyLeaves, pass, REST_MS, request, takeAll } from './calls.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await reset()
})

describe('the gate’s object', () => {
  it('grants 20 of 25 and refuses who can’t wait', async () => {
    const decisions = await Promise.all(Array.from({ length: 25 }, () => acquire()))
    expect(decisions.filter(({ kind }) => kind === 'granted')).toHaveLength(20)
    expect(decisions.filter(({ kind }) => kind === 'refused')).toHaveLength(5)
  })

  it('stores each grant before it is used', async () => {
    const granted = [await acquire(), await acquire(), await acquire()].map(({ id }) => id)
    const stored = await runInDurableObject(gate(), (_: Gate, state) =>
      state.storage.sql.exec<{ row: string }>('SELECT row FROM permits').toArray(),
    )
    expect(stored.map(({ row }) => JSON.parse(row).grant)).toStrictEqual(granted)
  })

  it('serves who waits as soon as a permit is free', async () => {
    const [first = ''] = await takeAll()
    const waiting = acquire({ maxWaitMs: 2_000 })
    await complete(first, { kind: 'not-sent' })
    expect(await waiting).toMatchObject({ kind: 'granted' })
  })

  it('drops a caller that hangs up while waiting', async () => {
    const [first = ''] = await takeAll()
    const leaving = new AbortController()
    const left = client.acquire(request({ id: 'gone', maxWaitMs: 2_000 }), leaving.signal)
    leaving.abort()
    expect(await left).toMatchObject({ id: 'gone', kind: 'refused' })
    await complete(first, { kind: 'not-sent' })
    expect(await acquire()).toMatchObject({ kind: 'granted' })
  })

  it('frees the permit of a Worker that died when its signature has expired and a second is over, and not before', async () => {
    const first = await acquire()
    for (let n = 0; n < 19; n++) await acquire()
    const expiresInMs = first.kind === 'granted' ? first.expiresInMs : 0
    // The call's 5 s and one more, as seconds of a clock that may be 2 s before or behind ours.
    expect(expiresInMs).toBeGreaterThan(6_000)
    expect(expiresInMs).toBeLessThanOrEqual(REST_MS - 1_001)
    pass(expiresInMs + 1_000)
    expect(await acquire()).toMatchObject({ kind: 'refused' })
    pass(1)
    expect(await acquire()).toMatchObject({ kind: 'granted' })
  })

  it('learns Tencent’s time from Date, and grants a timestamp in it', async () => {
    const { id } = await acquire()
    pass(60)
    const ahead = Math.floor((Date.now() + 90_000) / 1_000) * 1_000
    await complete(id, { kind: 'refused' }, { date: ahead })
    const { timestamp } = Object(await acquire())
    // 294 s back: the signature is good for 6 s more of the 300 that Tencent allows.
    expect(Math.abs(timestamp - (ahead / 1_000 - 294))).toBeLessThanOrEqual(2)
  })

  it('says how it signs', async () => {
    expect(await client.status()).toStrictEqual({ signing: 'backdated' })
    for (let n = 0; n < 2; n++) {
      const { id } = await acquire()
      await complete(id, { kind: 'expired' })
    }
    expect(await client.status()).toStrictEqual({ signing: 'present' })
    const { timestamp } = Object(await acquire())
    expect(Math.abs(timestamp - Date.now() / 1_000)).toBeLessThanOrEqual(3)
    await abortAllDurableObjects()
    expect(await client.status()).toStrictEqual({ signing: 'present' })
    pass(3_600_000)
    expect(await client.status()).toStrictEqual({ signing: 'backdated' })
  })

  it.each(['ApplySdkVerificationToken', 'GetSdkVerificationResult'] as const)(
    'writes a line for the operator, which names the lane %s',
    async (lane) => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
      const one = new GateClient({ namespace: bindings.GATE, lane, region: 'ap-singapore' })
      for (let n = 0; n < 2; n++) {
        const { id } = await one.acquire(request(), nobodyLeaves)
        await one.complete({ id, outcome: { kind: 'expired' } })
      }
      expect(warn.mock.calls.map(([line]) => JSON.parse(line))).toStrictEqual([{ gate: 'signing-present-time', lane }])
      warn.mockRestore()
    },
  )
})

describe('a key', () => {
  const idempotent = { key: 'k', fingerprint: 'r' }

  it('whose call is under way is in progress; with another request it is refused', async () => {
    await acquire({ idempotent })
    expect(await acquire({ idempotent })).toMatchObject({ kind: 'refused', reason: 'in-progress' })
    const other = await acquire({ idempotent: { ...idempotent, fingerprint: 'other' } })
    expect(other).toMatchObject({ kind: 'refused', reason: 'other-request' })
  })

  it('that waits is in progress as well', async () => {
    const [first = ''] = await takeAll()
    const waiting = acquire({ idempotent, maxWaitMs: 2_000 })
    expect(await acquire({ idempotent })).toMatchObject({ kind: 'refused', reason: 'in-progress' })
    await complete(first, { kind: 'not-sent' })
    expect(await waiting).toMatchObject({ kind: 'granted' })
  })

  it('that went on to another call makes the first one’s token worthless', async () => {
    const { id } = await acquire({ idempotent })
    pass(REST_MS)
    const second = await acquire({ idempotent })
    expect(second).toMatchObject({ kind: 'granted' })
    expect(await complete(id, { kind: 'succeeded', answer: 'late' }, { idempotent })).toStrictEqual({ fenced: true })
    expect(await complete(second.id, { kind: 'succeeded', answer: 'good' }, { idempotent })).toStrictEqual({
      fenced: false,
    })
    expect(await acquire({ idempotent })).toMatchObject({ kind: 'replayed', answer: 'good' })
  })
})

describe.each([
  ['evicted', () => evictDurableObject(gate())],
  ['aborted', () => abortAllDurableObjects()],
])('when the object is %s', (_, end) => {
  it('after grants, they still count', async () => {
    await takeAll()
    await end()
    expect(await acquire()).toMatchObject({ kind: 'refused' })
  })

  it('between the answer of the upstream and the report, the report still counts', async () => {
    const [first = '', second = ''] = await takeAll()
    await end()
    await complete(first, { kind: 'not-sent' })
    expect(await acquire()).toMatchObject({ kind: 'granted' })
    await complete(second, { kind: 'refused' })
    pass(1_001)
    expect(await acquire()).toMatchObject({ kind: 'granted' })
    expect(await acquire()).toMatchObject({ kind: 'refused' })
  })

  it('all permits are free again when their signatures have expired, and a second later', async () => {
    await takeAll()
    await end()
    expect(await acquire()).toMatchObject({ kind: 'refused' })
    pass(REST_MS)
    await takeAll()
  })

  it('a stored answer is still there', async () => {
    const idempotent = { key: 'k', fingerprint: 'r' }
    const { id } = await acquire({ idempotent })
    await complete(id, { kind: 'succeeded', answer: 'token' }, { idempotent })
    await end()
    expect(await acquire({ idempotent })).toMatchObject({ kind: 'replayed', answer: 'token' })
  })
})

it('a caller that lost the reply with its grant gets the same grant again, also for a key', async () => {
  const asked = request({ id: 'same', idempotent: { key: 'k', fingerprint: 'r' } })
  await client.acquire(asked, nobodyLeaves)
  await abortAllDurableObjects()
  expect(await client.acquire(asked, nobodyLeaves)).toMatchObject({ id: 'same', kind: 'granted' })
  for (let n = 0; n < 19; n++) expect(await acquire()).toMatchObject({ kind: 'granted' })
  expect(await acquire()).toMatchObject({ kind: 'refused' })
})

it('a caller that waits while the object is aborted acquires again and is served', async () => {
  const [first = ''] = await takeAll()
  const waiting = acquire({ maxWaitMs: 10_000 })
  // Only what is asked after it can tell that the question has arrived.
  expect(await acquire()).toMatchObject({ kind: 'refused' })
  await abortAllDurableObjects()
  await complete(first, { kind: 'not-sent' })
  expect(await waiting).toMatchObject({ kind: 'granted' })
})

// On the platform an instance is superseded when another one begins where the first can't be reached: from then on nothing
// that the first writes is committed. Here its commits break a constraint, which has the same end.
describe('a superseded instance, none of whose writes is committed any more', () => {
  const supersede = () =>
    runInDurableObject(gate(), (instance: Gate, { storage: { sql } }) => {
      sql.exec('CREATE TABLE newer (epoch INTEGER PRIMARY KEY)')
      sql.exec('CREATE TABLE older (epoch INTEGER REFERENCES newer (epoch))')
      const { storage }: { storage: GateStorage } = Object(instance)
      for (const name of ['putPermit', 'putRecord'] as const) {
        const put = storage[name].bind(storage)
        storage[name] = (row: never) => {
          put(row)
          sql.exec('PRAGMA defer_foreign_keys = on')
          sql.exec('INSERT INTO older VALUES (1)')
        }
      }
    })

  it('lets no grant out: its caller is refused, and the next instance has all permits to give', async () => {
    await acquire()
    await supersede()
    await expect(acquire()).rejects.toMatchObject({
      code: 'gate-unavailable',
      options: { retryAfter: expect.any(Number) },
    })
    for (let n = 0; n < 19; n++) expect(await acquire()).toMatchObject({ kind: 'granted' })
    expect(await acquire()).toMatchObject({ kind: 'refused' })
  })

  it('a caller whose queue timeout is not over acquires from the next instance', async () => {
    await supersede()
    expect(await acquire({ maxWaitMs: 2_000 })).toMatchObject({ kind: 'granted' })
    for (let n = 0; n < 19; n++) expect(await acquire()).toMatchObject({ kind: 'granted' })
    expect(await acquire()).toMatchObject({ kind: 'refused' })
  })

  it('confirms no report: it is made to the next instance, before the token is handed out', async () => {
    const idempotent = { key: 'k', fingerprint: 'r' }
    const { id } = await acquire({ idempotent })
    await supersede()
    expect(await complete(id, { kind: 'succeeded', answer: 'token' }, { idempotent })).toStrictEqual({ fenced: false })
    expect(await acquire({ idempotent })).toMatchObject({ kind: 'replayed', answer: 'token' })
  })
})

describe('an instance that can’t store', () => {
  const breakStorage = () =>
    runInDurableObject(gate(), (instance: Gate) => {
      const { storage }: { storage: GateStorage } = Object(instance)
      storage.putPermit = () => {
        throw new Error('database or disk is full')
      }
    })

  it('ends, so that it remembers no grant that is not stored; the next one serves', async () => {
    await acquire()
    await breakStorage()
    expect(await acquire({ maxWaitMs: 2_000 })).toMatchObject({ kind: 'granted' })
    for (let n = 0; n < 18; n++) expect(await acquire()).toMatchObject({ kind: 'granted' })
    expect(await acquire()).toMatchObject({ kind: 'refused' })
  })

  it('leaves nobody in its queue waiting for ever', async () => {
    const [first = ''] = await takeAll()
    const waiting = acquire({ maxWaitMs: 10_000 })
    // Only what is asked after it can tell that the question has arrived.
    expect(await acquire()).toMatchObject({ kind: 'refused' })
    await breakStorage()
    await complete(first, { kind: 'not-sent' })
    expect(await waiting).toMatchObject({ kind: 'granted' })
  })
})

const perHour = { name: 'user:u', scope: 'caller', limit: 20, windowMs: HOUR_MS } as const

describe('the clean-up', () => {
  const count = (table: string) =>
    runInDurableObject(gate(), (_: Gate, state) =>
      Number(state.storage.sql.exec(`SELECT count(*) AS n FROM ${table}`).one().n),
    )

  it('forgets answers after ten minutes and quotas after their windows', async () => {
    const over = { caller: 'user:u', quotas: [perHour], idempotent: { key: 'k', fingerprint: 'r' } }
    const { id } = await acquire(over)
    await complete(id, { kind: 'succeeded', answer: 'token' }, over)
    pass(9 * 60_000)
    expect(await runDurableObjectAlarm(gate())).toBe(true)
    expect([await count('ledger'), await count('quotas')]).toStrictEqual([1, 1])
    pass(65_000)
    expect(await runDurableObjectAlarm(gate())).toBe(true)
    expect([await count('ledger'), await count('quotas')]).toStrictEqual([0, 1])
    pass(50 * 60_000)
    expect(await runDurableObjectAlarm(gate())).toBe(true)
    expect([await count('ledger'), await count('quotas'), await count('allowances')]).toStrictEqual([0, 0, 0])
    expect(await runDurableObjectAlarm(gate())).toBe(false)
  })

  it('is put off by no restart', async () => {
    const alarm = () => runInDurableObject(gate(), (_: Gate, state) => state.storage.getAlarm())
    await acquire({ idempotent: { key: 'k', fingerprint: 'r' } })
    const set = await alarm()
    expect(set).toBe(Date.now() + 60_000)
    pass(30_000)
    await evictDurableObject(gate())
    await acquire({ idempotent: { key: 'other', fingerprint: 'r' } })
    expect(await alarm()).toBe(set)
  })

  it('survives an alarm that fails, and one that can not be set', async () => {
    const later = { idempotent: { key: 'later', fingerprint: 'r' } }
    const alarm = () => runInDurableObject(gate(), (_: Gate, state) => state.storage.getAlarm())
    await acquire({ idempotent: { key: 'k', fingerprint: 'r' } })
    await runInDurableObject(gate(), async (instance: Gate, { storage }) => {
      const { storage: rows }: { storage: GateStorage } = Object(instance)
      vi.spyOn(rows, 'deleteExpired').mockImplementationOnce(() => {
        throw new Error('the disk is full')
      })
      await expect(instance.alarm()).rejects.toThrow('the disk is full')
      // The platform tries a few times and gives up.
      await storage.deleteAlarm()
      vi.spyOn(storage, 'setAlarm').mockRejectedValueOnce(new Error('not now'))
    })
    await acquire(later)
    expect(await alarm()).toBeNull()
    await acquire(later)
    expect(await alarm()).toBe(Date.now() + 60_000)
  })

  it('a look at a key or a quota goes by the primary key, however many there are', async () => {
    const plans = await runInDurableObject(gate(), (_: Gate, { storage: { sql } }) =>
      ['SELECT * FROM ledger WHERE key = ?', 'SELECT * FROM quotas WHERE name = ?'].map((query) =>
        String(sql.exec(`EXPLAIN QUERY PLAN ${query}`, 'x').one().detail),
      ),
    )
    expect(plans[0]).toContain('SEARCH ledger USING PRIMARY KEY')
    expect(plans[1]).toContain('SEARCH quotas USING PRIMARY KEY')
  })
})

it('a caller that sends too many requests is rejected', async () => {
  const limited = { limit: async () => ({ success: false }) }
  await expect(limitRate(limited, { kind: 'backend', id: 'backend:a', tenant: 'backend:a' })).rejects.toMatchObject({
    code: 'too-many-requests',
    options: { retryAfter: 10 },
  })
  const caller = { kind: 'backend', id: `backend:${crypto.randomUUID()}`, tenant: '' } as const
  const flood = (limiter: RateLimit) => Promise.all(Array.from({ length: 1_000 }, () => limitRate(limiter, caller)))
  await expect(flood(bindings.RATE_LIMIT)).rejects.toMatchObject({ code: 'too-many-requests' })
  // Reads are counted by themselves.
  await limitRate(bindings.READ_RATE_LIMIT, caller)
  await expect(flood(bindings.READ_RATE_LIMIT)).rejects.toMatchObject({ code: 'too-many-requests' })
})
