import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEmulator, developmentCredential } from '../src/index.ts'
import { parseAuthorization } from '../src/signature/authorization.ts'
import { canonicalRequest, payloadHash, sha256 } from '../src/signature/canonical-request.ts'
import { expectedSignature, sameSignature } from '../src/signature/verify.ts'
import { envelopeOf } from './support/envelope.ts'
import { type HandSigned, signByHand } from './support/sign.ts'

interface Vector {
  name: string
  secretId: string
  secretKey: string
  service: string
  method: string
  query: string
  headersSigned: Record<string, string>
  signedHeaders: string
  payload: string
  payloadSha256: string
  timestamp: number
  date: string
  canonicalRequest: string
  canonicalRequestSha256: string
  signature: string
  authorization: string
}

const { vectors }: { vectors: Vector[] } = JSON.parse(
  readFileSync(new URL('./data/tc3-vectors.json', import.meta.url), 'utf8'),
)

describe('known answers', () => {
  it.each(vectors)('$name: every step has the published value', (vector) => {
    const hash = payloadHash(vector.method, Buffer.from(vector.payload), undefined)
    const canonical = canonicalRequest({
      method: vector.method,
      query: vector.query,
      headers: vector.signedHeaders.split(';').map((name) => [name, vector.headersSigned[name] ?? '']),
      payloadHash: hash,
    })
    expect(hash).toBe(vector.payloadSha256)
    expect(canonical).toBe(vector.canonicalRequest)
    expect(sha256(canonical)).toBe(vector.canonicalRequestSha256)
    const { secretKey, date, service } = vector
    const timestamp = String(vector.timestamp)
    expect(expectedSignature({ secretKey, timestamp, date, service, canonicalRequest: canonical })).toBe(
      vector.signature,
    )
  })

  it.each(vectors)('$name: the Authorization header is understood', (vector) => {
    expect(parseAuthorization(vector.authorization)).toEqual({
      secretId: vector.secretId,
      date: vector.date,
      service: vector.service,
      signedHeaders: vector.signedHeaders.split(';'),
      signature: vector.signature,
    })
  })

  it('says that a signature of another length or case is another signature', () => {
    expect(sameSignature('abcd', 'abcd')).toBe(true)
    expect(sameSignature('abcD', 'abcd')).toBe(false)
    expect(sameSignature('abc', 'abcd')).toBe(false)
  })
})

