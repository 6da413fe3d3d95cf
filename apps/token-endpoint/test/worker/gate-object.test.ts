import {
  abortAllDurableObjects,
  evictDurableObject,
  reset,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { limitRate } from '../../src/auth/rate-limit.ts'
import type { Gate } from '../../src/gate/gate-object.ts'
import type { GateStorage } from '../../src/gate/gate-storage.ts'
import { ask, bindings, client, gate, message, nobodyLeaves, pass, report, takeAll } from './calls.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await reset()
})

describe('the gate’s object', () => {
  it('grants 20 of 25 and refuses who can’t wait', async () => {
    const decisions = await Promise.all(Array.from({ length: 25 }, () => ask()))
    expect(decisions.filter(({ kind }) => kind === 'granted')).toHaveLength(20)
    expect(decisions.filter(({ kind }) => kind === 'refused')).toHaveLength(5)
  })

  it('stores each grant before it is used', async () => {
    const granted = [await ask(), await ask(), await ask()].map(({ id }) => id)
    const stored = await runInDurableObject(gate(), (_: Gate, state) =>
      state.storage.sql.exec<{ row: string }>('SELECT row FROM permits').toArray(),
    )
    expect(stored.map(({ row }) => JSON.parse(row).grant)).toStrictEqual(granted)
  })

  it('serves who waits as soon as a permit is free', async () => {
    const [first = ''] = await takeAll()
    const waiting = ask({ patienceMs: 2_000 })
    await report(first, { kind: 'not-sent' })
    expect(await waiting).toMatchObject({ kind: 'granted' })
  })

  it('lets go of whoever hangs up while waiting', async () => {
    const [first = ''] = await takeAll()
    const leaving = new AbortController()
    const left = client.ask(message({ id: 'gone', patienceMs: 2_000 }), leaving.signal)
    leaving.abort()
    expect(await left).toMatchObject({ id: 'gone', kind: 'refused' })
    await report(first, { kind: 'not-sent' })
    expect(await ask()).toMatchObject({ kind: 'granted' })
  })

  it('frees the permit of a Worker that died when its lease and a second are over, and not before', async () => {
    await takeAll()
    pass(5_000 + 1_000)
    expect(await ask()).toMatchObject({ kind: 'refused' })
    pass(1)
    expect(await ask()).toMatchObject({ kind: 'granted' })
  })
})

describe('a key', () => {
  const keyed = { key: 'k', request: 'r' }

  it('whose call is under way is in progress; with another request it is refused', async () => {
    await ask({ keyed })
    expect(await ask({ keyed })).toMatchObject({ kind: 'refused', reason: 'in-progress' })
    const other = await ask({ keyed: { ...keyed, request: 'other' } })
    expect(other).toMatchObject({ kind: 'refused', reason: 'other-request' })
  })

  it('that waits is in progress as well', async () => {
    const [first = ''] = await takeAll()
    const waiting = ask({ keyed, patienceMs: 2_000 })
    expect(await ask({ keyed })).toMatchObject({ kind: 'refused', reason: 'in-progress' })
    await report(first, { kind: 'not-sent' })
    expect(await waiting).toMatchObject({ kind: 'granted' })
  })

  it('that went on to another call makes the first one’s token worthless', async () => {
    const { id } = await ask({ keyed })
    pass(5_000)
    const second = await ask({ keyed })
    expect(second).toMatchObject({ kind: 'granted' })
    expect(await report(id, { kind: 'issued', answer: 'late' }, { keyed })).toStrictEqual({ superseded: true })
    expect(await report(second.id, { kind: 'issued', answer: 'good' }, { keyed })).toStrictEqual({ superseded: false })
    expect(await ask({ keyed })).toMatchObject({ kind: 'answered', answer: 'good' })
  })
})

describe.each([
  ['evicted', () => evictDurableObject(gate())],
  ['aborted', () => abortAllDurableObjects()],
])('when the object is %s', (_, end) => {
  it('after grants, they still count', async () => {
    await takeAll()
    await end()
    expect(await ask()).toMatchObject({ kind: 'refused' })
  })

  it('between the answer of the upstream and the report, the report still counts', async () => {
    const [first = '', second = ''] = await takeAll()
    await end()
    await report(first, { kind: 'not-sent' })
    expect(await ask()).toMatchObject({ kind: 'granted' })
    await report(second, { kind: 'refused' })
    pass(1_001)
    expect(await ask()).toMatchObject({ kind: 'granted' })
    expect(await ask()).toMatchObject({ kind: 'refused' })
  })

  it('all permits are free again within a lease and a second', async () => {
    await takeAll()
    await end()
    // The first question brings it back to life, from where the leases count.
    expect(await ask()).toMatchObject({ kind: 'refused' })
    pass(5_000 + 1_001)
    await takeAll()
  })

  it('a stored answer is still there', async () => {
    const keyed = { key: 'k', request: 'r' }
    const { id } = await ask({ keyed })
    await report(id, { kind: 'issued', answer: 'token' }, { keyed })
    await end()
    expect(await ask({ keyed })).toMatchObject({ kind: 'answered', answer: 'token' })
  })
})

it('whoever lost the answer with its grant is given the same grant again, also for a key', async () => {
  const asked = message({ id: 'same', keyed: { key: 'k', request: 'r' } })
  await client.ask(asked, nobodyLeaves)
  await abortAllDurableObjects()
  expect(await client.ask(asked, nobodyLeaves)).toMatchObject({ id: 'same', kind: 'granted' })
  for (let n = 0; n < 19; n++) expect(await ask()).toMatchObject({ kind: 'granted' })
  expect(await ask()).toMatchObject({ kind: 'refused' })
})

