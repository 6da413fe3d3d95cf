import { equal, failure, ok, untyped } from '../assert.ts'
import type { Context, Test } from '../suite.ts'
import { credentials, post, signerOf } from './given.ts'

type Row = readonly [what: string, message: string, given: () => unknown]

// Functions, because what a row needs may be missing in a runtime that only reads the names.
const badSignerOptions: readonly Row[] = [
  ['no options', 'options must be a plain object', () => undefined],
  ['a list of options', 'options must be a plain object', () => [credentials]],
  ['options in a prototype', 'options must be a plain object', () => Object.create({ credentials })],
  ['a misspelt option', 'options.servce must not be given', () => ({ credentials, servce: 'faceid' })],
  ['a service with a slash', 'service must be a name', () => ({ credentials, service: 'faceid/tc3_request' })],
  ['a service with a comma', 'service must be a name', () => ({ credentials, service: 'faceid,cvm' })],
  ['a service with a line break', 'service must be a name', () => ({ credentials, service: 'faceid\n' })],
  ['a service with a space', 'service must be a name', () => ({ credentials, service: 'face id' })],
  ['a service beyond ASCII', 'service must be a name', () => ({ credentials, service: 'é' })],
  ['an empty service', 'service must be a name', () => ({ credentials, service: '' })],
  ['a service that is no text', 'service must be a name', () => ({ credentials, service: 5 })],
  ['a clock that is no function', 'now must be a function', () => ({ credentials, now: Date.now() })],
  ['cryptography that is none', 'crypto must have sha256Hex', () => ({ credentials, crypto: null })],
  ['half of a cryptography', 'crypto must have sha256Hex', () => ({ credentials, crypto: { sha256Hex: () => '' } })],
  ['a fetch that is no function', 'fetch must be a function', () => ({ credentials, fetch: 'fetch' })],
  [
    'consent as text',
    'dangerouslyAllowLongTermSecretsInBrowser must be true or false',
    () => ({ credentials, dangerouslyAllowLongTermSecretsInBrowser: 'false' }),
  ],
]

const badCredentials: readonly Row[] = [
  ['no credentials', 'credentials must be an object', () => undefined],
  ['credentials that are null', 'credentials must be an object', () => null],
  ['credentials as text', 'credentials must be an object', () => 'EXAMPLE'],
  ['a missing secretId', 'credentials.secretId must be', () => ({ secretKey: 'EXAMPLE' })],
  ['an empty secretId', 'credentials.secretId must be', () => ({ ...credentials, secretId: '' })],
  ['a secretId with a line break', 'credentials.secretId must be', () => ({ ...credentials, secretId: 'EXAMPLE\n' })],
  ['a secretId with a space', 'credentials.secretId must be', () => ({ ...credentials, secretId: 'EX AMPLE' })],
  ['a missing secretKey', 'credentials.secretKey must be', () => ({ secretId: 'AKIDEXAMPLE' })],
  ['an empty secretKey', 'credentials.secretKey must be', () => ({ ...credentials, secretKey: '' })],
  ['a secretKey that is null', 'credentials.secretKey must be', () => ({ ...credentials, secretKey: null })],
  [
    'a secretKey with a line break',
    'credentials.secretKey must be',
    () => ({ ...credentials, secretKey: 'EXAMPLE\n' }),
  ],
  ['an empty token', 'credentials.token must be', () => ({ ...credentials, token: '' })],
  ['a token with a space', 'credentials.token must be', () => ({ ...credentials, token: 'EX AMPLE' })],
  ['a token that is no text', 'credentials.token must be', () => ({ ...credentials, token: 5 })],
  [
    'an expiration in milliseconds',
    'credentials.expiration must be',
    () => ({ ...credentials, expiration: Date.now() }),
  ],
  ['an expiration as a date', 'credentials.expiration must be', () => ({ ...credentials, expiration: new Date() })],
]

const absoluteUrl = 'url must be an absolute http(s) URL without credentials'
const urls: readonly Row[] = [
  ['a URL with credentials', absoluteUrl, () => 'https://user:EXAMPLE@faceid.tencentcloudapi.com/'],
  ['a URL with a user name', absoluteUrl, () => 'https://user@faceid.tencentcloudapi.com/'],
  ['a URL with a password', absoluteUrl, () => 'https://:EXAMPLE@faceid.tencentcloudapi.com/'],
  ['a URL object with credentials', absoluteUrl, () => new URL('https://user:EXAMPLE@faceid.tencentcloudapi.com/')],
  ['a URL without a host', absoluteUrl, () => 'https://EXAMPLE@'],
  ['a URL without a scheme', absoluteUrl, () => 'faceid.tencentcloudapi.com'],
  ['a relative URL', absoluteUrl, () => '/relative'],
  ['a URL of another scheme', absoluteUrl, () => 'ftp://faceid.tencentcloudapi.com/'],
  ['a data URL', absoluteUrl, () => 'data:text/plain,https://a/'],
  ['no URL', absoluteUrl, () => undefined],
  ['a URL that is a symbol', absoluteUrl, () => Symbol('EXAMPLE')],
  ['a URL that is an empty object', absoluteUrl, () => ({})],
]

