import { equal, failure, ok, untyped } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Context, Test } from '../suite.ts'
import { post, signerOf } from './given.ts'

const headers = {
  'X-TC-Action': 'ApplySdkVerificationToken',
  'X-TC-Version': '2018-03-01',
  'X-TC-Region': 'ap-singapore',
}
const text = '{"CheckMode":1,"Extra":"審核 é 🙂"}'

/** Sends it to the emulator, which checks the signature, and gives what it saw in `Extra`. */
async function extraSeen(context: Context, query: string, init: object, how?: object): Promise<unknown> {
  const emulator = await freshEmulator(context)
  const signer = signerOf(context, { credentials: context.temporary })
  const response = await signer.fetch(`${context.endpoint}/${query}`, { headers, ...init }, how)
  const { Response: answer } = (await response.json()) as { Response: { Error?: object } }
  equal(answer.Error, undefined, 'Error')
  return (await emulator.arrivals()).map(({ extra }) => extra)
}

const bodies: Readonly<Record<string, () => unknown>> = {
  'a string': () => text,
  bytes: () => new TextEncoder().encode(text),
  'a view with an offset': () => new TextEncoder().encode(`..${text}..`).subarray(2, -2),
  'an ArrayBuffer': () => new TextEncoder().encode(text).buffer,
}

export const fetchTests: readonly Test[] = [
  ...Object.entries(bodies).map(
    ([what, body]): Test => ({
      name: `fetch sends ${what} as it was signed`,
      run: async (context) => {
        equal(await extraSeen(context, '', { method: 'POST', body: body() }), ['審核 é 🙂'])
      },
    }),
  ),
  {
    name: 'fetch sends a query as it was signed, whatever is in it',
    run: async (context) => {
      equal(await extraSeen(context, "?CheckMode=1&Extra='審核' |^%7e+é", { method: 'GET' }), ["'審核' |^~ é"])
    },
  },
  {
    name: 'fetch sends an unsigned payload',
    run: async (context) => {
      const how = { unsignedPayload: true }
      equal(await extraSeen(context, '', { method: 'POST', body: text }, how), ['審核 é 🙂'])
    },
  },
  {
    name: 'fetch sends long-term credentials where they are allowed',
    run: async (context) => {
      await freshEmulator(context)
      const signer = signerOf(context, { credentials: context.longTerm })
      const response = await signer.fetch(context.endpoint, { method: 'POST', headers, body: '{}' })
      equal('SdkToken' in ((await response.json()) as { Response: object }).Response, true, 'a token')
    },
  },
  {
    name: 'fetch signs the time of the service once it is known',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const signer = signerOf(context, { credentials: context.temporary })
      const send = () => signer.fetch(context.endpoint, { method: 'POST', headers, body: '{}' })
      await emulator.order({ next: 2, fault: { kind: 'clock-skew', seconds: 3600 } })
      const refused = await send()
      signer.setServerTime(Date.parse(refused.headers.get('date') ?? '') / 1000)
      await send()
      const outcomes = (await emulator.arrivals()).map(({ outcome }) => outcome)
      equal(outcomes, ['AuthFailure.SignatureExpire', 'ok'])
    },
  },
  {
    name: 'fetch follows no redirect unless told to, and passes on what else it is given',
    run: async (context) => {
      const seen: unknown[] = []
      const send = async (url: string, init: object) => {
        seen.push([url, Reflect.get(init, 'redirect'), Reflect.get(init, 'cache')])
        return new Response()
      }
      const signer = signerOf(context, { fetch: send })
      await untyped(signer.fetch, post.url, { ...post, cache: 'no-store' })
      await signer.fetch(new URL(post.url), { redirect: 'follow' })
      equal(seen, [
        [post.url, 'manual', 'no-store'],
        [post.url, 'follow', undefined],
      ])
    },
  },
  {
    name: 'fetch can be aborted',
    run: async (context) => {
      const signal = AbortSignal.abort()
      const error = await failure(() => signerOf(context).fetch(context.endpoint, { signal }))
      ok(error.name === 'AbortError', `${error}`)
    },
  },
]
