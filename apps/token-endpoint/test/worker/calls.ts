import { env } from 'cloudflare:workers'
import type { AcquireRequest, Completion, Decision, Outcome } from '@tc3-edge/gate'
import { expect, vi } from 'vitest'
import type { Env } from '../../src/env.ts'
import { GateClient } from '../../src/gate/gate-client.ts'

export const bindings: Env = Object(env)
export const gate = () => bindings.GATE.getByName('account')
export const clientOf = ({ GATE }: Pick<Env, 'GATE'>) =>
  new GateClient({ namespace: GATE, lane: 'ApplySdkVerificationToken', region: 'ap-singapore' })
export const client = clientOf(bindings)
export const nobodyLeaves = new AbortController().signal

/** How long an unknown call rests right after a start: L + 1 s, twice the 2 s that clocks may differ, a second, and 1 ms. */
export const REST_MS = 7_000 + 4_000 + 1_001

let acquired = 0
export const request = (over: Partial<AcquireRequest> = {}): AcquireRequest => ({
  id: `request-${acquired++}`,
  caller: 'backend:a',
  tenant: 'backend:a',
  maxWaitMs: 0,
  ...over,
})
export const acquire = (over: Partial<AcquireRequest> = {}): Promise<Decision> =>
  client.acquire(request(over), nobodyLeaves)
export const complete = (id: string, outcome: Outcome, over: Partial<Completion> = {}) =>
  client.complete({ id, outcome, ...over })
export const takeAll = async () => {
  const decisions = await Promise.all(Array.from({ length: 20 }, () => acquire()))
  expect(new Set(decisions.map(({ kind }) => kind))).toStrictEqual(new Set(['granted']))
  return decisions.map(({ id }) => id)
}
/** `Date` in the object is the test's. Its timers are not. */
export const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
