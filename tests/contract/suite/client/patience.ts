import { equal, matches, ok } from '../assert.ts'
import { type Emulator, freshEmulator } from '../emulator.ts'
import type { Context, Test } from '../suite.ts'
import { clientOf, faceidFailure } from './given.ts'

const throttled = { kind: 'error', code: 'RequestLimitExceeded' }

/** An answer whose headers come and whose body never does. Calls back when the body is read. */
function silentBody(whenRead: () => void = () => undefined) {
  const pull = () => {
    whenRead()
    return new Promise<void>(() => undefined)
  }
  return async () => new Response(new ReadableStream({ pull }, { highWaterMark: 0 }))
}

export const patience: readonly Test[] = [
  {
    name: 'a throttled call is retried, signed afresh',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ next: 1, fault: throttled })
      matches((await clientOf(context).ApplySdkVerificationToken()).SdkToken, /./, 'SdkToken')
      equal(
        (await emulator.received()).map(({ outcome }) => outcome),
        ['RequestLimitExceeded', 'ok'],
      )
    },
  },
  {
    name: 'maxRetries 0 means exactly one attempt',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ next: 1, fault: throttled })
      const call = () => clientOf(context).ApplySdkVerificationToken({}, { maxRetries: 0 })
      const error = await faceidFailure(context, call)
      equal([error.code, error.retryable, error.attempts], ['RequestLimitExceeded', true, 1])
      equal((await emulator.received()).length, 1)
    },
  },
  {
    name: 'a call ends when its time is up',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ fault: { kind: 'hang', when: 'after' } })
      const error = await faceidFailure(context, () => clientOf(context, { timeout: 150 }).ApplySdkVerificationToken())
      ok(error instanceof context.faceid.TimeoutError, `${error}`)
      equal([error.code, error.outcome, error.attempts], ['Client.Timeout', 'unknown', 1])
      matches(error.message, /within 150 ms$/, 'message')
    },
  },
  {
    name: 'the time is up while the body is being read, too',
    run: async (context) => {
      const faceid = clientOf(context, { fetch: silentBody(), timeout: 50 })
      equal((await faceidFailure(context, () => faceid.ApplySdkVerificationToken())).code, 'Client.Timeout')
    },
  },
  {
    name: 'a slow answer in time is an answer',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ delayAfter: { ms: 20 } })
      const answer = await clientOf(context, { timeout: 10_000 }).ApplySdkVerificationToken()
      matches(answer.SdkToken, /./, 'SdkToken')
    },
  },
  {
    name: 'a caller gives up while waiting for the answer, and its reason is the cause',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ fault: { kind: 'hang', when: 'after' } })
      const error = await givenUp(context, (giveUp) => ({ fetch: abandoned(emulator, giveUp) }))
      equal(error.outcome, 'unknown')
    },
  },
  {
    name: 'a caller gives up while the body is being read',
    run: async (context) => {
      const error = await givenUp(context, (giveUp) => ({ fetch: silentBody(giveUp) }))
      equal(error.outcome, 'unknown')
    },
  },
  {
    name: 'a caller gives up between two attempts',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ share: 1, fault: throttled })
      const error = await givenUp(context, (giveUp) => ({ onAttempt: giveUp }))
      equal([error.outcome, error.attempts], ['refused', 1])
      equal((await emulator.received()).length, 1)
    },
  },
  {
    name: 'a caller gives up while credentials are fetched, and nothing is sent',
    run: (context) =>
      givenUpBeforeSending(context, (giveUp) => ({
        credentials: async () => {
          giveUp()
          return context.temporary
        },
      })),
  },
  {
    name: 'a caller gives up while its request is signed, and nothing is sent',
    run: (context) => {
      const { sha256Hex, deriveSigningKey } = context.signer
      return givenUpBeforeSending(context, (giveUp) => ({
        crypto: {
          deriveSigningKey,
          sha256Hex: (data) => {
            giveUp()
            return sha256Hex(data)
          },
        },
      }))
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
        (await emulator.received()).filter(({ extra }) => extra === Extra),
        [],
      )
    },
  },
  {
    name: 'a caller may combine signals with AbortSignal.any',
    needs: 'AbortSignal.any',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ fault: { kind: 'hang', when: 'after' } })
      const controller = new AbortController()
      const signal = AbortSignal.any([new AbortController().signal, controller.signal])
      const faceid = clientOf(context, { fetch: abandoned(emulator, () => controller.abort()) })
      const error = await faceidFailure(context, () => faceid.ApplySdkVerificationToken({}, { signal }))
      equal(error.code, 'Client.Aborted')
    },
  },
]

type Options = NonNullable<Parameters<typeof clientOf>[1]>

/** How a call ends whose caller gives up in the middle of what the options do. */
async function givenUp(context: Context, options: (giveUp: () => void) => Options) {
  const controller = new AbortController()
  const reason = new Error('changed my mind')
  const giveUp = () => controller.abort(reason)
  const faceid = clientOf(context, options(giveUp))
  const call = () => faceid.ApplySdkVerificationToken({}, { signal: controller.signal })
  const error = await faceidFailure(context, call)
  ok(error instanceof context.faceid.AbortedError, `${error}`)
  equal([error.code, error.retryable], ['Client.Aborted', false])
  ok(error.cause === reason, 'the cause is the reason')
  return error
}

async function givenUpBeforeSending(context: Context, options: (giveUp: () => void) => Options): Promise<void> {
  await freshEmulator(context)
  let sent = 0
  const counted: typeof fetch = (url, init) => {
    sent++
    return fetch(url, init)
  }
  const error = await givenUp(context, (giveUp) => ({ ...options(giveUp), fetch: counted }))
  equal([error.outcome, error.attempts], ['not-sent', 1])
  // By the end of another call, what was left of the one that was given up has ended, too.
  await clientOf(context).ApplySdkVerificationToken()
  equal(sent, 0, 'requests sent')
}

/** Sends, and calls back once the emulator has received the request. */
function abandoned(emulator: Emulator, whenReceived: () => void): typeof fetch {
  return async (url, init) => {
    const response = fetch(url, init)
    const received = async () => {
      for (let asked = 0; asked < 1000; asked++) if ((await emulator.received()).length > 0) break
      whenReceived()
    }
    return (await Promise.all([response, received()]))[0]
  }
}