it('whoever waits while the object is aborted asks once more and is served', async () => {
  const [first = ''] = await takeAll()
  const waiting = ask({ patienceMs: 10_000 })
  // Only what is asked after it can tell that the question has arrived.
  expect(await ask()).toMatchObject({ kind: 'refused' })
  await abortAllDurableObjects()
  await report(first, { kind: 'not-sent' })
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
      const store = storage.store.bind(storage)
      storage.store = (write) => {
        store(write)
        sql.exec('PRAGMA defer_foreign_keys = on')
        sql.exec('INSERT INTO older VALUES (1)')
      }
    })

  it('lets no grant out: its caller is refused, and the next instance has all permits to give', async () => {
    await ask()
    await supersede()
    await expect(ask()).rejects.toMatchObject({ code: 'gate-unavailable', options: { retryAfter: expect.any(Number) } })
    for (let n = 0; n < 19; n++) expect(await ask()).toMatchObject({ kind: 'granted' })
    expect(await ask()).toMatchObject({ kind: 'refused' })
  })

  it('a caller with patience asks the next instance', async () => {
    await supersede()
    expect(await ask({ patienceMs: 2_000 })).toMatchObject({ kind: 'granted' })
    for (let n = 0; n < 19; n++) expect(await ask()).toMatchObject({ kind: 'granted' })
    expect(await ask()).toMatchObject({ kind: 'refused' })
  })

  it('confirms no report: it is made to the next instance, before the token is handed out', async () => {
    const keyed = { key: 'k', request: 'r' }
    const { id } = await ask({ keyed })
    await supersede()
    expect(await report(id, { kind: 'issued', answer: 'token' }, { keyed })).toStrictEqual({ superseded: false })
    expect(await ask({ keyed })).toMatchObject({ kind: 'answered', answer: 'token' })
  })
})

describe('an instance that can’t store', () => {
  const breakStorage = () =>
    runInDurableObject(gate(), (instance: Gate) => {
      const { storage }: { storage: GateStorage } = Object(instance)
      storage.store = () => {
        throw new Error('database or disk is full')
      }
    })

  it('ends, so that it remembers no grant that is not stored; the next one serves', async () => {
    await ask()
    await breakStorage()
    expect(await ask({ patienceMs: 2_000 })).toMatchObject({ kind: 'granted' })
    for (let n = 0; n < 18; n++) expect(await ask()).toMatchObject({ kind: 'granted' })
    expect(await ask()).toMatchObject({ kind: 'refused' })
  })

  it('leaves nobody waiting for ever who stood in its line', async () => {
    const [first = ''] = await takeAll()
    const waiting = ask({ patienceMs: 10_000 })
    // Only what is asked after it can tell that the question has arrived.
    expect(await ask()).toMatchObject({ kind: 'refused' })
    await breakStorage()
    await report(first, { kind: 'not-sent' })
    expect(await waiting).toMatchObject({ kind: 'granted' })
  })
})

describe('the clean-up', () => {
  const count = (table: string) =>
    runInDurableObject(gate(), (_: Gate, state) =>
      Number(state.storage.sql.exec(`SELECT count(*) AS n FROM ${table}`).one().n),
    )

  it('forgets answers after ten minutes and allowances after an hour', async () => {
    const over = { caller: 'user:u', party: 'users', tokensPerHour: 20, keyed: { key: 'k', request: 'r' } }
    const { id } = await ask(over)
    await report(id, { kind: 'issued', answer: 'token' }, { ...over, counted: true })
    pass(9 * 60_000)
    expect(await runDurableObjectAlarm(gate())).toBe(true)
    expect([await count('ledger'), await count('allowances')]).toStrictEqual([1, 1])
    pass(60_001)
    expect(await runDurableObjectAlarm(gate())).toBe(true)
    expect([await count('ledger'), await count('allowances')]).toStrictEqual([0, 1])
    pass(50 * 60_000)
    expect(await runDurableObjectAlarm(gate())).toBe(true)
    expect([await count('ledger'), await count('allowances')]).toStrictEqual([0, 0])
    expect(await runDurableObjectAlarm(gate())).toBe(false)
  })

  it('is put off by no restart', async () => {
    const alarm = () => runInDurableObject(gate(), (_: Gate, state) => state.storage.getAlarm())
    await ask({ keyed: { key: 'k', request: 'r' } })
    const set = await alarm()
    expect(set).toBe(Date.now() + 60_000)
    pass(30_000)
    await evictDurableObject(gate())
    await ask({ keyed: { key: 'other', request: 'r' } })
    expect(await alarm()).toBe(set)
  })

  it('a look into the ledger or at an allowance goes by the primary key, however many there are', async () => {
    const plans = await runInDurableObject(gate(), (_: Gate, { storage: { sql } }) =>
      ['SELECT * FROM ledger WHERE key = ?', 'SELECT * FROM allowances WHERE caller = ?'].map((query) =>
        String(sql.exec(`EXPLAIN QUERY PLAN ${query}`, 'x').one().detail),
      ),
    )
    expect(plans[0]).toContain('SEARCH ledger USING PRIMARY KEY')
    expect(plans[1]).toContain('SEARCH allowances USING PRIMARY KEY')
  })
})

it('a caller that sends too many requests is rejected', async () => {
  const limited = { limit: async () => ({ success: false }) }
  await expect(limitRate(limited, { kind: 'backend', id: 'backend:a', tenant: 'backend:a' })).rejects.toMatchObject({
    code: 'too-many-requests',
    options: { retryAfter: 10 },
  })
  const caller = { kind: 'backend', id: `backend:${crypto.randomUUID()}`, tenant: '' } as const
  const flood = async () => {
    for (let n = 0; n < 1_000; n++) await limitRate(bindings.RATE_LIMIT, caller)
  }
  await expect(flood()).rejects.toMatchObject({ code: 'too-many-requests' })
})
