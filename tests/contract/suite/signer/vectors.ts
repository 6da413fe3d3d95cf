import known from '../../vectors/known.json' with { type: 'json' }
import { equal } from '../assert.ts'
import type { Context, Test } from '../suite.ts'

type Vector = (typeof known.vectors)[number]

export const vectors: readonly Test[] = known.vectors.flatMap((vector) => [
  { name: `vector ${vector.name}: each step gives the known value`, run: (context) => steps(context, vector) },
  { name: `vector ${vector.name}: the signer gives the known Authorization`, run: (context) => whole(context, vector) },
])

async function steps({ signer, crypto = signer }: Context, vector: Vector): Promise<void> {
  const { timestamp, service, secretId, secretKey, signature, signedHeaders, method, query, payloadSha256 } = vector
  const fields = new Map(Object.entries(vector.headersSigned))
  const lines = signer.canonicalHeaders((name) => fields.get(name), signedHeaders.split(';'))
  const canonical = signer.canonicalRequest(method, query, lines, signedHeaders, payloadSha256)
  const scope = signer.credentialScope(timestamp, service)
  const hashed = await crypto.sha256Hex(canonical)
  const text = signer.stringToSign(timestamp, scope, hashed)
  const key = await crypto.deriveSigningKey(secretKey, scope)

  equal(await crypto.sha256Hex(vector.payload), payloadSha256, 'sha256Hex of the payload')
  equal(canonical, vector.canonicalRequest, 'canonicalRequest')
  equal(hashed, vector.canonicalRequestSha256, 'sha256Hex of the canonical request')
  equal(scope, `${vector.date}/${service}/tc3_request`, 'credentialScope')
  equal(text, vector.stringToSign, 'stringToSign')
  equal(await key.sign(text), signature, 'signature')
  equal(signer.authorization(secretId, scope, signedHeaders, signature), vector.authorization, 'authorization')
}

async function whole({ signer, crypto }: Context, vector: Vector): Promise<void> {
  const { secretId, secretKey, service, method, query, timestamp } = vector
  const made = signer.createSigner({
    credentials: { secretId, secretKey },
    service,
    crypto,
    dangerouslyAllowLongTermSecretsInBrowser: true,
  })
  const headers = await made.sign(
    {
      method,
      url: `https://${vector.host}${vector.path}${query ? `?${query}` : ''}`,
      headers: vector.headersSigned,
      body: method === 'POST' ? vector.payload : null,
    },
    { timestamp, signedHeaders: vector.signedHeaders.split(';') },
  )
  equal(headers.authorization, vector.authorization, 'authorization')
  equal(headers['x-tc-timestamp'], `${timestamp}`, 'x-tc-timestamp')
}
