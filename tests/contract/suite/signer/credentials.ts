import { equal, failure, ok, untyped, wait } from '../assert.ts'
import type { Context, Test } from '../suite.ts'
import { credentials, post, signerOf, timestamp } from './given.ts'

const temporary = (expiration?: number) => ({ ...credentials, token: `until-${expiration}`, expiration })

/** A signer whose provider counts how often it is asked, and whose clock is moved by hand. */
function counted(context: Context, answer: (asked: number) => ReturnType<typeof temporary>) {
  const clock = { now: timestamp * 1000 }
  let asked = 0
  const provider = async () => {
    asked++
    await wait(1)
    return answer(asked)
  }
  const signer = signerOf(context, { credentials: provider, now: () => clock.now })
  return { clock, asked: () => asked, token: async () => (await signer.sign(post))['x-tc-token'] }
}

export const credentialTests: readonly Test[] = [
  {
    name: 'a provider is asked once by concurrent callers, and again 60 seconds before its answer ends',
    run: async (context) => {
      const { clock, asked, token } = counted(context, (time) => temporary(timestamp + time * 7200))
      equal(await Promise.all([token(), token(), token()]), Array(3).fill(`until-${timestamp + 7200}`))
      clock.now += 7139_999
      await token()
      equal(asked(), 1)
      clock.now += 1
      equal(await token(), `until-${timestamp + 14400}`)
      equal(asked(), 2)
    },
  },
  {
    name: 'a provider that does not say until when is asked every time',
    run: async (context) => {
      const { asked, token } = counted(context, () => temporary())
      await token()
      await token()
      equal(asked(), 2)
    },
  },
  {
    name: 'a provider that fails does so for those who wait, and is asked again',
    run: async (context) => {
      const { asked, token } = counted(context, (time) => {
        if (time === 1) throw new Error('metadata is down')
        return temporary(timestamp + 7200)
      })
      const failures = await Promise.all([failure(token), failure(token)])
      equal(
        failures.map(({ message }) => message),
        Array(2).fill('metadata is down'),
      )
      equal(asked(), 1)
      equal(await token(), `until-${timestamp + 7200}`)
    },
  },
  {
    name: 'credentials are copied',
    run: async (context) => {
      const given = { ...credentials, token: 'first' }
      const signer = signerOf(context, { credentials: given })
      given.token = 'second'
      equal((await signer.sign(post))['x-tc-token'], 'first')
    },
  },
  {
    name: 'long-term secrets are taken',
    needs: 'long-term secrets',
    run: ({ signer }) => {
      signer.createSigner({ credentials })
    },
  },
  {
    name: 'long-term secrets are refused, given or provided, unless the caller insists',
    without: 'long-term secrets',
    run: async ({ signer }) => {
      const rule = 'TypeError: credentials must be temporary in a browser'
      equal(`${await failure(() => signer.createSigner({ credentials }))}`, rule)
      equal(`${await failure(() => signer.createSigner({ credentials: async () => credentials }).sign(post))}`, rule)
      signer.createSigner({ credentials, dangerouslyAllowLongTermSecretsInBrowser: true })
      signer.createSigner({ credentials: { ...credentials, token: 'tokenEXAMPLE' } })
    },
  },
  {
    name: 'fromEnv reads the environment of the process',
    needs: 'process.env',
    run: ({ signer }) => {
      equal(signer.fromEnv(), { secretId: 'AKID-from-env', secretKey: 'key-from-env', token: 'token-from-env' })
    },
  },
  {
    name: 'fromEnv names what is missing where there is no process',
    without: 'process.env',
    run: async ({ signer }) => {
      const { message } = await failure(() => signer.fromEnv())
      equal(message, 'missing in the environment: TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY')
    },
  },
  {
    name: 'fromEnv reads what it is given, and names what is missing there',
    run: async ({ signer }) => {
      const env = { TENCENTCLOUD_SECRET_ID: 'AKIDEXAMPLE', TENCENTCLOUD_SECRET_KEY: 'verySecretEXAMPLE', OTHER: {} }
      equal(signer.fromEnv(env), credentials)
      const { message } = await failure(() => signer.fromEnv({ ...env, TENCENTCLOUD_SECRET_KEY: '' }))
      equal(message, 'missing in the environment: TENCENTCLOUD_SECRET_KEY')
    },
  },
  {
    name: 'neither a signer nor its errors show a secret',
    run: async (context) => {
      const signer = signerOf(context)
      await signer.sign(post)
      const refused = await failure(() => untyped(signer.sign, { ...post, headers: { Authorization: 'verySecret\n' } }))
      const malformed = await failure(() => untyped(signer.sign, { ...post, url: 'https://a:verySecret@b/' }))
      for (const shown of [JSON.stringify(signer), `${signer}`, `${refused.stack}`, `${malformed.stack}`]) {
        ok(!shown.includes('verySecret'), 'it shows no secret')
      }
    },
  },
]
