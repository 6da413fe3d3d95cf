import { reset } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Env } from '../../src/env.ts'
import { GateClient } from '../../src/gate/gate-client.ts'
import { Gate } from '../../src/gate/gate-object.ts'
import type { AskMessage, ReportMessage } from '../../src/gate/messages.ts'
import { ask, client, gate, message, nobodyLeaves, report, takeAll } from './calls.ts'

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
    const before = vi.spyOn(Gate.prototype, 'ask')
    expect(await client.ask(message({ patienceMs: 2_000 }), AbortSignal.abort())).toMatchObject({ kind: 'refused' })
    expect(before).not.toHaveBeenCalled()
    before.mockRestore()
  })

  it('takes back the grant of a Worker that never heard of it', async () => {
    const deaf: Env = Object({
      GATE: {
        getByName: () => ({
          ask: async (question: AskMessage) => {
            await gate().ask(question)
            throw new Error('Network connection lost.')
          },
          cancel: (id: string) => gate().cancel(id),
          report: (what: ReportMessage) => gate().report(what),
        }),
      },
    })
    const keyed = { key: 'k', request: 'r' }
    const lost = new GateClient(deaf.GATE, 'ap-singapore').ask(message({ keyed }), nobodyLeaves)
    await expect(lost).rejects.toMatchObject({ code: 'gate-unavailable' })
    await vi.waitFor(async () => expect(await ask({ keyed })).toMatchObject({ kind: 'granted' }))
    for (let n = 0; n < 19; n++) expect(await ask()).toMatchObject({ kind: 'granted' })
  })
})

it.each([
  ['without a key', undefined],
  ['with a key', { key: 'k', request: 'r' }],
])('whoever loses its connection while it waits asks once more and keeps its place, %s', async (_, keyed) => {
  const [first = '', second = ''] = await takeAll()
  let asked = 0
  const lossy: Env = Object({
    GATE: {
      getByName: () => ({
        ask: async (question: AskMessage) => {
          const answer = gate().ask(question)
          if (asked++ > 0) return answer
          // Only what is asked after it can tell that the question has arrived.
          await ask()
          throw new Error('Network connection lost.')
        },
      }),
    },
  })
  const waiting = new GateClient(lossy.GATE, 'ap-singapore').ask(message({ patienceMs: 10_000, keyed }), nobodyLeaves)
  await vi.waitUntil(() => asked === 2)
  expect(await ask()).toMatchObject({ kind: 'refused' })
  await report(first, { kind: 'not-sent' })
  expect(await waiting).toMatchObject({ kind: 'granted' })
  // It took one permit, and stands in the line no more.
  await report(second, { kind: 'not-sent' })
  expect(await ask()).toMatchObject({ kind: 'granted' })
  expect(await ask()).toMatchObject({ kind: 'refused' })
})

describe('where the object can’t be had', () => {
  const stub = (error: object) => {
    const call = vi.fn(async () => Promise.reject(Object.assign(new Error('no'), error)))
    // Not a mock: those take in the rejections of what they return.
    const cancel = async () => Promise.reject(new Error('no'))
    const unreachable: Env = Object({ GATE: { getByName: () => ({ ask: call, report: call, cancel }) } })
    return { call, unreachable: new GateClient(unreachable.GATE, 'ap-singapore') }
  }

  it('the gate is closed, with a time to come back', async () => {
    const { unreachable } = stub({})
    await expect(unreachable.ask(message(), nobodyLeaves)).rejects.toMatchObject({
      code: 'gate-unavailable',
      options: { retryAfter: expect.any(Number) },
    })
  })

  it('a caller that hangs up then leaves no error behind', async () => {
    const { unreachable } = stub({ overloaded: true })
    const leaving = new AbortController()
    const unhandled = vi.fn((event: Event) => event.preventDefault())
    addEventListener('unhandledrejection', unhandled)
    const asked = unreachable.ask(message(), leaving.signal)
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
      vi.spyOn(Gate.prototype, 'ask').mockImplementation(silent)
      vi.spyOn(Gate.prototype, 'report').mockImplementation(silent)
    })
    afterEach(() => {
      vi.restoreAllMocks()
    })
    const timedOut = {
      code: 'gate-unavailable',
      options: { retryAfter: expect.any(Number) },
      cause: { name: 'TimeoutError' },
    }

    it('nobody waits much longer than its patience', async () => {
      const answer = ask({ patienceMs: 2_000 })
      const seen = expect(answer).rejects.toMatchObject(timedOut)
      await vi.advanceTimersByTimeAsync(4_999)
      expect(await Promise.race([answer, 'waits'])).toBe('waits')
      await vi.advanceTimersByTimeAsync(1)
      await seen
    })

    it('a report is given up after three seconds', async () => {
      const seen = expect(report('any', { kind: 'refused' })).rejects.toMatchObject(timedOut)
      await vi.advanceTimersByTimeAsync(3_000)
      await seen
    })
  })

  it('a report is made again for as long as three seconds, also where the object is overloaded', async () => {
    let tries = 0
    const busy: Env = Object({
      GATE: {
        getByName: () => ({
          report: async (what: ReportMessage) => {
            if (tries++ < 6) throw Object.assign(new Error('no'), { overloaded: true })
            return gate().report(what)
          },
        }),
      },
    })
    const outcome = { kind: 'refused' } as const
    const reported = new GateClient(busy.GATE, 'ap-singapore').report({ id: 'a', caller: 'a', counted: false, outcome })
    expect(await reported).toEqual({ superseded: false })
    expect(tries).toBe(7)
  })

  it('an overloaded object is not asked again', async () => {
    const { call, unreachable } = stub({ overloaded: true })
    await expect(unreachable.ask(message({ patienceMs: 5_000 }), nobodyLeaves)).rejects.toMatchObject({
      code: 'gate-unavailable',
    })
    expect(call).toHaveBeenCalledTimes(1)
  })
})
