import { expect, it } from 'vitest'
import * as gate from '../src/index.ts'
import { checkGate } from './check-gate.ts'

it('keeps its promises in 500,000 random events, and decides as the plain reference does', () => {
  const { events, most } = checkGate(gate, 1_000)
  expect(events).toBeGreaterThanOrEqual(500_000)
  // Exactly what is allowed, at the worst moment: the check looks at the fullest second there was.
  expect(most).toBe(20)
}, 120_000)
