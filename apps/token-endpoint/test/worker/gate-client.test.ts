import { reset } from 'cloudflare:test'
import { NetworkError } from '@tc3-edge/faceid'
import { type AcquireRequest, type Completion, RefusalCache } from '@tc3-edge/gate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Env } from '../../src/env.ts'
import { Gate } from '../../src/gate/gate-object.ts'
import { gatedCall } from '../../src/gated-call.ts'
import { readSettings } from '../../src/settings/read-settings.ts'
import { acquire, bindings, client, clientOf, complete, gate, nobodyLeaves, request, takeAll } from './calls.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await reset()
})

describe('the object', () => {
  it('does not hear of a caller that hung up before', async () => {
    await takeAll()
    const before = vi.spyOn(Gate.prototype, 'acquire')
    expect(await client.acquire(request({ maxWaitMs: 2_000 }), AbortSignal.abort())).toMatchObject({ kind: 'refused' })
    expect(before).not.toHaveBeenCalled()
    before.mockRestore()
  })

  it('takes back the grant of a Worker that never heard of it', async () => {
    const deaf: Env = Object({
      GATE: {
        getByName: () => ({
          acquire: async (question: AcquireRequest) => {
            await gate().acquire(question)
            throw new Error('Network connection lost.')
          },
          cancel: (id: string) => gate().cancel(id),
          complete: (what: Completion) => gate().complete(what),
        }),
      },
    })
    const idempotent = { key: 'k', fingerprint: 'r' }
    const lost = clientOf(deaf).acquire(request({ idempotent }), nobodyLeaves)
    await expect(lost).rejects.toMatchObject({ code: 'gate-unavailable' })
    await vi.waitFor(async () => expect(await acquire({ idempotent })).toMatchObject({ kind: 'granted' }))
    for (let n = 0; n < 19; n++) expect(await acquire()).toMatchObject({ kind: 'granted' })
  })
})

it.each([
  ['without a key', undefined],
  ['with a key', { key: 'k', fingerprint: 'r' }],
])('whoever loses its connection while it waits asks once more and keeps its place, %s', async (_, idempotent) => {
  const [first = '', second = ''] = await takeAll()
  let asked = 0
  const lossy: Env = Object({
    GATE: {
      getByName: () => ({
        acquire: async (question: AcquireRequest) => {
          const answer = gate().acquire(question)
          if (asked++ > 0) return answer
          // Only what is asked after it can tell that the question has arrived.
          await acquire()
          throw new Error('Network connection lost.')
        },
      }),
    },
  })
  const waiting = clientOf(lossy).acquire(request({ maxWaitMs: 10_000, idempotent }), nobodyLeaves)
  await vi.waitUntil(() => asked === 2)
  expect(await acquire()).toMatchObject({ kind: 'refused' })
  await complete(first, { kind: 'not-sent' })
  expect(await waiting).toMatchObject({ kind: 'granted' })
  // It took one permit, and stands in the line no more.
  await complete(second, { kind: 'not-sent' })
  expect(await acquire()).toMatchObject({ kind: 'granted' })
  expect(await acquire()).toMatchObject({ kind: 'refused' })
})

it.each([
  ['not-sent', 'granted'],
  ['unknown', 'refused'],
] as const)('a call that failed as %s: its key is %s at once', async (outcome, kind) => {
  const idempotent = { key: 'k', fingerprint: 'r' }
  const details = { action: 'ApplySdkVerificationToken', attempts: 1, outcome, retryable: true }
  const failed = gatedCall(
    { settings: await readSettings(bindings), gate: client, refusals: new RefusalCache() },
    {
      caller: Object({ kind: 'backend', id: 'backend:a', tenant: 'backend:a', weight: 1 }),
      idempotent,
      signal: nobodyLeaves,
      call: () => Promise.reject(new NetworkError('Client.NetworkError', 'the connection failed', details)),
    },
  )
  await expect(failed).rejects.toMatchObject({ name: 'Problem' })
  expect(await acquire({ idempotent })).toMatchObject({ kind })
})

describe('where the object can’t be had', () => {
  const stub = (error: object) => {
    const call = vi.fn(async () => Promise.reject(Object.assign(new Error('no'), error)))
    // Not a mock: those take in the rejections of what they return.
    const cancel = async () => Promise.reject(new Error('no'))
    const unreachable: Env = Object({ GATE: { getByName: () => ({ acquire: call, complete: call, cancel }) } })
    return { call, unreachable: clientOf(unreachable) }
  }

  it('the gate is closed, with a time to come back', async () => {
    const { unreachable } = stub({})
    await expect(unreachable.acquire(request(), nobodyLeaves)).rejects.toMatchObject({
      code: 'gate-unavailable',
      options: { retryAfter: expect.any(Number) },
    })
  })

  it('a caller that hangs up then leaves no error behind', async () => {
    const { unreachable } = stub({ overloaded: true })
    const leaving = new AbortController()
    const unhandled = vi.fn((event: Event) => event.preventDefault())
    addEventListener('unhandledrejection', unhandled)
    const asked = unreachable.acquire(request(), leaving.signal)
    leaving.abort()
    expect(await asked).toMatchObject({ kind: 'refused' })
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(unhandled).not.toHaveBeenCalled()
    removeEventListener('unhandledrejection', unhandled)
  })

  describe('because it does not answer at all', () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
      const silent = () => new Promise<never>(() => {})
      vi.spyOn(Gate.prototype, 'acquire').mockImplementation(silent)
      vi.spyOn(Gate.prototype, 'complete').mockImplementation(silent)
    })
    afterEach(() => {
      vi.restoreAllMocks()
    })
    const timedOut = {
      code: 'gate-unavailable',
      options: { retryAfter: expect.any(Number) },
      cause: { name: 'TimeoutError' },
    }

    it('nobody waits much longer than its queue timeout', async () => {
      const answer = acquire({ maxWaitMs: 2_000 })
      const seen = expect(answer).rejects.toMatchObject(timedOut)
      await vi.advanceTimersByTimeAsync(4_999)
      expect(await Promise.race([answer, 'waits'])).toBe('waits')
      await vi.advanceTimersByTimeAsync(1)
      await seen
    })

    it('a report is given up after three seconds', async () => {
      const seen = expect(complete('any', { kind: 'refused' })).rejects.toMatchObject(timedOut)
      await vi.advanceTimersByTimeAsync(3_000)
      await seen
    })
  })

  it('a report is made again for as long as three seconds, also where the object is overloaded', async () => {
    let tries = 0
    const busy: Env = Object({
      GATE: {
        getByName: () => ({
          complete: async (what: Completion) => {
            if (tries++ < 6) throw Object.assign(new Error('no'), { overloaded: true })
            return gate().complete(what)
          },
        }),
      },
    })
    const outcome = { kind: 'refused' } as const
    const reported = clientOf(busy).complete({ id: 'a', outcome })
    expect(await reported).toEqual({ fenced: false })
    expect(tries).toBe(7)
  })

  it('an overloaded object is not asked again', async () => {
    const { call, unreachable } = stub({ overloaded: true })
    await expect(unreachable.acquire(request({ maxWaitMs: 5_000 }), nobodyLeaves)).rejects.toMatchObject({
      code: 'gate-unavailable',
    })
    expect(call).toHaveBeenCalledTimes(1)
  })
})
