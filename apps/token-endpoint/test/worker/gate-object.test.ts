import { abortAllDurableObjects, evictDurableObject, reset, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it } from 'vitest'
import type { Env } from '../../src/env.ts'
import type { Gate } from '../../src/gate/gate-object.ts'

const { GATE } = env as unknown as Env
const gate = () => GATE.getByName('account')

afterEach(() => reset())

async function askMany(count: number) {
  const answers = await Promise.all(Array.from({ length: count }, () => gate().ask()))
  return { granted: answers.filter((answer) => answer.granted), refused: answers.filter((answer) => !answer.granted) }
}

describe('the gate’s object', () => {
  it('grants 20 of 25, and tells the others when a permit may be free', async () => {
    const { granted, refused } = await askMany(25)
    expect(granted).toHaveLength(20)
    expect(new Set(granted.map(({ grant }) => grant)).size).toBe(20)
    for (const { retryAfterMs } of refused) expect(retryAfterMs).toBeGreaterThan(5_000)
  })

  it('keeps its permits over an eviction', async () => {
    await askMany(20)
    await evictDurableObject(gate())
    expect(await gate().ask()).toMatchObject({ granted: false })
  })

  it('keeps its permits when it is aborted', async () => {
    await askMany(20)
    await abortAllDurableObjects()
    expect(await gate().ask()).toMatchObject({ granted: false })
  })

  it('takes a report from before an eviction', async () => {
    const { granted } = await askMany(20)
    await evictDurableObject(gate())
    const [first] = granted
    await gate().report({ grant: first?.grant ?? '', outcome: 'not-sent' })
    expect(await gate().ask()).toMatchObject({ granted: true })
    expect(await gate().ask()).toMatchObject({ granted: false })
  })

  it('stores each grant before it is used', async () => {
    const { granted } = await askMany(3)
    const stored = await runInDurableObject(gate(), (_: Gate, state) =>
      state.storage.sql.exec<{ grant_id: string }>('SELECT grant_id FROM permits').toArray(),
    )
    expect(new Set(stored.map((row) => row.grant_id))).toStrictEqual(new Set(granted.map(({ grant }) => grant)))
  })
})
