import { equal, failure, ok, untyped } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Context, Test } from '../suite.ts'
import { post, signerOf, timestamp } from './given.ts'

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
  return (await emulator.received()).map(({ extra }) => extra)
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
      await emulator.addFault({ next: 2, fault: { kind: 'clock-skew', seconds: 3600 } })
      const refused = await send()
      signer.setServerTime(Date.parse(refused.headers.get('date') ?? '') / 1000)
      await send()
      const outcomes = (await emulator.received()).map(({ outcome }) => outcome)
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
  {
    name: 'fetch sends a Request as it was signed, and uses it up',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const signer = signerOf(context, { credentials: context.temporary })
      // Without a Content-Type, a Request with text would be text/plain.
      const json = { ...headers, 'Content-Type': 'application/json' }
      const request = new Request(context.endpoint, { method: 'POST', headers: json, body: text })
      await accepted(await signer.fetch(request))
      equal(
        (await emulator.received()).map(({ extra }) => extra),
        ['審核 é 🙂'],
      )
      equal(request.bodyUsed, true, 'bodyUsed')
      equal((await failure(() => signer.fetch(request))).name, 'TypeError')
      equal((await emulator.received()).length, 1)
    },
  },
  {
    name: 'fetch sends a GET Request with its query',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const signer = signerOf(context, { credentials: context.temporary })
      const request = new Request(`${context.endpoint}/?CheckMode=1&Extra='審核' |^%7e+é`, { headers })
      await accepted(await signer.fetch(request))
      equal(
        (await emulator.received()).map(({ extra }) => extra),
        ["'審核' |^~ é"],
      )
    },
  },
  {
    name: 'what init says takes precedence over a Request, whose body then stays unused',
    run: async (context) => {
      const { sent, signer } = observed(context)
      const request = new Request(post.url, { method: 'POST', headers: { 'X-A': 'one', 'X-B': 'b' }, body: 'request' })
      await signer.fetch(request, { headers: { 'X-A': 'two' }, body: 'init' }, { timestamp })
      const expected = { ...post, headers: { 'X-A': 'two', 'content-type': 'application/json' }, body: 'init' }
      equal(sent[0]?.init.headers, await signer.sign(expected, { timestamp }))
      equal([sent[0]?.init.method, sent[0]?.init.body, request.bodyUsed], ['POST', 'init', false])
    },
  },
  {
    name: 'what init leaves undefined is taken from the Request',
    run: async (context) => {
      const { sent, signer } = observed(context)
      const request = new Request(post.url, { method: 'POST', headers: { 'X-A': 'one' }, body: '{}' })
      const init = { method: undefined, headers: undefined, body: undefined, redirect: undefined }
      await untyped(signer.fetch, request, init)
      equal([sent[0]?.init.method, sent[0]?.init.redirect], ['POST', 'manual'])
      equal(Object(sent[0]?.init.headers)['x-a'], 'one')
      equal(new TextDecoder().decode(sent[0]?.init.body as ArrayBuffer), '{}')
    },
  },
  {
    name: 'null in init takes the signal of a Request away, as with fetch',
    run: async (context) => {
      const { sent, signer } = observed(context)
      const given = () => new Request(post.url, { signal: AbortSignal.abort() })
      await signer.fetch(given())
      await signer.fetch(given(), { signal: null })
      equal(
        sent.map(({ init }) => init.signal?.aborted),
        [true, undefined],
      )
    },
  },
  {
    name: 'a Request’s own redirect is not heeded, because follow is its default',
    run: async (context) => {
      const { sent, signer } = observed(context)
      await signer.fetch(new Request(post.url))
      await signer.fetch(new Request(post.url), { redirect: 'follow' })
      equal(
        sent.map(({ init }) => init.redirect),
        ['manual', 'follow'],
      )
    },
  },
  {
    name: 'a Request whose body is a stream or a form is read and signed',
    run: async (context) => {
      const { sent, signer } = observed(context)
      const stream = new Response('{"CheckMode":1}').body
      const streamed = { method: 'POST', body: stream, duplex: 'half' } as const
      await signer.fetch(new Request(post.url, streamed))
      await signer.fetch(new Request(post.url, { method: 'POST', body: new URLSearchParams({ a: '1' }) }))
      equal(
        sent.map(({ init }) => new TextDecoder().decode(init.body as ArrayBuffer)),
        ['{"CheckMode":1}', 'a=1'],
      )
      equal(Object(sent[1]?.init.headers)['content-type'], 'application/x-www-form-urlencoded;charset=UTF-8')
    },
  },
  {
    name: 'the signal of a Request ends it',
    run: async (context) => {
      const request = new Request(context.endpoint, { signal: AbortSignal.abort() })
      equal((await failure(() => signerOf(context).fetch(request))).name, 'AbortError')
    },
  },
  {
    name: 'an earlier signature in a Request is replaced',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const signer = signerOf(context, { credentials: context.temporary })
      const signed = await signer.sign({ method: 'POST', url: context.endpoint, headers, body: text }, { timestamp: 7 })
      await accepted(
        await signer.fetch(new Request(context.endpoint, { method: 'POST', headers: { ...signed }, body: text })),
      )
      equal((await emulator.received()).length, 1)
    },
  },
  {
    name: 'a Request of another realm or library is known by its tag',
    run: async (context) => {
      const { sent, signer } = observed(context)
      const foreign = {
        [Symbol.toStringTag]: 'Request',
        url: post.url,
        method: 'POST',
        headers: new Map([['x-a', 'one']]),
        arrayBuffer: async () => new TextEncoder().encode('{}').buffer,
      }
      await untyped(signer.fetch, foreign)
      equal([sent[0]?.url, sent[0]?.init.method, Object(sent[0]?.init.headers)['x-a']], [post.url, 'POST', 'one'])
    },
  },
  {
    name: 'the runtime’s fetch is looked up at each call',
    run: async (context) => {
      const signer = signerOf(context)
      const original = globalThis.fetch
      try {
        globalThis.fetch = async () => new Response('replaced')
        equal(await (await signer.fetch(post.url)).text(), 'replaced')
      } finally {
        globalThis.fetch = original
      }
    },
  },
  {
    name: 'fetch can be taken out of its signer',
    run: async (context) => {
      const { sent, signer } = observed(context)
      const { fetch } = signer
      await fetch(post.url)
      equal(sent.length, 1)
    },
  },
]

async function accepted(response: { json(): Promise<unknown> }): Promise<void> {
  const { Response: answer } = (await response.json()) as { Response: { Error?: object } }
  equal(answer.Error, undefined, 'Error')
}

/** A signer whose requests go nowhere, and what it sent. */
function observed(context: Context) {
  const sent: { readonly url: string; readonly init: RequestInit }[] = []
  const send = async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    return new Response()
  }
  return { sent, signer: signerOf(context, { fetch: send }) }
}