describe('what may be signed', () => {
  const host = 'faceid.tencentcloudapi.com'
  const body = '{"CheckMode":1}'

  it('takes more signed headers, values in any case and with spaces around', async () => {
    const headers = { 'x-tc-action': ' ApplySdkVerificationToken ', 'content-type': 'application/JSON;charset=UTF-8' }
    const signedHeaders = ['content-type', 'host', 'x-tc-action', 'x-tc-timestamp']
    expect(await codeOf({ ...developmentCredential, host, body, headers, signedHeaders })).toBe('ok')
  })

  it('takes a payload that is left out of the signature, and then does not care what it is', async () => {
    const headers = { 'x-tc-content-sha256': 'UNSIGNED-PAYLOAD' }
    expect(await codeOf({ ...developmentCredential, host, body, headers }, '{"CheckMode":3}')).toBe('ok')
  })

  it('refuses a content hash that is not UNSIGNED-PAYLOAD', async () => {
    const headers = { 'x-tc-content-sha256': 'STREAMING' }
    expect(await codeOf({ ...developmentCredential, host, body, headers })).toBe('InvalidParameterValue')
  })

  it('refuses a scope of another day or another service', async () => {
    const elsewhere = { ...developmentCredential, host, body, service: 'cvm' }
    expect(await codeOf(elsewhere)).toBe('AuthFailure.SignatureFailure')
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    expect(await codeOf({ ...developmentCredential, host, body, date: yesterday })).toBe('AuthFailure.SignatureFailure')
  })

  it('is as patient as documented: five minutes to either side, and not a second more', async () => {
    const timestamp = Date.UTC(2026, 4, 6, 12) / 1000
    const at = (offsetMs: number): Promise<string> =>
      codeOf({ ...developmentCredential, host, body, timestamp }, body, host, {
        clock: () => timestamp * 1000 + offsetMs,
      })
    expect([await at(-300_000), await at(300_000)]).toEqual(['ok', 'ok'])
    const expired = 'AuthFailure.SignatureExpire'
    expect([await at(-300_000.5), await at(301_000)]).toEqual([expired, expired])
  })

  it('is equally patient to both sides within a second, since timestamps have whole seconds only', async () => {
    const now = Date.UTC(2026, 4, 6, 12) + 700
    const signedAt = (offset: number): Promise<string> =>
      codeOf({ ...developmentCredential, host, body, timestamp: Math.floor(now / 1000) + offset }, body, host, {
        clock: () => now,
      })
    expect([await signedAt(-300), await signedAt(300)]).toEqual(['ok', 'ok'])
    const expired = 'AuthFailure.SignatureExpire'
    expect([await signedAt(-301), await signedAt(301)]).toEqual([expired, expired])
  })

  it('leaves the query of a POST out, and signs that of a GET', async () => {
    const { fetch } = createEmulator()
    const send = async (method: string, signedQuery: string): Promise<string> => {
      const payload = method === 'POST' ? { body } : {}
      const headers = signByHand({ ...developmentCredential, host, method, query: signedQuery, ...payload })
      const response = await fetch(`https://${host}/?CheckMode=1`, { method, headers, ...payload })
      return envelopeOf(await response.text()).Error?.Code ?? 'ok'
    }
    expect([await send('POST', ''), await send('GET', 'CheckMode=1')]).toEqual(['ok', 'ok'])
    const mismatch = 'AuthFailure.SignatureFailure'
    expect([await send('POST', 'CheckMode=1'), await send('GET', '')]).toEqual([mismatch, mismatch])
  })

  it('refuses a signed header that was not sent', async () => {
    const signedHeaders = ['content-type', 'host', 'x-tc-language']
    expect(await codeOf({ ...developmentCredential, host, body, signedHeaders })).toBe('AuthFailure.SignatureFailure')
  })

  it('takes the host without its port, and a scope named after the endpoint, unless told to be strict', async () => {
    const received = '127.0.0.1:9320'
    const signed = { ...developmentCredential, body }
    const [withoutPort, ownScope] = [
      { ...signed, host: '127.0.0.1' },
      { ...signed, host: received, service: '127' },
    ]
    for (const request of [withoutPort, ownScope, { ...withoutPort, service: '127' }]) {
      expect(await codeOf(request, body, received)).toBe('ok')
      expect(await codeOf(request, body, received, { sdkEndpoints: false })).toBe('AuthFailure.SignatureFailure')
    }
    expect(await codeOf({ ...signed, host: received }, body, received, { sdkEndpoints: false })).toBe('ok')
  })

  it("takes no scope of another service where the endpoint is Tencent's own", async () => {
    for (const own of ['cvm.tencentcloudapi.com', 'CVM.intl.tencentcloudapi.com:443']) {
      const service = own.slice(0, 3)
      const request = { ...developmentCredential, body, host: own, service }
      expect(await codeOf(request)).toBe('AuthFailure.SignatureFailure')
      expect(await codeOf({ ...request, service: 'faceid' })).toBe('ok')
    }
    const elsewhere = 'cvm.nottencentcloudapi.com'
    expect(await codeOf({ ...developmentCredential, body, host: elsewhere, service: 'cvm' })).toBe('ok')
  })

  it('shows the canonical request it expected, without a session token that was signed', async () => {
    const wrong = { ...developmentCredential, secretKey: 'wrong', host, body }
    expect(await messageOf(wrong)).toContain('"POST\\n/\\n\\ncontent-type:application/json\\nhost:faceid')
    const headers = { 'x-tc-token': 'session-token-of-somebody' }
    const signedHeaders = ['content-type', 'host', 'x-tc-token']
    expect(await messageOf({ ...wrong, headers, signedHeaders })).not.toContain('session-token')
  })

  async function answer(request: HandSigned, sentBody = body, sentHost = request.host, options = {}) {
    const headers = { ...signByHand(request), host: sentHost }
    const response = await createEmulator(options).fetch(`http://${sentHost}/`, {
      method: 'POST',
      headers,
      body: sentBody,
    })
    expect(response.status).toBe(200)
    return envelopeOf(await response.text())
  }

  async function codeOf(...args: Parameters<typeof answer>): Promise<string> {
    return (await answer(...args)).Error?.Code ?? 'ok'
  }

  async function messageOf(request: HandSigned): Promise<string> {
    return (await answer(request)).Error?.Message ?? ''
  }
})
