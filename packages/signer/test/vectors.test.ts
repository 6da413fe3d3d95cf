import { describe, expect, test } from 'vitest'
import {
  authorization,
  canonicalHeaders,
  canonicalRequest,
  createSigner,
  credentialScope,
  deriveSigningKey,
  sha256Hex,
  stringToSign,
} from '../src/index.ts'
import known from './tc3-vectors.json' with { type: 'json' }

describe.each(known.vectors)('$name', (vector) => {
  const { timestamp, service, secretId, secretKey, signature, signedHeaders, method, query, payloadSha256 } = vector

  test('every step gives the known value', async () => {
    expect(await sha256Hex(vector.payload)).toBe(payloadSha256)
    const names = signedHeaders.split(';')
    const lines = canonicalHeaders((name) => new Map(Object.entries(vector.headersSigned)).get(name), names)
    expect(canonicalRequest(method, query, lines, signedHeaders, payloadSha256)).toBe(vector.canonicalRequest)
    const hashedCanonicalRequest = await sha256Hex(vector.canonicalRequest)
    expect(hashedCanonicalRequest).toBe(vector.canonicalRequestSha256)
    const scope = credentialScope(timestamp, service)
    expect(scope).toBe(`${vector.date}/${service}/tc3_request`)
    expect(stringToSign(timestamp, scope, hashedCanonicalRequest)).toBe(vector.stringToSign)
    const key = await deriveSigningKey(secretKey, scope)
    expect(await key.sign(vector.stringToSign)).toBe(signature)
    expect(authorization(secretId, scope, signedHeaders, signature)).toBe(vector.authorization)
  })

  test('the signer gives the known Authorization', async () => {
    const signer = createSigner({ credentials: { secretId, secretKey }, service })
    const request = {
      method,
      url: `https://${vector.host}${vector.path}${query ? `?${query}` : ''}`,
      headers: vector.headersSigned,
      body: method === 'POST' ? vector.payload : null,
    }
    const signed = await signer.sign(request, { timestamp, signedHeaders: signedHeaders.split(';') })
    expect(signed.authorization).toBe(vector.authorization)
    expect(signed['x-tc-timestamp']).toBe(String(timestamp))
  })
})
