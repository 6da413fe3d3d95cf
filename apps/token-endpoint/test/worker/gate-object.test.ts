import {
  abortAllDurableObjects,
  evictDurableObject,
  reset,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shield } from '../../src/caller/shield.ts'
import type { Env } from '../../src/env.ts'
import { GateClient } from '../../src/gate/gate-client.ts'
import { Gate } from '../../src/gate/gate-object.ts'
import type { GateStorage } from '../../src/gate/gate-storage.ts'
import type { AskMessage, Decision, Outcome, ReportMessage } from '../../src/gate/messages.ts'

const bindings: Env = Object(env)
const gate = () => bindings.GATE.getByName('account')
const client = new GateClient(bindings, 'ap-singapore')
const nobodyLeaves = new AbortController().signal

let asked = 0
const message = (over: Partial<AskMessage> = {}): AskMessage => ({
  id: `ask-${asked++}`,
  caller: 'backend:a',
  party: 'backend:a',
  patienceMs: 0,
  ...over,
})
const ask = (over: Partial<AskMessage> = {}): Promise<Decision> => client.ask(message(over), nobodyLeaves)
const report = (id: string, outcome: Outcome, over: object = {}) =>
  client.report({ id, caller: 'backend:a', counted: false, outcome, ...over })
const takeAll = async () => {
  const decisions = await Promise.all(Array.from({ length: 20 }, () => ask()))
  expect(new Set(decisions.map(({ kind }) => kind))).toStrictEqual(new Set(['granted']))
  return decisions.map(({ id }) => id)
}
/** `Date` in the object is the test's. Its timers are not. */
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)

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

  it('does not hear of a caller that hung up before', async () => {
    await takeAll()
    const before = vi.spyOn(Gate.prototype, 'ask')
    expect(await client.ask(message({ patienceMs: 2_000 }), AbortSignal.abort())).toMatchObject({ kind: 'refused' })
    expect(before).not.toHaveBeenCalled()
    before.mockRestore()
  })

  it('takes back the grant of a Worker that never heard of it', async () => {
    const deaf: Env = Object({
      GATE: {
        getByName: () => ({
          ask: async (question: AskMessage) => {
            await gate().ask(question)
            throw new Error('Network connection lost.')
          },
          cancel: (id: string) => gate().cancel(id),
          report: (what: ReportMessage) => gate().report(what),
        }),
      },
    })
    const keyed = { key: 'k', request: 'r' }
    const lost = new GateClient(deaf, 'ap-singapore').ask(message({ keyed }), nobodyLeaves)
    await expect(lost).rejects.toMatchObject({ code: 'gate-unavailable' })
    await vi.waitFor(async () => expect(await ask({ keyed })).toMatchObject({ kind: 'granted' }))
    for (let n = 0; n < 19; n++) expect(await ask()).toMatchObject({ kind: 'granted' })
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

it.each([
  ['without a key', undefined],
  ['with a key', { key: 'k', request: 'r' }],
])('whoever loses its connection while it waits asks once more and keeps its place, %s', async (_, keyed) => {
  const [first = '', second = ''] = await takeAll()
  let asked = 0
  const lossy: Env = Object({
    GATE: {
      getByName: () => ({
        ask: async (question: AskMessage) => {
          const answer = gate().ask(question)
          if (asked++ > 0) return answer
          // Only what is asked after it can tell that the question has arrived.
          await ask()
          throw new Error('Network connection lost.')
        },
      }),
    },
  })
  const waiting = new GateClient(lossy, 'ap-singapore').ask(message({ patienceMs: 10_000, keyed }), nobodyLeaves)
  await vi.waitUntil(() => asked === 2)
  expect(await ask()).toMatchObject({ kind: 'refused' })
  await report(first, { kind: 'not-sent' })
  expect(await waiting).toMatchObject({ kind: 'granted' })
  // It took one permit, and stands in the line no more.
  await report(second, { kind: 'not-sent' })
  expect(await ask()).toMatchObject({ kind: 'granted' })
  expect(await ask()).toMatchObject({ kind: 'refused' })
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

describe('where the object can’t be had', () => {
  const stub = (error: object) => {
    const call = vi.fn(async () => Promise.reject(Object.assign(new Error('no'), error)))
    // Not a mock: those take in the rejections of what they return.
    const cancel = async () => Promise.reject(new Error('no'))
    const unreachable: Env = Object({ GATE: { getByName: () => ({ ask: call, report: call, cancel }) } })
    return { call, unreachable: new GateClient(unreachable, 'ap-singapore') }
  }

  it('the gate is closed, with a time to come back', async () => {
    const { unreachable } = stub({})
    await expect(unreachable.ask(message(), nobodyLeaves)).rejects.toMatchObject({
      code: 'gate-unavailable',
      options: { retryAfter: expect.any(Number) },
    })
  })

  it('a caller that hangs up then leaves no error behind', async () => {
    const { unreachable } = stub({ overloaded: true })
    const leaving = new AbortController()
    const unhandled = vi.fn((event: Event) => event.preventDefault())
    addEventListener('unhandledrejection', unhandled)
    const asked = unreachable.ask(message(), leaving.signal)
    leaving.abort()
    expect(await asked).toMatchObject({ kind: 'refused' })
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(unhandled).not.toHaveBeenCalled()
    removeEventListener('unhandledrejection', unhandled)
  })

  describe('because it does not answer at all', () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
      const silent = () => new Promise<never>(() => {})
      vi.spyOn(Gate.prototype, 'ask').mockImplementation(silent)
      vi.spyOn(Gate.prototype, 'report').mockImplementation(silent)
    })
    afterEach(() => {
      vi.restoreAllMocks()
    })
    const timedOut = {
      code: 'gate-unavailable',
      options: { retryAfter: expect.any(Number) },
      cause: { name: 'TimeoutError' },
    }

    it('nobody waits much longer than its patience', async () => {
      const answer = ask({ patienceMs: 2_000 })
      const seen = expect(answer).rejects.toMatchObject(timedOut)
      await vi.advanceTimersByTimeAsync(4_999)
      expect(await Promise.race([answer, 'waits'])).toBe('waits')
      await vi.advanceTimersByTimeAsync(1)
      await seen
    })

    it('a report is given up after three seconds', async () => {
      const seen = expect(report('any', { kind: 'refused' })).rejects.toMatchObject(timedOut)
      await vi.advanceTimersByTimeAsync(3_000)
      await seen
    })
  })

  it('a report is made again for as long as three seconds, also where the object is overloaded', async () => {
    let tries = 0
    const busy: Env = Object({
      GATE: {
        getByName: () => ({
          report: async (what: ReportMessage) => {
            if (tries++ < 6) throw Object.assign(new Error('no'), { overloaded: true })
            return gate().report(what)
          },
        }),
      },
    })
    const outcome = { kind: 'refused' } as const
    const reported = new GateClient(busy, 'ap-singapore').report({ id: 'a', caller: 'a', counted: false, outcome })
    expect(await reported).toEqual({ superseded: false })
    expect(tries).toBe(7)
  })

  it('an overloaded object is not asked again', async () => {
    const { call, unreachable } = stub({ overloaded: true })
    await expect(unreachable.ask(message({ patienceMs: 5_000 }), nobodyLeaves)).rejects.toMatchObject({
      code: 'gate-unavailable',
    })
    expect(call).toHaveBeenCalledTimes(1)
  })
})

it('a caller that sends too many requests is shielded off', async () => {
  const limited = { limit: async () => ({ success: false }) }
  await expect(shield(limited, { kind: 'backend', id: 'backend:a', party: 'backend:a' })).rejects.toMatchObject({
    code: 'too-many-requests',
    options: { retryAfter: 10 },
  })
  const caller = { kind: 'backend', id: `backend:${crypto.randomUUID()}`, party: '' } as const
  const flood = async () => {
    for (let n = 0; n < 1_000; n++) await shield(bindings.SHIELD, caller)
  }
  await expect(flood()).rejects.toMatchObject({ code: 'too-many-requests' })
})
