import { describe, expect, it } from 'vitest'
import { createTencentClient } from '../src/index.ts'
import { answering, api, credentials, emulated, good, region, sent } from './support/client.ts'

const everywhere: readonly [name: string, wrong: object, message: string][] = [
  ['a timeout of 0', { timeout: 0 }, 'timeout should be a positive number of milliseconds'],
  ['a timeout below 0', { timeout: -1 }, 'timeout should be a positive number of milliseconds'],
  ['a timeout as text', { timeout: '5s' }, 'timeout should be a positive number of milliseconds'],
  ['no end of time', { timeout: Number.POSITIVE_INFINITY }, 'timeout should be a positive number of milliseconds'],
  ['a timeout that no timer can hold', { timeout: 2 ** 31 }, 'timeout should be a positive number of milliseconds'],
  ['half a retry', { maxRetries: 0.5 }, 'maxRetries should be a whole number'],
  ['fewer retries than none', { maxRetries: -1 }, 'maxRetries should be a whole number'],
  ['endless retries', { maxRetries: Number.POSITIVE_INFINITY }, 'maxRetries should be a whole number'],
  ['a region with a line break', { region: 'ap-singapore\n' }, 'region should be'],
  ['a region as null', { region: null }, 'region should be'],
  ['a language that is not spoken', { language: 'en' }, 'language should be "zh-CN" or "en-US"'],
  ['a controller in place of its signal', { signal: new AbortController() }, 'signal should be an AbortSignal'],
  ['null as signal', { signal: null }, 'signal should be an AbortSignal'],
  ['yes', { retryUnknownOutcome: 'yes' }, 'retryUnknownOutcome should be true or false'],
  ['a hook that can’t be called', { onAttempt: {} }, 'onAttempt should be a function'],
  ['a misspelt option', { retries: 3 }, 'Unknown option "retries". Known: signal, timeout, maxRetries'],
  ['a name from Object.prototype', { constructor: 3 }, 'Unknown option "constructor"'],
  ['Headers, which would look empty', { headers: new Headers({ a: 'b' }) }, 'headers should be an object'],
  ['headers as a list', { headers: [['a', 'b']] }, 'headers should be an object'],
  ['the action', { headers: { 'x-tc-action': 'Other' } }, 'headers: "x-tc-action" should'],
  ['the time', { headers: { 'X-TC-Timestamp': '1' } }, 'headers: "X-TC-Timestamp" should'],
  ['the signature', { headers: { authorization: 'none' } }, 'headers: "authorization" should'],
  ['the type', { headers: { 'CONTENT-TYPE': 'text/plain' } }, 'headers: "CONTENT-TYPE" should'],
  ['the host', { headers: { Host: 'elsewhere' } }, 'headers: "Host" should'],
  ...['Content-Length', 'Transfer-Encoding', 'Connection', 'keep-alive', 'Upgrade', 'Expect', 'TE', 'Trailer'].map(
    (name): [string, object, string] => [name, { headers: { [name]: '1' } }, `headers: "${name}" should`],
  ),
  ['a smuggled header', { headers: { 'X-A': 'b\r\nX-TC-Action: Other' } }, 'headers: "X-A" should be ASCII'],
  ['a header beyond ASCII', { headers: { 'X-A': 'é' } }, 'headers: "X-A" should be ASCII'],
  ['a header that is no text', { headers: { 'X-A': 1 } }, 'headers: "X-A" should be ASCII'],
  ['a header name with a space', { headers: { 'X A': 'b' } }, 'headers: "X A" should be ASCII'],
]

it.each([
  ['a promise, whose issues would come too late', async () => [{ parameter: 'A', rule: 'value', message: 'no' }]],
  ['a text', () => 'no'],
  ['true', () => true],
])('a validator that returns %s is refused, and nothing is sent', async (_, validate) => {
  const { fetch, apply } = answering(good, Object({ validate }))
  await expect(apply()).rejects.toThrow('validate should return an array of issues')
  expect(fetch).not.toHaveBeenCalled()
})

