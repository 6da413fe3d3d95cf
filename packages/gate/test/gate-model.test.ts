import { expect, it } from 'vitest'
import * as gate from '../src/index.ts'
import { checkGate } from './check-gate.ts'

it('keeps its promises in 100,000 random events, and decides as the plain reference does', () => {
  expect(checkGate(gate, 210)).toBeGreaterThanOrEqual(100_000)
}, 120_000)
