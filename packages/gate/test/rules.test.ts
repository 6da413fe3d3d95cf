import { expect, it } from 'vitest'
import * as gate from '../src/index.ts'
import { checkRules } from './rules.ts'

it('keeps its rules where random worlds seldom come', () => {
  checkRules(gate)
})

it('refuses settings that one gate can’t serve', () => {
  const settings = { lifetimeS: 6, signing: 'backdated', horizonS: 60 } as const
  const make = (limit: number, maxWaitMs: number) =>
    new gate.Gate({ ...settings, limit, maxWaitMs }, new gate.MemoryStore(), 0)
  expect(() => make(201, 0)).toThrow('at most 200 calls a second')
  expect(() => make(100, 20_001)).toThrow('at most 2000')
  make(100, 20_000)
})