describe('options that can’t work are refused by name', () => {
  it.each([
    ...everywhere,
    ['no endpoint', { endpoint: undefined }, 'endpoint should be an origin'],
    ['no version', { version: undefined }, 'version should be a version such as'],
    ['a version that is a number', { version: 20180301 }, 'version should be'],
    ['a service with a slash', { service: 'a/b' }, 'service must be a name'],
    ['an endpoint that names no service', { endpoint: 'https://example.com' }, 'service should be a name'],
    ['operations as a list', { operations: 1 }, 'operations should be'],
    ['one middleware', { middleware: {} }, 'middleware should be an array'],
    ['an endpoint with a path', { endpoint: 'https://example.com/api' }, 'endpoint should be an origin'],
    ['an endpoint with a query', { endpoint: 'https://example.com/?a' }, 'endpoint should be an origin'],
    ['an endpoint with a password', { endpoint: 'https://a:b@example.com' }, 'endpoint should be an origin'],
    ['an endpoint without a scheme', { endpoint: 'faceid.tencentcloudapi.com' }, 'endpoint should be an origin'],
    ['another scheme', { endpoint: 'ftp://example.com' }, 'endpoint should be an origin'],
    ['an impossible port', { endpoint: 'https://example.com:99999' }, 'endpoint should be an origin'],
    ['an impossible host', { endpoint: 'https://[::1' }, 'endpoint should be an origin'],
    ['a backslash', { endpoint: 'https://example.com\\api' }, 'endpoint should be an origin'],
    ['a fetch that is none', { fetch: 'fetch' }, 'fetch should be a function'],
    ['a validator that is none', { validate: true }, 'validate should be a function'],
    ['no credentials', { credentials: undefined }, 'credentials must be an object or a function'],
    ['a missing secret key', { credentials: { secretId: 'a' } }, 'credentials.secretKey must be'],
    ['half a yes', { dangerouslyAllowLongTermSecretsInBrowser: 1 }, 'must be true or false'],
    ['cryptography that is none', { crypto: {} }, 'crypto must have sha256Hex and deriveSigningKey'],
  ])('of the client: %s', (_, wrong, message) => {
    const options = Object.assign({ ...api, credentials, region }, wrong)
    expect(() => createTencentClient(options)).toThrow(TypeError)
    expect(() => createTencentClient(options)).toThrow(message)
  })

  it.each([
    ...everywhere,
    ['credentials', { credentials }, 'Unknown option "credentials"'],
    ['a callback, as the official SDKs take it', () => undefined, 'options should be an object'],
  ])('of a call: %s', async (_, wrong, message) => {
    const { emulator, apply } = emulated()
    const call = apply({}, wrong)
    await expect(call).rejects.toThrow(TypeError)
    await expect(call).rejects.toThrow(message)
    expect(emulator.received()).toEqual([])
  })

  it('without repeating a value', () => {
    const options = { ...api, credentials, region, headers: { 'X-A': 'secret\n' } }
    expect(() => createTencentClient(options)).toThrow(expect.not.stringContaining('secret'))
  })

  it('and so is the lack of any', () => {
    expect(() => Reflect.apply(createTencentClient, undefined, [])).toThrow('options should be an object')
  })
})

it('headers may be an object without a prototype', async () => {
  const headers: Record<string, string> = Object.assign(Object.create(null), { 'X-Tenant': 'a' })
  const { fetch, apply } = answering(good, { headers })
  await apply({}, { headers })
  expect(sent(fetch).headers.get('x-tenant')).toBe('a')
})

it('undefined means the same as nothing', async () => {
  const nothing = {
    signal: undefined,
    timeout: undefined,
    maxRetries: undefined,
    retryUnknownOutcome: undefined,
    language: undefined,
    headers: undefined,
    onAttempt: undefined,
  }
  const { apply } = answering(good, { ...nothing, validate: undefined, service: undefined, middleware: undefined })
  await expect(apply(undefined, nothing)).resolves.toMatchObject({ SdkToken: 't' })
})
