import { expect, it } from 'vitest'
import * as gate from '../src/index.ts'
import { checkGate } from './check-gate.ts'

it('keeps its promises in 500,000 random events, and decides as the plain reference does', () => {
  expect(checkGate(gate, 1_000)).toBeGreaterThanOrEqual(500_000)
}, 120_000)
