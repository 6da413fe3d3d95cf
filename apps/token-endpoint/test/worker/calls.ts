import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import type { Env } from '../../src/env.ts'
import { GateClient } from '../../src/gate/gate-client.ts'
import type { AskMessage, Decision, Outcome } from '../../src/gate/messages.ts'

export const bindings: Env = Object(env)
export const gate = () => bindings.GATE.getByName('account')
export const client = new GateClient(bindings.GATE, 'ap-singapore')
export const nobodyLeaves = new AbortController().signal

let asked = 0
export const message = (over: Partial<AskMessage> = {}): AskMessage => ({
  id: `ask-${asked++}`,
  caller: 'backend:a',
  party: 'backend:a',
  patienceMs: 0,
  ...over,
})
export const ask = (over: Partial<AskMessage> = {}): Promise<Decision> => client.ask(message(over), nobodyLeaves)
export const report = (id: string, outcome: Outcome, over: object = {}) =>
  client.report({ id, caller: 'backend:a', counted: false, outcome, ...over })
export const takeAll = async () => {
  const decisions = await Promise.all(Array.from({ length: 20 }, () => ask()))
  expect(new Set(decisions.map(({ kind }) => kind))).toStrictEqual(new Set(['granted']))
  return decisions.map(({ id }) => id)
}
/** `Date` in the object is the test's. Its timers are not. */
export const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
