import { expect, test } from 'vitest'
import { createSigner, deriveSigningKey, sha256Hex } from '../src/index.ts'
import { nodeCrypto } from '../src/node.ts'
import known from './tc3-vectors.json' with { type: 'json' }

test.each(known.vectors)('$name: the known signature', async ({ secretKey, service, date, ...vector }) => {
  const key = await nodeCrypto.deriveSigningKey(secretKey, `${date}/${service}/tc3_request`)
  expect(key.sign(vector.stringToSign)).toBe(vector.signature)
  expect(nodeCrypto.sha256Hex(vector.payload)).toBe(vector.payloadSha256)
})

const bytes = new TextEncoder().encode('..審核..')
test.each([
  ['text', '審核'],
  ['a lone surrogate', '\ud83d'],
  ['bytes', bytes.subarray(2, 8)],
  ['an ArrayBuffer', bytes.slice(2, 8).buffer],
  ['a DataView', new DataView(bytes.buffer, 2, 6)],
  ['wider elements', new Uint16Array(bytes.slice(2, 8).buffer)],
  ['nothing', ''],
])('%s has the digest that WebCrypto gives it', async (_, data) => {
  expect(nodeCrypto.sha256Hex(data)).toBe(await sha256Hex(data))
})

test('above 64 KB the digest is left to WebCrypto, which does not hold the event loop', async () => {
  expect(nodeCrypto.sha256Hex('x'.repeat(65_536))).toBeTypeOf('string')
  for (const data of ['x'.repeat(65_537), new Uint8Array(65_537), new DataView(new ArrayBuffer(65_537))]) {
    const digest = nodeCrypto.sha256Hex(data)
    expect(digest).toBeInstanceOf(Promise)
    expect(await digest).toBe(await sha256Hex(data))
  }
})

test('a signer with it signs as one with WebCrypto', async () => {
  const credentials = { secretId: 'AKIDEXAMPLE', secretKey: 'secretEXAMPLE', token: 'tokenEXAMPLE' }
  const request = { method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{"Extra":"審核"}' }
  const sign = (options: object) => createSigner({ credentials, ...options }).sign(request, { timestamp: 1735689600 })
  expect(await sign({ crypto: nodeCrypto })).toEqual(await sign({}))
})

test('a derived key can neither be read from outside nor printed', async () => {
  const key = await nodeCrypto.deriveSigningKey('secretEXAMPLE', '2025-01-01/faceid/tc3_request')
  expect(Object.keys(key)).toEqual(['sign'])
  expect(await key.sign('')).toBe(
    await (await deriveSigningKey('secretEXAMPLE', '2025-01-01/faceid/tc3_request')).sign(''),
  )
})
