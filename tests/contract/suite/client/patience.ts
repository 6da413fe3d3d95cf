import { equal, matches, ok } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Context, Test } from '../suite.ts'
import { clientOf, faceidFailure } from './given.ts'

const throttled = { kind: 'error', code: 'RequestLimitExceeded' }

/** An answer whose headers come and whose body never does. */
const silentBody = async () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }))

export const patience: readonly Test[] = [
  {
    name: 'a throttled call is tried again, signed afresh',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.order({ next: 1, fault: throttled })
      matches((await clientOf(context).ApplySdkVerificationToken()).SdkToken, /./, 'SdkToken')
      equal(
        (await emulator.arrivals()).map(({ outcome }) => outcome),
        ['RequestLimitExceeded', 'ok'],
      )
    },
  },
  {
    name: 'maxRetries 0 means exactly one attempt',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.order({ next: 1, fault: throttled })
      const call = () => clientOf(context).ApplySdkVerificationToken({}, { maxRetries: 0 })
      const error = await faceidFailure(context, call)
      equal([error.code, error.retryable, error.attempts], ['RequestLimitExceeded', true, 1])
      equal((await emulator.arrivals()).length, 1)
    },
  },
  {
    name: 'a call ends when its time is up',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.order({ fault: { kind: 'hang', when: 'after' } })
      const started = Date.now()
      const error = await faceidFailure(context, () => clientOf(context, { timeout: 150 }).ApplySdkVerificationToken())
      ok(error instanceof context.faceid.TimeoutError, `${error}`)
      equal([error.code, error.outcome, error.attempts], ['Client.Timeout', 'unknown', 1])
      const took = Date.now() - started
      ok(took > 100 && took < 5000, `about 150 ms: ${took}`)
    },
  },
  {
    name: 'the time is up while the body is being read, too',
    run: async (context) => {
      const faceid = clientOf(context, { fetch: silentBody, timeout: 50 })
      equal((await faceidFailure(context, () => faceid.ApplySdkVerificationToken())).code, 'Client.Timeout')
    },
  },
  {
    name: 'a slow answer in time is an answer',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.order({ delayAfter: { ms: 100 } })
      const answer = await clientOf(context, { timeout: 10_000 }).ApplySdkVerificationToken()
      matches(answer.SdkToken, /./, 'SdkToken')
    },
  },
  {
    name: 'a caller gives up while waiting for the answer, and its reason is the cause',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.order({ fault: { kind: 'hang', when: 'after' } })
      await givenUp(context, {})
      equal((await emulator.arrivals()).length, 1)
    },
  },
  {
    name: 'a caller gives up while the body is being read',
    run: (context) => givenUp(context, { fetch: silentBody }),
  },
  {
    name: 'a caller gives up between two attempts',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.order({ share: 1, fault: throttled })
      await givenUp(context, { maxRetries: 1000 })
    },
  },
  {
    name: 'nothing is sent for a caller that has given up before',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const signal = AbortSignal.abort()
      const Extra = 'given up before'
      const error = await faceidFailure(context, () =>
        clientOf(context).ApplySdkVerificationToken({ Extra }, { signal }),
      )
      equal([error.code, error.outcome], ['Client.Aborted', 'not-sent'])
      // A request of an earlier test that was given up may still arrive.
      equal(
        (await emulator.arrivals()).filter(({ extra }) => extra === Extra),
        [],
      )
    },
  },
  {
    name: 'a caller may combine signals with AbortSignal.any',
    needs: 'AbortSignal.any',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.order({ fault: { kind: 'hang' } })
      const signal = AbortSignal.any([new AbortController().signal, AbortSignal.timeout(50)])
      const error = await faceidFailure(context, () => clientOf(context).ApplySdkVerificationToken({}, { signal }))
      equal(error.code, 'Client.Aborted')
    },
  },
]

async function givenUp(context: Context, options: Parameters<typeof clientOf>[1]): Promise<void> {
  const controller = new AbortController()
  const reason = new Error('changed my mind')
  setTimeout(() => controller.abort(reason), 100)
  const call = () => clientOf(context, options).ApplySdkVerificationToken({}, { signal: controller.signal })
  const error = await faceidFailure(context, call)
  ok(error instanceof context.faceid.AbortedError, `${error}`)
  equal([error.code, error.retryable], ['Client.Aborted', false])
  ok(error.cause === reason, 'the cause is the reason')
}