const badRequests: readonly Row[] = [
  ['no request', 'request must be a plain object', () => undefined],
  ['a Request to sign', 'request must be a plain object', () => new Request(post.url, { method: 'POST', body: '{}' })],
  ['a Request without a body to sign', 'request must be a plain object', () => new Request(post.url)],
  ['a misspelt part of a request', 'request.header must not be given', () => ({ ...post, header: {} })],
  ['a header with a line break', 'headers.X-A must be', () => ({ ...post, headers: { 'X-A': 'one\r\ntwo' } })],
  ['a header that ends in a line break', 'headers.X-A must be', () => ({ ...post, headers: { 'X-A': 'one\n' } })],
  ['a header that begins with one', 'headers.X-A must be', () => ({ ...post, headers: [['X-A', '\rone']] })],
  ['a header beyond ASCII', 'headers.X-A must be', () => ({ ...post, headers: [['X-A', 'é']] })],
  ['a header that is undefined', 'headers.X-A must be', () => ({ ...post, headers: { 'X-A': undefined } })],
  ['a header that is null', 'headers.X-A must be', () => ({ ...post, headers: { 'X-A': null } })],
  ['a header that is a number', 'headers.X-A must be', () => ({ ...post, headers: { 'X-A': 1 } })],
  [
    'a secret with a line break',
    'headers.Authorization must',
    () => ({ ...post, headers: { Authorization: 'EXAMPLE\n' } }),
  ],
  ['a header name with a space', 'headers must have valid names', () => ({ ...post, headers: { 'bad EXAMPLE': 'x' } })],
  [
    'a header name with a line break',
    'headers must have valid names',
    () => ({ ...post, headers: { 'bad\nname': 'x' } }),
  ],
  ['an empty header name', 'headers must have valid names', () => ({ ...post, headers: { '': 'x' } })],
  ['headers as text', 'headers must be an object', () => ({ ...post, headers: 'Authorization: EXAMPLE' })],
  ['headers that are null', 'headers must be an object', () => ({ ...post, headers: null })],
  ['headers that are a symbol', 'headers must be an object', () => ({ ...post, headers: Symbol('EXAMPLE') })],
  ['headers that are no pairs', 'headers.A must be', () => ({ ...post, headers: [['A']] })],
  ['a body on GET', 'body must be absent on GET', () => ({ ...post, method: 'GET' })],
  ['an empty body on GET', 'body must be absent on GET', () => ({ ...post, method: 'GET', body: '' })],
  ['a body where GET is the default', 'body must be absent on GET', () => ({ ...post, method: undefined })],
  ['a stream', 'body must be a string or bytes', () => ({ ...post, body: new ReadableStream() })],
  ['a Blob', 'body must be a string or bytes', () => ({ ...post, body: new Blob(['{}']) })],
  ['a FormData', 'body must be a string or bytes', () => ({ ...post, body: new FormData() })],
  ['URLSearchParams', 'body must be a string or bytes', () => ({ ...post, body: new URLSearchParams('a=1') })],
  ['an object as body', 'body must be a string or bytes', () => ({ ...post, body: { CheckMode: 1 } })],
  ['a number as body', 'body must be a string or bytes', () => ({ ...post, body: 5 })],
  ['a symbol as body', 'body must be a string or bytes', () => ({ ...post, body: Symbol('EXAMPLE') })],
  ['another method', 'method must be GET or POST', () => ({ ...post, method: 'PUT' })],
  ['a method in lower case', 'method must be GET or POST', () => ({ ...post, method: 'post' })],
  ['a method with a line break', 'method must be GET or POST', () => ({ ...post, method: 'POST\r\n' })],
  ['a method that is a number', 'method must be GET or POST', () => ({ ...post, method: 7 })],
  ...urls.map(([what, message, url]): Row => [what, message, () => ({ ...post, url: url() })]),
]

