import { describe, expect, test } from 'vitest'
import { canonicalHeaders, createSigner, sha256Hex } from '../src/index.ts'
import { type Reference, referenceAuthorization } from './reference.ts'

const credentials = { secretId: 'AKIDEXAMPLE', secretKey: 'secretEXAMPLE' }
const timestamp = 1735689600
const signer = createSigner({ credentials, service: 'faceid' })
const post = { method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{"CheckMode":1}' }

function expected(different: Partial<Reference>): string {
  return referenceAuthorization({
    ...credentials,
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/json', host: 'faceid.tencentcloudapi.com' },
    body: post.body,
    timestamp,
    service: 'faceid',
    ...different,
  })
}

describe('what is added', () => {
  test('Authorization, X-TC-Timestamp and a default Content-Type, beside what was given', async () => {
    const headers = await signer.sign({ ...post, headers: { 'X-TC-Region': 'ap-singapore' } }, { timestamp })
    expect(headers).toEqual({
      authorization: expected({}),
      'content-type': 'application/json',
      'x-tc-region': 'ap-singapore',
      'x-tc-timestamp': '1735689600',
    })
  })

  test('the Content-Type of a GET without one', async () => {
    const headers = await signer.sign({ url: post.url }, { timestamp })
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
    const type = { 'content-type': 'application/x-www-form-urlencoded', host: 'faceid.tencentcloudapi.com' }
    expect(headers.authorization).toBe(expected({ method: 'GET', body: '', headers: type }))
  })

  test('X-TC-Token with temporary credentials', async () => {
    const temporary = createSigner({ credentials: { ...credentials, token: 'tokenEXAMPLE' }, service: 'faceid' })
    const headers = await temporary.sign(post, { timestamp })
    expect(headers['x-tc-token']).toBe('tokenEXAMPLE')
    expect(headers.authorization).toBe(expected({}))
  })

  test('nothing is left of an earlier signature, and nothing is given twice', async () => {
    const earlier = {
      Authorization: 'old',
      'X-TC-Timestamp': '1',
      'X-TC-Token': 'old',
      'X-TC-Content-SHA256': 'UNSIGNED-PAYLOAD',
      Host: 'elsewhere.example',
    }
    const headers = await signer.sign({ ...post, headers: earlier }, { timestamp })
    expect(headers).toEqual(await signer.sign(post, { timestamp }))
  })

  test('the headers that were given are not changed', async () => {
    const given = new Headers({ 'x-tc-action': 'Do' })
    await signer.sign({ ...post, headers: given }, { timestamp })
    expect(Object.fromEntries(given)).toEqual({ 'x-tc-action': 'Do' })
  })
})

describe('what is signed', () => {
  test('X-TC-Action where there is one', async () => {
    const headers = await signer.sign(
      { ...post, headers: { 'X-TC-Action': 'ApplySdkVerificationToken' } },
      { timestamp },
    )
    const signed = {
      'content-type': 'application/json',
      host: 'faceid.tencentcloudapi.com',
      'x-tc-action': 'ApplySdkVerificationToken',
    }
    expect(headers.authorization).toBe(expected({ headers: signed }))
  })

  test('only what the caller names, in any order and case', async () => {
    const given = { 'x-tc-action': 'Do', 'X-B': ' Two ', 'x-a': 'One' }
    const how = { timestamp, signedHeaders: ['X-b', 'Host', 'x-a', 'content-type', 'X-TC-Timestamp'] }
    const headers = await signer.sign({ ...post, headers: given }, how)
    const signed = {
      'content-type': 'application/json',
      host: 'faceid.tencentcloudapi.com',
      'x-a': 'One',
      'x-b': 'Two',
      'x-tc-timestamp': '1735689600',
    }
    expect(headers.authorization).toBe(expected({ headers: signed }))
    expect(headers.authorization).toContain('SignedHeaders=content-type;host;x-a;x-b;x-tc-timestamp,')
  })

  test.each([
    ['a record', { 'X-A': 'one' }],
    ['pairs', [['X-A', 'one']] as const],
    ['a Map', new Map([['X-A', 'one']])],
    ['Headers', new Headers({ 'X-A': 'one' })],
  ])('header fields as %s', async (_, headers) => {
    const result = await signer.sign(
      { ...post, headers },
      { timestamp, signedHeaders: ['host', 'content-type', 'x-a'] },
    )
    const signed = { 'content-type': 'application/json', host: 'faceid.tencentcloudapi.com', 'x-a': 'one' }
    expect(result.authorization).toBe(expected({ headers: signed }))
  })

  test('a header given twice is signed as it is sent', async () => {
    const headers = [
      ['x-a', 'one'],
      ['X-A', 'two'],
    ] as const
    const result = await signer.sign(
      { ...post, headers },
      { timestamp, signedHeaders: ['host', 'content-type', 'x-a'] },
    )
    const signed = { 'content-type': 'application/json', host: 'faceid.tencentcloudapi.com', 'x-a': 'one, two' }
    expect(result.authorization).toBe(expected({ headers: signed }))
    expect(result['x-a']).toBe('one, two')
  })

  test.each([
    ['https://faceid.tencentcloudapi.com:8443/', 'faceid.tencentcloudapi.com:8443'],
    ['http://127.0.0.1:9000', '127.0.0.1:9000'],
    ['https://FACEID.tencentcloudapi.com:443', 'faceid.tencentcloudapi.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
  ])('the host of %s', async (url, host) => {
    const headers = await signer.sign({ ...post, url }, { timestamp })
    expect(headers.authorization).toBe(expected({ headers: { 'content-type': 'application/json', host } }))
    expect('host' in headers).toBe(false)
  })

  test.each([
    ['?Limit=10&Offset=0', 'Limit=10&Offset=0'],
    ['?b=2&a=1&b=%2f+%7E', 'b=2&a=1&b=%2f+%7E'],
    ['?', ''],
    ["?q='中 文'#fragment", 'q=%27%E4%B8%AD%20%E6%96%87%27'],
  ])('the query %s as fetch sends it', async (given, query) => {
    const headers = await signer.sign({ url: `https://faceid.tencentcloudapi.com/${given}` }, { timestamp })
    const signed = { 'content-type': 'application/x-www-form-urlencoded', host: 'faceid.tencentcloudapi.com' }
    expect(headers.authorization).toBe(expected({ method: 'GET', body: '', query, headers: signed }))
  })

  test('no query of a POST', async () => {
    const url = 'https://faceid.tencentcloudapi.com/?a=1'
    expect((await signer.sign({ ...post, url }, { timestamp })).authorization).toBe(expected({}))
  })

  test('a URL object, and a path that is not signed', async () => {
    const url = new URL('https://faceid.tencentcloudapi.com/some/path')
    expect((await signer.sign({ ...post, url }, { timestamp })).authorization).toBe(expected({}))
  })

  const bytes = new TextEncoder().encode('..審核..')
  const view = bytes.subarray(2, 8)
  const exact = bytes.slice(2, 8)
  test.each([
    ['a string', '審核'],
    ['bytes', view],
    ['a Buffer', Buffer.from('審核')],
    ['an ArrayBuffer', exact.buffer],
    ['a DataView', new DataView(bytes.buffer, 2, 6)],
    ['wider elements', new Uint16Array(exact.buffer)],
  ])('a body as %s', async (_, body) => {
    expect((await signer.sign({ ...post, body }, { timestamp })).authorization).toBe(expected({ body: '審核' }))
  })

  test.each([null, undefined, '', new Uint8Array(0)])('an empty body (%s)', async (body) => {
    expect((await signer.sign({ ...post, body }, { timestamp })).authorization).toBe(expected({ body: '' }))
  })

  test('the literal UNSIGNED-PAYLOAD instead of the body, by choice', async () => {
    const headers = await signer.sign(post, { timestamp, unsignedPayload: true })
    expect(headers['x-tc-content-sha256']).toBe('UNSIGNED-PAYLOAD')
    expect(headers.authorization).toBe(expected({ body: 'UNSIGNED-PAYLOAD' }))
  })

  test('the service that the host begins with, unless one is given', async () => {
    const unnamed = createSigner({ credentials })
    const url = 'https://cvm.ap-guangzhou.tencentcloudapi.com'
    const headers = { 'content-type': 'application/json', host: 'cvm.ap-guangzhou.tencentcloudapi.com' }
    const authorization = (await unnamed.sign({ ...post, url }, { timestamp })).authorization
    expect(authorization).toBe(expected({ service: 'cvm', headers }))
    expect((await signer.sign({ ...post, url }, { timestamp })).authorization).toBe(expected({ headers }))
  })

  test('the UTC day of the timestamp', async () => {
    for (const at of [1735689599, 1735689600, 0, 951782400, 4294967295]) {
      const headers = await signer.sign(post, { timestamp: at })
      expect(headers.authorization).toBe(expected({ timestamp: at }))
    }
    const last = await signer.sign(post, { timestamp: 1735689599 })
    expect(last.authorization).toContain('/2024-12-31/faceid/')
  })
})

describe('the clock', () => {
  test('is the local one, in whole seconds, unless told otherwise', async () => {
    const before = Math.floor(Date.now() / 1000)
    const at = Number((await signer.sign(post))['x-tc-timestamp'])
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(Date.now() / 1000)
    const fixed = createSigner({ credentials, service: 'faceid', now: () => 1735689600999 })
    expect((await fixed.sign(post)).authorization).toBe(expected({}))
  })

  test('follows the time of the server once that is known; an explicit timestamp wins', async () => {
    let now = 1735689600_000
    const skewed = createSigner({ credentials, service: 'faceid', now: () => now })
    const at = async (how?: { timestamp: number }) => Number((await skewed.sign(post, how))['x-tc-timestamp'])
    skewed.setServerTime(1735690000)
    expect(await at()).toBe(1735690000)
    now += 5500
    expect(await at()).toBe(1735690005)
    expect(await at({ timestamp: 7 })).toBe(7)
    skewed.setServerTime(1735680000)
    expect(await at()).toBe(1735680000)
  })
})

test('canonicalHeaders trims and lower-cases values, and misses what is absent', () => {
  const fields: Record<string, string> = { 'x-a': ' One\t', 'x-b': '' }
  expect(canonicalHeaders((name) => fields[name], ['x-a', 'x-b'])).toBe('x-a:one\nx-b:\n')
  expect(() => canonicalHeaders((name) => fields[name], ['x-c'])).toThrow(new TypeError('headers.x-c must be present'))
})

test('sha256Hex hashes text as UTF-8, and bytes as they are', async () => {
  expect(await sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(await sha256Hex('審核')).toBe(await sha256Hex(new TextEncoder().encode('審核')))
})
