import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { GateStatusCache } from '../../src/gate/gate-status-cache.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

it('a flood of questions about the gate reaches it once in ten seconds', async () => {
  let asked = 0
  const cache = new GateStatusCache()
  const gate = { status: async () => ({ signing: asked++ === 0 ? ('backdated' as const) : ('present' as const) }) }
  await Promise.all(Array.from({ length: 1_000 }, () => cache.of(gate)))
  expect(await cache.of(gate)).toStrictEqual({ signing: 'backdated' })
  expect(asked).toBe(1)
  vi.setSystemTime(Date.now() + 10_000)
  expect(await cache.of(gate)).toStrictEqual({ signing: 'present' })
  expect(asked).toBe(2)
})

it('a gate that can not be reached has no status, and is asked again later', async () => {
  const cache = new GateStatusCache()
  const down = { status: () => Promise.reject(new Error('down')) }
  expect(await cache.of(down)).toBeUndefined()
  vi.setSystemTime(Date.now() + 10_000)
  expect(await cache.of({ status: async () => ({ signing: 'backdated' }) })).toStrictEqual({ signing: 'backdated' })
})