const unixSeconds = 'timestamp must be UNIX seconds, not milliseconds'
const distinctNames = 'signedHeaders must be an array of distinct header names'
const badSignOptions: readonly Row[] = [
  ['options that are null', 'options must be a plain object', () => null],
  ['options that are a number', 'options must be a plain object', () => 0],
  ['a misspelt option of one request', 'options.unsignedPaylod must not be given', () => ({ unsignedPaylod: true })],
  ['a timestamp in milliseconds', unixSeconds, () => ({ timestamp: 1735689600000 })],
  ['a fractional timestamp', unixSeconds, () => ({ timestamp: 1735689600.5 })],
  ['a negative timestamp', unixSeconds, () => ({ timestamp: -1 })],
  ['a timestamp that is no number', unixSeconds, () => ({ timestamp: Number.NaN })],
  ['an endless timestamp', unixSeconds, () => ({ timestamp: Number.POSITIVE_INFINITY })],
  ['a timestamp as text', unixSeconds, () => ({ timestamp: '1735689600' })],
  ['a timestamp as a date', unixSeconds, () => ({ timestamp: new Date() })],
  ['a timestamp as a BigInt', unixSeconds, () => ({ timestamp: BigInt(1735689600) })],
  ['a timestamp as a symbol', unixSeconds, () => ({ timestamp: Symbol('EXAMPLE') })],
  ['signed headers as text', distinctNames, () => ({ signedHeaders: 'content-type;host' })],
  ['a signed header twice', distinctNames, () => ({ signedHeaders: ['host', 'content-type', 'Host'] })],
  [
    'a signed header that is absent',
    'headers.x-missing must be present',
    () => ({ signedHeaders: ['host', 'X-Missing'] }),
  ],
  ['a header signed by itself', 'headers.authorization must', () => ({ signedHeaders: ['authorization'] })],
  ['an unsigned payload as text', 'unsignedPayload must be true or false', () => ({ unsignedPayload: 'false' })],
]

const badTimes: readonly Row[] = [
  ['no time', unixSeconds, () => undefined],
  ['a time in milliseconds', unixSeconds, () => 1735689600000],
  ['a time that is no number', unixSeconds, () => Number.NaN],
]

const badInits: readonly Row[] = [
  ['an init that is null', 'init must be a plain object', () => null],
  ['an init that is a Request', 'init must be a plain object', () => new Request(post.url)],
  ['an init in a prototype', 'init must be a plain object', () => Object.create({ method: 'POST', body: '{}' })],
  ['a stream to send', 'body must be a string or bytes', () => ({ method: 'POST', body: new ReadableStream() })],
]

/** Neither cryptography nor anything else has happened when an argument is refused. */
const nothing = { sha256Hex: unexpected, deriveSigningKey: unexpected }
function unexpected(): never {
  throw new Error('it should have been refused before')
}

const signerThatDoesNothing = (context: Context) => signerOf(context, { crypto: nothing, fetch: unexpected })

export const refusals: readonly Test[] = [
  ...refused(badSignerOptions, ({ signer }, options) => untyped(signer.createSigner, options)),
  ...refused(badCredentials, ({ signer }, given) => untyped(signer.createSigner, { credentials: given })),
  ...refused(badRequests, (context, request) => untyped(signerThatDoesNothing(context).sign, request)),
  ...refused(badSignOptions, (context, options) => untyped(signerThatDoesNothing(context).sign, post, options)),
  ...refused(badTimes, (context, time) => untyped(signerThatDoesNothing(context).setServerTime, time)),
  ...refused(badInits, (context, init) => untyped(signerThatDoesNothing(context).fetch, post.url, init)),
  ...refused(urls, (context, url) => untyped(signerThatDoesNothing(context).fetch, url), 'by fetch'),
  ...refused(badCredentials, provided, 'from a provider'),
  {
    name: 'refused: a clock that gives no time',
    run: async (context) => {
      const signer = signerOf(context, { now: () => Number.NaN })
      refusedWith('now() must be a number', await failure(() => signer.sign(post)))
      refusedWith('now() must be a number', await failure(() => signer.setServerTime(1735689600)))
    },
  },
  {
    name: 'refused: no service where the host names none',
    run: async (context) => {
      const signer = signerOf(context, { service: undefined })
      for (const url of ['http://127.0.0.1:9000/', 'http://[::1]/']) {
        refusedWith('service must be a name such as faceid', await failure(() => signer.sign({ ...post, url })))
      }
    },
  },
  {
    name: 'refused: a body on a Request that is made a GET',
    run: async (context) => {
      const request = new Request(post.url, { method: 'POST', body: '{}' })
      const error = await failure(() => signerThatDoesNothing(context).fetch(request, { method: 'GET' }))
      refusedWith('body must be absent on GET', error)
    },
  },
  {
    name: 'refused: what is no text and no bytes, by sha256Hex',
    run: async ({ signer }) => {
      refusedWith('data must be a string or bytes', await failure(() => untyped(signer.sha256Hex, { data: 1 })))
    },
  },
]

function refused(rows: readonly Row[], call: (context: Context, given: unknown) => unknown, how = ''): Test[] {
  return rows.map(([what, message, given]) => ({
    name: ['refused:', what, how].join(' ').trim(),
    run: async (context) => refusedWith(message, await failure(() => call(context, given()))),
  }))
}

function provided({ signer }: Context, given: unknown): unknown {
  const credentials = async () => given as never
  return signer.createSigner({ credentials }).sign(post)
}

function refusedWith(message: string, error: Error): void {
  equal(error.name, 'TypeError')
  ok(error.message.startsWith(message), error.message)
  ok(!`${error.stack}`.includes('EXAMPLE'), 'it shows no secret')
  equal(error.cause, undefined, 'cause')
}
