// A deployment can be rolled back, and rolled forward again: each version reads what the other wrote.
import { abortAllDurableObjects, reset, runInDurableObject } from 'cloudflare:test'
import { HOUR_MS } from '@tc3-edge/gate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Gate } from '../../src/gate/gate-object.ts'
import { acquire, complete, gate, pass, takeAll } from './calls.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await reset()
})

const LEASE_MS = 5_000
const idempotent = { key: 'k', fingerprint: 'r' }
const perHour = { name: 'user:u', scope: 'caller', limit: 2, windowMs: HOUR_MS } as const

const sql = <T>(use: (sql: SqlStorage) => T) => runInDurableObject(gate(), (_: Gate, { storage }) => use(storage.sql))

/** A row of the version before. */
const formerPermit = (slot: number, grantedAt: number, reportedAt?: number) => ({
  slot,
  grant: `former-${slot}`,
  grantedAt,
  leaseEndsAt: grantedAt + LEASE_MS,
  reported: reportedAt !== undefined,
  freeAt: (reportedAt ?? grantedAt + LEASE_MS) + 1_001,
})

const writeFormer = (rows: readonly ReturnType<typeof formerPermit>[]) =>
  sql((storage) => {
    for (const row of rows) storage.exec('INSERT OR REPLACE INTO permits VALUES (?, ?)', row.slot, JSON.stringify(row))
  })

/** What the version before makes of the rows it begins with: when each permit is free. */
function freeForTheFormer(now: number, rows: readonly ReturnType<typeof formerPermit>[]): number[] {
  return rows.map((row) => {
    if (row.freeAt + 10_000 <= now) return row.freeAt
    if (row.reported && row.freeAt <= row.leaseEndsAt) return now + 1_001
    return now + Math.max(LEASE_MS, row.leaseEndsAt - row.grantedAt) + 1_001
  })
}

describe('rows of the version before', () => {
  it('count as permits whose calls are under way for as long as their lease was', async () => {
    await acquire()
    await writeFormer(Array.from({ length: 20 }, (_, slot) => formerPermit(slot, Date.now() - 100)))
    await abortAllDurableObjects()
    expect(await acquire()).toMatchObject({ kind: 'refused' })
    pass(LEASE_MS + 1_000)
    expect(await acquire()).toMatchObject({ kind: 'refused' })
    pass(7_000)
    await takeAll()
  })

  it('are free if they were over long ago', async () => {
    await acquire()
    await writeFormer(Array.from({ length: 20 }, (_, slot) => formerPermit(slot, Date.now() - 60_000)))
    await abortAllDurableObjects()
    await takeAll()
  })

  it('replay their answers, and keep open keys', async () => {
    await acquire()
    await sql((storage) => {
      storage.exec('INSERT INTO ledger VALUES (?, ?, ?, ?, ?)', 'k', 'r', 'former', 'token', Date.now() + 60_000)
      storage.exec('INSERT INTO ledger VALUES (?, ?, ?, ?, ?)', 'open', 'r', 'former', null, Date.now() + LEASE_MS)
    })
    expect(await acquire({ idempotent })).toMatchObject({ kind: 'replayed', answer: 'token' })
    const open = { key: 'open', fingerprint: 'r' }
    expect(await acquire({ idempotent: open })).toMatchObject({ reason: 'in-progress' })
    pass(LEASE_MS - 1)
    expect(await acquire({ idempotent: open })).toMatchObject({ reason: 'in-progress' })
    pass(2_000)
    expect(await acquire({ idempotent: open })).toMatchObject({ kind: 'granted' })
  })

  it('count for quotas, also what was counted between a rollback and its undoing', async () => {
    await acquire({ quotas: [perHour] })
    await sql((storage) => storage.exec('UPDATE allowances SET used = 2'))
    expect(await acquire({ quotas: [perHour] })).toMatchObject({ reason: 'quota' })
  })
})

describe('rows of this version, after a rollback', () => {
  const formerRows = () =>
    sql((storage) =>
      storage
        .exec<{ row: string }>('SELECT row FROM permits')
        .toArray()
        .map(({ row }) => JSON.parse(row)),
    )

  it('hold their permits for the version before until no signature is good any more, whatever its clock', async () => {
    const [first = ''] = await takeAll()
    const decision = await acquire({ id: first })
    const { expiresInMs } = Object(decision)
    for (const clock of [-4_000, 0, 4_000]) {
      const now = Date.now() + clock
      for (const free of freeForTheFormer(now, await formerRows())) {
        expect(free - now).toBeGreaterThanOrEqual(expiresInMs + 1_001)
      }
    }
  })

  it('keep keys and answers', async () => {
    const { id } = await acquire({ idempotent })
    const ledger = () => sql((storage) => storage.exec('SELECT * FROM ledger').one())
    const { answer, until, request, grant_id } = await ledger()
    expect([answer, request, grant_id]).toStrictEqual([null, 'r', id])
    expect(Number(until)).toBeGreaterThan(Date.now() + 6_000)
    await complete(id, { kind: 'succeeded', answer: 'token' }, { idempotent })
    expect(await ledger()).toMatchObject({ answer: 'token', until: Date.now() + 600_000 })
  })

  it('count for quotas', async () => {
    await acquire({ quotas: [perHour] })
    pass(1_000)
    await acquire({ quotas: [perHour] })
    const allowance = await sql((storage) => storage.exec('SELECT * FROM allowances').one())
    expect(allowance).toStrictEqual({ caller: 'user:u', since: Date.now() - 1_000, used: 2 })
  })
})
