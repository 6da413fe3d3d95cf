import { describe, expect, it } from 'vitest'
import { type Ask, type Decision, Gate, type GateSettings, type PermitRow, type Step } from '../src/index.ts'

const settings: GateSettings = { limit: 20, leaseMs: 5_000, maxWaitMs: 0 }
const twenty = Array.from({ length: 20 }, (_, n) => `ask-${n}`)

/** What outlives a gate, and the one that lives. */
function lives() {
  const stored = new Map<number, PermitRow>()
  const take = ({ writes, decisions }: Step): readonly Decision[] => {
    for (const write of writes) if (write.table === 'permits') stored.set(write.row.slot, write.row)
    return decisions
  }
  return {
    begin: (now: number, over: Partial<GateSettings> = {}) => {
      const gate = new Gate({ ...settings, ...over }, now, [...stored.values()])
      const ask = (at: number, id: string, more: Partial<Ask> = {}) =>
        take(gate.ask(at, { id, caller: 'c', party: 'c', patienceMs: 0, ...more }))
      return { ask, askAll: (at: number, ids: readonly string[]) => ids.flatMap((id) => ask(at, id)) }
    },
  }
}

const granted = (decisions: readonly Decision[]) => decisions.filter(({ kind }) => kind === 'granted').length

describe('a gate that begins anew', () => {
  it('stores what it gives once more: it still counts in the life after', () => {
    const { begin } = lives()
    expect(granted(begin(0).askAll(0, twenty))).toBe(20)
    // This machine's clock is nine seconds ahead. The Workers have lost their grants, ask again, and have until 19,500.
    expect(granted(begin(14_500).askAll(14_500, twenty))).toBe(20)
    // What the first life stored would be over by now.
    expect(granted(begin(16_100).askAll(16_100, ['new']))).toBe(0)
  })

  it('with less time for calls leaves those that are under way the time they were given', () => {
    const { begin } = lives()
    expect(granted(begin(0, { leaseMs: 60_000 }).askAll(0, twenty))).toBe(20)
    const { ask } = begin(1_000)
    expect(granted(ask(61_000 + 1_000, 'early'))).toBe(0)
    expect(granted(ask(61_000 + 1_001, 'in time'))).toBe(1)
  })

  it('keeps a key as long as it lets its call take', () => {
    const { begin } = lives()
    const keyed = { key: 'k', request: 'r' }
    begin(0).ask(0, 'one', { keyed })
    const ledgerRow = { ...keyed, grant: 'one', answer: undefined, until: 5_000 }
    const { ask } = begin(6_000)
    expect(ask(10_999, 'two', { keyed, ledgerRow })).toMatchObject([{ kind: 'refused', reason: 'in-progress' }])
    expect(ask(11_000, 'two', { keyed, ledgerRow })).toMatchObject([{ kind: 'granted' }])
  })
})

describe('who stands behind calls that hang', () => {
  it('is refused at once where none of them can be over in time', () => {
    const gate = new Gate({ ...settings, maxWaitMs: 500 }, 0, [])
    const ask = (at: number, id: string) => gate.ask(at, { id, caller: id, party: 'users', patienceMs: 500 }).decisions
    for (const id of twenty) ask(0, id)
    // Should one end now, its permit is free in 1,001 ms.
    expect(ask(1_200, 'late')).toMatchObject([{ id: 'late', kind: 'refused', reason: 'full' }])
  })
})

describe('when the line is full', () => {
  it('whoever had a turn goes before newcomers do, however many these are', () => {
    const gate = new Gate({ ...settings, maxWaitMs: 1_500 }, 0, [])
    const ask = (at: number, id: string, caller: string) =>
      gate.ask(at, { id, caller, party: 'users', patienceMs: 1_500 }).decisions
    for (const id of twenty) ask(0, id, `early-${id}`)
    // They ask again, and fill the line.
    for (const id of twenty) ask(1, `${id} again`, `early-${id}`)
    const decisions = twenty.flatMap((id) => ask(2, `new ${id}`, `new-${id}`))
    expect(decisions.map(({ id }) => id).filter((id) => id.startsWith('new'))).toEqual([])
    expect(decisions).toHaveLength(20)
  })
})
