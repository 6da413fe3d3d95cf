import { equal, matches, ok } from '../assert.ts'
import type { Context, HostileBehavior, Test } from '../suite.ts'
import { clientOf, faceidFailure } from './given.ts'

/** How a call fails that gets such a response. */
async function failureUnder(context: Context, behavior: HostileBehavior) {
  const headers = { 'x-hostile': behavior }
  const faceid = clientOf(context, { endpoint: context.hostileEndpoint, headers, maxRetries: 0 })
  const error = await faceidFailure(context, () => faceid.ApplySdkVerificationToken())
  equal(error.outcome, 'unknown', 'outcome')
  return error
}

const tooLong = ['an endless body', 'a gzip bomb', 'a brotli bomb'] as const

export const hostile: readonly Test[] = [
  ...tooLong.map(
    (behavior): Test => ({
      name: `of ${behavior} no more is read than a response may have`,
      run: async (context) => {
        const error = await failureUnder(context, behavior)
        ok(error instanceof context.faceid.InvalidResponseError, `${error}`)
        matches(error.message, /the body is too long$/, 'message')
      },
    }),
  ),
  {
    name: 'a body that is longer than its length says is no success',
    run: async (context) => {
      // Some runtimes refuse it, some read what the chunks say.
      const error = await failureUnder(context, 'a length that is none')
      matches(error.message, /the body is too long$|the connection failed$/, 'message')
    },
  },
  {
    name: 'half a body is no success',
    run: async (context) => {
      const { code } = await failureUnder(context, 'half a body')
      matches(code, /^Client\.(NetworkError|InvalidResponse)$/, 'code')
    },
  },
  {
    name: 'a redirect is not followed',
    run: async (context) => {
      const error = await failureUnder(context, 'a redirect')
      matches(error.message, /a redirect, which was not followed$/, 'message')
    },
  },
]
