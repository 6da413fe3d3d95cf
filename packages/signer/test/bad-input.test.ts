import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSigner } from '../src/index.ts'

const secrets = { secretId: 'AKIDEXAMPLE', secretKey: 'verySecretEXAMPLE' }
const post = { method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{}' }

/** What a caller without types can do: any function of ours, any arguments. */
// biome-ignore lint/complexity/noBannedTypes: the point is to call without types
const untyped = (call: Function, ...given: unknown[]): unknown => Reflect.apply(call, undefined, given)

const digest = vi.spyOn(crypto.subtle, 'digest')
const importKey = vi.spyOn(crypto.subtle, 'importKey')
afterEach(() => {
  expect(digest).not.toHaveBeenCalled()
  expect(importKey).not.toHaveBeenCalled()
  digest.mockClear()
  importKey.mockClear()
})

async function refusal(call: () => unknown): Promise<Error> {
  try {
    await call()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('it was accepted')
}

describe('credentials', () => {
  test.each([
    ['credentials.secretId', { ...secrets, secretId: '' }],
    ['credentials.secretId', { secretKey: 'k' }],
    ['credentials.secretId', { ...secrets, secretId: 'AKID\n' }],
    ['credentials.secretId', { ...secrets, secretId: 'AK ID' }],
    ['credentials.secretId', {}],
    ['credentials', undefined],
    ['credentials', null],
    ['credentials', 'AKIDEXAMPLE'],
    ['credentials.secretKey', { ...secrets, secretKey: '' }],
    ['credentials.secretKey', { ...secrets, secretKey: undefined }],
    ['credentials.secretKey', { ...secrets, secretKey: null }],
    ['credentials.secretKey', { secretId: 'AKIDEXAMPLE' }],
    ['credentials.secretKey', { ...secrets, secretKey: 'verySecretEXAMPLE\r\n' }],
    ['credentials.token', { ...secrets, token: '' }],
    ['credentials.token', { ...secrets, token: 'to ken' }],
    ['credentials.token', { ...secrets, token: 5 }],
    ['credentials.expiration', { ...secrets, expiration: 1735689600000 }],
    ['credentials.expiration', { ...secrets, expiration: new Date() }],
  ])('%s, when made and from a provider', async (argument, credentials) => {
    const made = await refusal(() => untyped(createSigner, { credentials }))
    const signer = untyped(createSigner, { credentials: async () => credentials, service: 'faceid' })
    const provided = await refusal(() => (signer as ReturnType<typeof createSigner>).sign(post))
    for (const error of [made, provided]) {
      expect(error).toBeInstanceOf(TypeError)
      expect(error.message).toMatch(new RegExp(`^${argument} must be `))
      expect(error.message).not.toContain('EXAMPLE')
    }
  })
})

describe('requests', () => {
  const signer = createSigner({ credentials: secrets, service: 'faceid' })
  const stream = new ReadableStream()
  test.each<[string, object, object?]>([
    ['headers.X-A', { ...post, headers: { 'X-A': 'one\r\ntwo' } }],
    ['headers.X-A', { ...post, headers: { 'X-A': 'one\n' } }],
    ['headers.X-A', { ...post, headers: [['X-A', '\rone']] }],
    ['headers.X-A', { ...post, headers: { 'X-A': 'é' } }],
    ['headers.X-A', { ...post, headers: { 'X-A': undefined } }],
    ['headers.X-TC-Region', { ...post, headers: { 'X-TC-Region': null } }],
    ['headers.Authorization', { ...post, headers: { Authorization: 'verySecretEXAMPLE\n' } }],
    ['headers', { ...post, headers: 'Authorization: verySecretEXAMPLE' }],
    ['headers', { ...post, headers: '' }],
    ['headers', { ...post, headers: null }],
    ['headers', { ...post, headers: 5 }],
    ['headers', { ...post, headers: Symbol('verySecretEXAMPLE') }],
    ['body', { ...post, method: 'GET' }],
    ['body', { ...post, method: 'GET', body: '' }],
    ['body', { ...post, method: undefined }],
    ['body', { ...post, body: stream }],
    ['body', { ...post, body: new Blob(['{}']) }],
    ['body', { ...post, body: new FormData() }],
    ['body', { ...post, body: new URLSearchParams('a=1') }],
    ['body', { ...post, body: { CheckMode: 1 } }],
    ['body', { ...post, body: 5 }],
    ['body', { ...post, body: Symbol('verySecretEXAMPLE') }],
    ['body', { ...post, body: Object.create(null) }],
    ['body', { ...post, body: new SharedArrayBuffer(4) }],
    ['body', { ...post, body: new Uint8Array(new SharedArrayBuffer(4)) }],
    ['method', { ...post, method: 'PUT' }],
    ['method', { ...post, method: 'post' }],
    ['method', { ...post, method: 'POST\r\n' }],
    ['method', { ...post, method: 7 }],
    ['url', { ...post, url: 'https://user:verySecretEXAMPLE@faceid.tencentcloudapi.com/' }],
    ['url', { ...post, url: 'https://user@faceid.tencentcloudapi.com/' }],
    ['url', { ...post, url: 'https://:verySecretEXAMPLE@faceid.tencentcloudapi.com/' }],
    ['url', { ...post, url: new URL('https://user:verySecretEXAMPLE@faceid.tencentcloudapi.com/') }],
    ['url', { ...post, url: 'https://verySecretEXAMPLE@' }],
    ['url', { ...post, url: 'faceid.tencentcloudapi.com' }],
    ['url', { ...post, url: '/relative' }],
    ['url', { ...post, url: 'ftp://faceid.tencentcloudapi.com/' }],
    ['url', { ...post, url: 'file:///etc/passwd' }],
    ['url', { ...post, url: 'data:text/plain,https://a/' }],
    ['url', { ...post, url: undefined }],
    ['url', { ...post, url: Symbol('verySecretEXAMPLE') }],
    ['url', { ...post, url: Object.create(null) }],
    ['url', { ...post, url: new Request('https://faceid.tencentcloudapi.com/') }],
    ['timestamp', post, { timestamp: 1735689600.5 }],
    ['timestamp', post, { timestamp: -1 }],
    ['timestamp', post, { timestamp: 1735689600000 }],
    ['timestamp', post, { timestamp: Number.NaN }],
    ['timestamp', post, { timestamp: Number.POSITIVE_INFINITY }],
    ['timestamp', post, { timestamp: '1735689600' }],
    ['timestamp', post, { timestamp: new Date() }],
    ['headers.x-missing', post, { signedHeaders: ['host', 'content-type', 'X-Missing'] }],
    ['headers.authorization', { ...post, headers: { Authorization: 'x' } }, { signedHeaders: ['authorization'] }],
  ])('%s %#', async (argument, request, how) => {
    const error = await refusal(() => untyped(signer.sign, request, how))
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toContain(`${argument} must be `)
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('verySecret')
    expect(error.cause).toBeUndefined()
  })

  test('a timestamp in milliseconds is called that', async () => {
    const error = await refusal(() => signer.sign(post, { timestamp: Date.now() }))
    expect(error.message).toBe('timestamp must be UNIX seconds, not milliseconds')
  })

  test.each(['bad name', 'bad\nname', '', 'é'])('a header name that is none (%j)', async (name) => {
    expect(await refusal(() => signer.sign({ ...post, headers: { [name]: 'x' } }))).toBeInstanceOf(TypeError)
  })

  test.each([undefined, null, 1735689600.5, 1735689600000, -1, Number.NaN])('setServerTime(%s)', async (time) => {
    const error = await refusal(() => untyped(signer.setServerTime, time))
    expect(error.message).toMatch(/^timestamp must be/)
  })

  test.each(['http://127.0.0.1:9000/', 'http://[::1]/'])('no service, and a host that names none (%s)', async (url) => {
    const unnamed = createSigner({ credentials: secrets })
    expect((await refusal(() => unnamed.sign({ ...post, url }))).message).toMatch(/^service must be/)
  })

  test.each(['', 'face id', 'faceid\n', 'é', 5, null, 'faceid/tc3_request', 'faceid,cvm', 'faceid;'])(
    'a service that is no name (%j)',
    async (service) => {
      const error = await refusal(() => untyped(createSigner, { credentials: secrets, service }))
      expect(error.message).toBe('service must be a name such as faceid')
    },
  )

  test('fetch refuses the same, and sends nothing', async () => {
    const send = vi.fn()
    const fetching = createSigner({ credentials: secrets, service: 'faceid', fetch: send })
    expect((await refusal(() => fetching.fetch('ftp://example.test'))).message).toMatch(/^url must be/)
    expect((await refusal(() => untyped(fetching.fetch, post.url, { method: 'POST', body: stream }))).message).toMatch(
      /^body must be/,
    )
    expect(send).not.toHaveBeenCalled()
  })
})
