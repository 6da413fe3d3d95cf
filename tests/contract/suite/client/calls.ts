import { equal, failure, matches } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Test } from '../suite.ts'
import { clientOf, faceidFailure } from './given.ts'

export const calls: readonly Test[] = [
  {
    name: 'a call returns the token and the request id',
    run: async (context) => {
      await freshEmulator(context)
      const answer = await clientOf(context).ApplySdkVerificationToken({ CheckMode: 1 })
      matches(answer.SdkToken, /^[0-9A-F-]{36}$/i, 'SdkToken')
      matches(answer.RequestId, /^[0-9a-f-]{36}$/, 'RequestId')
    },
  },
  {
    name: 'a call without parameters takes the defaults of the service',
    run: async (context) => {
      await freshEmulator(context)
      matches((await clientOf(context).ApplySdkVerificationToken()).SdkToken, /./, 'SdkToken')
    },
  },
  {
    name: 'parameters arrive as they were given, in any script',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await clientOf(context).ApplySdkVerificationToken({ Extra: '審核 é 🙂 "\\\n' })
      equal((await emulator.received())[0]?.extra, '審核 é 🙂 "\\\n')
    },
  },
  {
    name: 'the region and the language of one call take precedence over the client’s',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const faceid = clientOf(context, { language: 'en-US', maxRetries: 0 })
      await faceid.ApplySdkVerificationToken({}, { region: 'ap-jakarta' })
      equal((await emulator.received())[0]?.region, 'ap-jakarta')
      const wrong: object = { CheckMode: 9 }
      const chinese = { language: 'zh-CN' } as const
      const error = await faceidFailure(context, () => faceid.ApplySdkVerificationToken(wrong, chinese))
      matches(error.message, /\p{Script=Han}/u, 'message')
    },
  },
  {
    name: 'credentials come from a provider, once for all concurrent calls',
    run: async (context) => {
      await freshEmulator(context)
      let asked = 0
      const credentials = async () => {
        asked++
        return { ...context.temporary, expiration: Math.floor(Date.now() / 1000) + 3600 }
      }
      const faceid = clientOf(context, { credentials })
      await Promise.all(Array.from({ length: 8 }, () => faceid.ApplySdkVerificationToken()))
      equal(asked, 1)
    },
  },
  {
    name: 'long-term credentials can call',
    needs: 'long-term secrets',
    run: async (context) => {
      await freshEmulator(context)
      const faceid = clientOf(context, { credentials: context.longTerm })
      matches((await faceid.ApplySdkVerificationToken()).SdkToken, /./, 'SdkToken')
    },
  },
  {
    name: 'long-term credentials are refused',
    without: 'long-term secrets',
    run: async (context) => {
      const error = await failure(() => clientOf(context, { credentials: context.longTerm }))
      equal(`${error}`, 'TypeError: credentials must be temporary in a browser')
    },
  },
  {
    name: 'a body of 4 MB is sent and signed whole',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await clientOf(context).ApplySdkVerificationToken({ CheckMode: 2, CompareImage: 'QUJD'.repeat(2 ** 20) })
      equal((await emulator.received())[0]?.outcome, 'ok')
    },
  },
  {
    name: 'options that can’t work are refused by name',
    run: async (context) => {
      equal((await failure(() => clientOf(context, { timeout: 0 }))).name, 'TypeError')
      matches(await failure(() => clientOf(context, Object({ retries: 3 }))), /"retries"/)
    },
  },
  {
    name: 'validateParameters needs no eval, and names what is wrong',
    run: ({ validate }) => {
      equal(validate.validateParameters('ApplySdkVerificationToken', { CheckMode: 1 }), [])
      const issues = validate.validateParameters('ApplySdkVerificationToken', { CheckMode: 2, Misspelt: 1 })
      equal(issues.map(({ parameter, rule }) => `${parameter} ${rule}`).sort(), [
        'CompareImage missing',
        'Misspelt unknown',
      ])
    },
  },
]
