import type { Body } from '@tc3-edge/signer'
import { equal, failure, ok } from '../assert.ts'
import type { Test } from '../suite.ts'
import { credentials, post, signerOf, timestamp } from './given.ts'

const url = 'https://faceid.tencentcloudapi.com/'

const text = '審核 é 🙂'
const bytes = new TextEncoder().encode(`..${text}..`)
const exact = bytes.slice(2, -2)

const bodies: Readonly<Record<string, () => Body>> = {
  bytes: () => exact,
  'a view with an offset': () => bytes.subarray(2, -2),
  'an ArrayBuffer': () => exact.buffer,
  'a DataView': () => new DataView(bytes.buffer, 2, exact.length),
  'wider elements': () => new Uint16Array(exact.buffer),
}

export const requests: readonly Test[] = [
  {
    name: 'sign adds a content type, and no host: fetch sends that',
    run: async (context) => {
      const signer = signerOf(context)
      const posted = await signer.sign(post)
      const got = await signer.sign({ url })
      equal(posted['content-type'], 'application/json')
      equal(got['content-type'], 'application/x-www-form-urlencoded')
      ok(!('host' in posted) && !('host' in got), 'there is no host')
    },
  },
  {
    name: 'sign takes header fields as a record, pairs, a Map and Headers alike',
    run: async (context) => {
      const signer = signerOf(context)
      const how = { timestamp, signedHeaders: ['x-a', 'host', 'content-type'] }
      const pairs = [['X-A', 'One']] as const
      const given = [{ 'X-A': 'One' }, pairs, new Map(pairs), new Headers({ 'X-A': 'One' })]
      const signed = await Promise.all(given.map((headers) => signer.sign({ ...post, headers }, how)))
      equal(new Set(signed.map((headers) => headers.authorization)).size, 1)
      equal(signed[0]?.['x-a'], 'One')
    },
  },
  {
    name: 'sign drops what an earlier signature left',
    run: async (context) => {
      const signer = signerOf(context, { credentials: { ...credentials, token: 'tokenEXAMPLE' } })
      const headers = await signer.sign(post, { timestamp: 7, unsignedPayload: true })
      const again = await signer.sign({ ...post, headers }, { timestamp })
      equal(again, await signer.sign(post, { timestamp }))
    },
  },
  {
    name: 'sign signs UNSIGNED-PAYLOAD by choice, and says so',
    run: async (context) => {
      const signer = signerOf(context)
      const how = { timestamp, unsignedPayload: true }
      const one = await signer.sign(post, how)
      equal(one['x-tc-content-sha256'], 'UNSIGNED-PAYLOAD')
      equal(one, await signer.sign({ ...post, body: 'another' }, how))
      ok(!('x-tc-content-sha256' in (await signer.sign(post))), 'it does not say so otherwise')
    },
  },
  {
    name: 'sign signs the host with its port, unless the port goes without saying',
    run: async (context) => {
      const signer = signerOf(context)
      const at = async (host: string) =>
        (await signer.sign({ ...post, url: `https://${host}/` }, { timestamp })).authorization
      equal(await at('faceid.tencentcloudapi.com:443'), await at('FACEID.tencentcloudapi.com'))
      ok((await at('faceid.tencentcloudapi.com:8443')) !== (await at('faceid.tencentcloudapi.com')), 'they differ')
    },
  },
  {
    name: 'sign takes the service from the host, unless one is given',
    run: async (context) => {
      const request = { ...post, url: 'https://cvm.ap-guangzhou.tencentcloudapi.com/' }
      const scope = async (service: string | undefined) =>
        /\d+-\d+-\d+\/(\w+)/.exec((await signerOf(context, { service }).sign(request)).authorization ?? '')?.[1]
      equal(await scope(undefined), 'cvm')
      equal(await scope('faceid'), 'faceid')
    },
  },
  {
    name: 'sign signs the time that it is told, else now',
    run: async (context) => {
      const at = async (how?: { timestamp: number }) =>
        Number((await signerOf(context).sign(post, how))['x-tc-timestamp'])
      equal(await at({ timestamp: 0 }), 0)
      equal(await at({ timestamp: 4294967295 }), 4294967295)
      ok(Math.abs((await at()) - Date.now() / 1000) < 5, 'now is the default')
    },
  },
  {
    name: 'setServerTime corrects the clock; an explicit timestamp wins',
    run: async (context) => {
      let now = timestamp * 1000
      const signer = signerOf(context, { now: () => now })
      const at = async (how?: { timestamp: number }) => Number((await signer.sign(post, how))['x-tc-timestamp'])
      signer.setServerTime(timestamp + 400)
      now += 5500
      equal(await at(), timestamp + 405)
      equal(await at({ timestamp: 7 }), 7)
    },
  },
  ...Object.entries(bodies).map(
    ([what, body]): Test => ({
      name: `sign takes ${what} as a body`,
      run: async (context) => {
        const signer = signerOf(context)
        const expected = await signer.sign({ ...post, body: text }, { timestamp })
        equal(await signer.sign({ ...post, body: body() }, { timestamp }), expected)
      },
    }),
  ),
  {
    name: 'sign takes anything empty as an empty body',
    run: async (context) => {
      const signer = signerOf(context)
      const empty = [undefined, null, '', new Uint8Array(0), new ArrayBuffer(0)]
      const signed = await Promise.all(empty.map((body) => signer.sign({ ...post, body }, { timestamp })))
      equal(new Set(signed.map(({ authorization }) => authorization)).size, 1)
    },
  },
  {
    name: 'sign takes a URL as text, as a URL and as anything with an href',
    run: async (context) => {
      const signer = signerOf(context)
      const given = [url, new URL(url), { href: url }, new URL('/some/path', url), `${url}?query=of-a-post`]
      const signed = await Promise.all(given.map((one) => signer.sign({ ...post, url: one }, { timestamp })))
      equal(new Set(signed.map(({ authorization }) => authorization)).size, 1)
    },
  },
  {
    name: 'sign gives a header that comes twice as fetch sends it, and trims values',
    run: async (context) => {
      const headers = [
        ['x-a', ' one\t'],
        ['X-A', 'two'],
      ] as const
      const signed = await signerOf(context).sign({ ...post, headers })
      equal(signed['x-a'], new Headers(headers.map(([name, value]) => [name, value])).get('x-a'))
    },
  },
  {
    name: 'sign returns a new object, and takes a header with any name',
    run: async (context) => {
      const headers: Record<string, string> = JSON.parse('{"__proto__":"one","constructor":"two"}')
      const signed = await signerOf(context).sign({ ...post, headers })
      equal(Object.keys(signed).sort(), ['__proto__', 'authorization', 'constructor', 'content-type', 'x-tc-timestamp'])
      equal(Object.keys(headers), ['__proto__', 'constructor'])
    },
  },
  {
    name: 'credentialScope names the UTC day of any time',
    run: async ({ signer }) => {
      const days = [86_400, -1, 86_399.5, 0.5, -86_400.5, 1735689599, 1735689600, 0, 951782400, 4294967295]
      const scopes = days.map((time) => signer.credentialScope(time, 'faceid').slice(0, 10))
      equal(
        scopes,
        days.map((time) => new Date(time * 1000).toISOString().slice(0, 10)),
      )
      equal((await failure(() => signer.credentialScope(Number.NaN, 'faceid'))).name, 'RangeError')
    },
  },
]
