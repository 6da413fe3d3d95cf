import { equal, failure, ok, untyped } from '../assert.ts'
import type { Test } from '../suite.ts'
import { credentials, post, signerOf } from './given.ts'

type Row = readonly [what: string, argument: string, given: () => unknown]

// Functions, because what a row needs may be missing in a runtime that only reads the names.
const badCredentials: readonly Row[] = [
  ['an empty secretId', 'credentials.secretId', () => ({ ...credentials, secretId: '' })],
  ['no credentials', 'credentials', () => undefined],
  ['a secretKey with a line break', 'credentials.secretKey', () => ({ ...credentials, secretKey: 'EXAMPLE\n' })],
  ['a missing secretKey', 'credentials.secretKey', () => ({ secretId: 'AKIDEXAMPLE' })],
  ['an empty token', 'credentials.token', () => ({ ...credentials, token: '' })],
  ['an expiration in milliseconds', 'credentials.expiration', () => ({ ...credentials, expiration: 1735689600000 })],
]

const badRequests: readonly Row[] = [
  ['a header with a line break', 'headers.X-A', () => ({ ...post, headers: { 'X-A': 'one\r\ntwo' } })],
  ['a header beyond ASCII', 'headers.X-A', () => ({ ...post, headers: [['X-A', 'é']] })],
  ['a header that is undefined', 'headers.X-A', () => ({ ...post, headers: { 'X-A': undefined } })],
  ['a body on GET', 'body', () => ({ ...post, method: 'GET' })],
  ['a stream', 'body', () => ({ ...post, body: new ReadableStream() })],
  ['a Blob', 'body', () => ({ ...post, body: new Blob(['{}']) })],
  ['a FormData', 'body', () => ({ ...post, body: new FormData() })],
  ['URLSearchParams', 'body', () => ({ ...post, body: new URLSearchParams('a=1') })],
  ['an object as body', 'body', () => ({ ...post, body: { CheckMode: 1 } })],
  ['another method', 'method', () => ({ ...post, method: 'PUT' })],
  ['a method in lower case', 'method', () => ({ ...post, method: 'post' })],
  ['a URL with credentials', 'url', () => ({ ...post, url: 'https://user:EXAMPLE@faceid.tencentcloudapi.com/' })],
  ['a relative URL', 'url', () => ({ ...post, url: '/' })],
  ['a URL of another scheme', 'url', () => ({ ...post, url: 'ftp://faceid.tencentcloudapi.com/' })],
  ['a Request', 'url', () => ({ ...post, url: new Request('https://faceid.tencentcloudapi.com/') })],
]

const badOptions: readonly Row[] = [
  ['a timestamp in milliseconds', 'timestamp', () => ({ timestamp: 1735689600000 })],
  ['a fractional timestamp', 'timestamp', () => ({ timestamp: 1735689600.5 })],
  ['a negative timestamp', 'timestamp', () => ({ timestamp: -1 })],
  ['a signed header that is absent', 'headers.x-missing', () => ({ signedHeaders: ['host', 'X-Missing'] })],
]

export const refusals: readonly Test[] = [
  ...badCredentials.map(
    ([what, argument, given]): Test => ({
      name: `refused by name: ${what}`,
      run: async ({ signer }) => {
        refusedByName(await failure(() => untyped(signer.createSigner, { credentials: given() })), argument)
      },
    }),
  ),
  ...badRequests.map(
    ([what, argument, given]): Test => ({
      name: `refused by name: ${what}`,
      run: async (context) => {
        refusedByName(await failure(() => untyped(signerOf(context).sign, given())), argument)
      },
    }),
  ),
  ...badOptions.map(
    ([what, argument, given]): Test => ({
      name: `refused by name: ${what}`,
      run: async (context) => {
        refusedByName(await failure(() => untyped(signerOf(context).sign, post, given())), argument)
      },
    }),
  ),
  {
    name: 'refused by name: no service where the host names none',
    run: async (context) => {
      const signer = signerOf(context, { service: undefined })
      refusedByName(await failure(() => signer.sign({ ...post, url: 'http://127.0.0.1:9000/' })), 'service')
    },
  },
  {
    name: 'nothing is sent of what is refused',
    run: async (context) => {
      let sent = 0
      const send = async () => {
        sent++
        return new Response()
      }
      await failure(() => signerOf(context, { fetch: send }).fetch('ftp://example.test/'))
      equal(sent, 0)
    },
  },
]

function refusedByName(error: Error, argument: string): void {
  equal(error.name, 'TypeError')
  equal(error.message.startsWith(`${argument} must be `), true, error.message)
  ok(!`${error.stack}`.includes('EXAMPLE'), 'it shows no secret')
}
