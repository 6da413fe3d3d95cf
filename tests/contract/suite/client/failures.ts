import { equal, matches, ok } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Context, Test } from '../suite.ts'
import { clientOf, faceidFailure } from './given.ts'

const once = { maxRetries: 0 }

/** What a call is rejected with while this fault applies. */
async function failureUnder(context: Context, fault: object) {
  const emulator = await freshEmulator(context)
  // A browser may send again on its own what a reused connection lost, so the fault applies to whatever comes.
  await emulator.addFault({ share: 1, fault })
  return faceidFailure(context, () => clientOf(context, once).ApplySdkVerificationToken())
}

const notAnswers = [
  ['HTML', { kind: 'html', status: 502 }, /not JSON/, /^<!doctype|^<html/i],
  ['truncated JSON', { kind: 'truncated-json' }, /not JSON/, /^\{"Response"/],
  ['JSON without Response', { kind: 'no-response' }, /no "Response"/, /^\{/],
  ['an answer of 11 MB', { kind: 'oversize-json' }, /./, /^\{"/],
] as const

export const failures: readonly Test[] = [
  {
    name: 'a wrong key is the service’s error, with its code and request id',
    run: async (context) => {
      await freshEmulator(context)
      const credentials = { ...context.temporary, secretKey: 'another-key' }
      const error = await faceidFailure(context, () => clientOf(context, { credentials }).ApplySdkVerificationToken())
      ok(error instanceof context.faceid.ServiceError, `${error}`)
      const { code, action, status, outcome, retryable, attempts } = error
      equal(code, 'AuthFailure.SignatureFailure')
      equal([action, status, outcome], ['ApplySdkVerificationToken', 200, 'refused'])
      equal([retryable, attempts], [false, 1])
      matches(error.requestId, /^[0-9a-f-]{36}$/, 'requestId')
      ok(!`${error.stack}${JSON.stringify(error)}`.includes('another-key'), 'it shows no secret')
    },
  },
  {
    name: 'a wrong parameter is the service’s error, and not retried',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const wrong: object = { Misspelt: 1 }
      const error = await faceidFailure(context, () => clientOf(context).ApplySdkVerificationToken(wrong))
      equal(error.code, 'UnknownParameter')
      equal((await emulator.received()).length, 1)
    },
  },
  ...notAnswers.map(
    ([what, fault, why, bodyExcerpt]): Test => ({
      name: `${what} is an invalid response, and its first characters are kept`,
      run: async (context) => {
        const error = await failureUnder(context, fault)
        ok(error instanceof context.faceid.InvalidResponseError, `${error}`)
        equal([error.code, error.outcome, error.attempts], ['Client.InvalidResponse', 'unknown', 1])
        matches(error.message, why, 'message')
        matches(error.bodyExcerpt, bodyExcerpt, 'bodyExcerpt')
        ok(error.bodyExcerpt.length <= 500, 'it keeps no more')
      },
    }),
  ),
  {
    name: 'a connection that breaks after the request was sent has an unknown outcome',
    run: async (context) => {
      const error = await failureUnder(context, { kind: 'reset', when: 'after' })
      ok(error instanceof context.faceid.NetworkError, `${error}`)
      equal([error.code, error.outcome], ['Client.NetworkError', 'unknown'])
    },
  },
  {
    name: 'a refused connection is not sent, and retried',
    needs: 'codes of failed connections',
    run: async (context) => {
      const faceid = clientOf(context, { endpoint: context.closedEndpoint, maxRetries: 1 })
      const error = await faceidFailure(context, () => faceid.ApplySdkVerificationToken())
      equal([error.name, error.outcome, error.attempts], ['NetworkError', 'not-sent', 2])
    },
  },
  {
    name: 'a refused connection has an unknown outcome, and is not retried',
    without: 'codes of failed connections',
    run: async (context) => {
      const faceid = clientOf(context, { endpoint: context.closedEndpoint, maxRetries: 1 })
      const error = await faceidFailure(context, () => faceid.ApplySdkVerificationToken())
      equal([error.name, error.outcome, error.attempts], ['NetworkError', 'unknown', 1])
    },
  },
]
