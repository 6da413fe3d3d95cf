import { describe, expect, test } from 'vitest'
import {
  authorization,
  canonicalRequest,
  createSigner,
  credentialScope,
  deriveSigningKey,
  sha256Hex,
  signedHeaderNames,
  stringToSign,
  utcDate,
} from '../src/index.ts'
import known from './tc3-vectors.json' with { type: 'json' }

describe.each(known.vectors)('$name', (vector) => {
  const { timestamp, service, secretId, secretKey, signature, signedHeaders, method, query, payloadSha256 } = vector
  const headers: [string, string][] = Object.entries(vector.headersSigned)

  test('every step gives the known value', async () => {
    expect(await sha256Hex(vector.payload)).toBe(payloadSha256)
    expect(signedHeaderNames(headers)).toBe(signedHeaders)
    expect(canonicalRequest({ method, query, headers, hashedPayload: payloadSha256 })).toBe(vector.canonicalRequest)
    const hashedCanonicalRequest = await sha256Hex(vector.canonicalRequest)
    expect(hashedCanonicalRequest).toBe(vector.canonicalRequestSha256)
    expect(utcDate(timestamp)).toBe(vector.date)
    expect(credentialScope({ timestamp, service })).toBe(`${vector.date}/${service}/tc3_request`)
    expect(stringToSign({ timestamp, service, hashedCanonicalRequest })).toBe(vector.stringToSign)
    const key = await deriveSigningKey({ secretKey, timestamp, service })
    expect(await key.sign(vector.stringToSign)).toBe(signature)
    expect(authorization({ secretId, timestamp, service, signedHeaders, signature })).toBe(vector.authorization)
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
    expect(signed.get('authorization')).toBe(vector.authorization)
    expect(signed.get('x-tc-timestamp')).toBe(String(timestamp))
  })
})
