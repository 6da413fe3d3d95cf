import { equal, matches, ok } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Test } from '../suite.ts'
import { clientOf, faceidFailure } from './given.ts'

const outcomesOf = (received: readonly { readonly outcome: string }[]) => received.map(({ outcome }) => outcome)

export const attempts: readonly Test[] = [
  {
    name: 'a clock that is off is corrected by the Date of the answer, for all calls to come',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ share: 1, fault: { kind: 'clock-skew', seconds: 3600 } })
      const faceid = clientOf(context)
      await faceid.ApplySdkVerificationToken()
      await faceid.ApplySdkVerificationToken()
      equal(outcomesOf(await emulator.received()), ['AuthFailure.SignatureExpire', 'ok', 'ok'])
    },
  },
  {
    name: 'an unknown outcome is retried where the caller allows it',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ next: 1, fault: { kind: 'html', status: 502 } })
      const answer = await clientOf(context).ApplySdkVerificationToken({}, { retryUnknownOutcome: true })
      matches(answer.SdkToken, /./, 'SdkToken')
      equal(outcomesOf(await emulator.received()), ['unprocessed', 'ok'])
    },
  },
  {
    name: 'onAttempt is called after every attempt',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.addFault({ next: 1, fault: { kind: 'error', code: 'RequestLimitExceeded' } })
      const told: unknown[] = []
      await clientOf(context).ApplySdkVerificationToken(
        {},
        { onAttempt: ({ attempt, outcome, code }) => told.push([attempt, outcome, code]) },
      )
      equal(told, [
        [1, 'refused', 'RequestLimitExceeded'],
        [2, 'ok', undefined],
      ])
    },
  },
  {
    name: 'headers of the caller are sent besides the client’s',
    run: async (context) => {
      await freshEmulator(context)
      const seen: unknown[] = []
      const observed = (url: string, init: object) => {
        seen.push(new Headers(Reflect.get(init, 'headers')).get('x-trace'))
        return fetch(url, init)
      }
      const faceid = clientOf(context, { fetch: observed })
      await faceid.ApplySdkVerificationToken({}, { headers: { 'X-Trace': 'abc' } })
      equal(seen, ['abc'])
    },
  },
  {
    name: 'with the validators in hand, wrong parameters are not sent',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const faceid = clientOf(context, { validate: context.validate.validateParameters })
      const error = await faceidFailure(context, () => faceid.ApplySdkVerificationToken({ CheckMode: 2 }))
      ok(error instanceof context.faceid.InvalidParametersError, `${error}`)
      equal(
        error.issues.map(({ parameter }) => parameter),
        ['CompareImage'],
      )
      equal(await emulator.received(), [])
    },
  },
  {
    name: 'a provider that fails is a signing error, and what it said the cause',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const down = new Error('metadata is down')
      const credentials = () => Promise.reject(down)
      const error = await faceidFailure(context, () => clientOf(context, { credentials }).ApplySdkVerificationToken())
      ok(error instanceof context.faceid.SigningError && error.cause instanceof Error, `${error}`)
      equal(error.cause.message, 'metadata is down')
      ok(error.cause !== down, 'a provider’s own error is not passed on')
      equal([error.code, error.outcome], ['Client.SigningError', 'not-sent'])
      equal(await emulator.received(), [])
    },
  },
]
