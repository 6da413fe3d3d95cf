import { createSigner } from '@tc3-edge/signer'
import { nodeCrypto } from '@tc3-edge/signer/node'
import { AwsV4Signer } from 'aws4fetch'
import officialSign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign.js'
import type { Conditions, Subjects } from '../harness.ts'
import { action, credentials, parametersOf, version } from './request.ts'

const url = 'https://faceid.tencentcloudapi.com/'
const headers = { 'Content-Type': 'application/json', 'X-TC-Action': action, 'X-TC-Version': version }

const utf8 = new TextEncoder()

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(buffer: ArrayBuffer): string {
  let text = ''
  for (const byte of new Uint8Array(buffer)) text += HEX[byte]
  return text
}

function bodyOf(bytes: number): Uint8Array<ArrayBuffer> {
  return utf8.encode(JSON.stringify(parametersOf(bytes)))
}

/** Each signs the same request. Its body is bytes, the only kind that all of them accept. */
export const subjects: Subjects = {
  primitives,
  'and what they come in': withConversions,
  ours: async ({ bytes }) => {
    const signer = createSigner({ credentials, service: 'faceid' })
    const body = bodyOf(bytes)
    return () => signer.sign({ method: 'POST', url, headers, body })
  },
  'ours, of a text': async ({ bytes }) => {
    const signer = createSigner({ credentials, service: 'faceid' })
    const body = JSON.stringify(parametersOf(bytes))
    return () => signer.sign({ method: 'POST', url, headers, body })
  },
  'ours, node:crypto': async ({ bytes }) => {
    const signer = createSigner({ credentials, service: 'faceid', crypto: nodeCrypto })
    const body = bodyOf(bytes)
    return () => signer.sign({ method: 'POST', url, headers, body })
  },
  aws4fetch: async ({ bytes }) => {
    const body = bodyOf(bytes)
    const { secretId: accessKeyId, secretKey: secretAccessKey } = credentials
    // Its cache of derived keys, as its own AwsClient keeps one.
    const cache = new Map<string, ArrayBuffer>()
    const given = { method: 'POST', url, headers, body, accessKeyId, secretAccessKey, cache }
    return () => new AwsV4Signer({ ...given, service: 'faceid', region: 'us-east-1' }).sign()
  },
  sign3,
}

/** The least that a signer on WebCrypto has to do: two digests and one HMAC, of bytes that are prepared. */
async function primitives({ bytes }: Conditions) {
  const body = bodyOf(bytes)
  const canonicalRequest = new Uint8Array(230)
  const stringToSign = new Uint8Array(125)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(credentials.secretKey), algorithm, false, ['sign'])
  return async () => {
    await crypto.subtle.digest('SHA-256', body)
    await crypto.subtle.digest('SHA-256', canonicalRequest)
    return crypto.subtle.sign('HMAC', key, stringToSign)
  }
}

/** The primitives, with text encoded to bytes, results in hex, and the object of headers that `sign` returns. */
async function withConversions({ bytes }: Conditions) {
  const body = bodyOf(bytes)
  const canonicalRequest = 'x'.repeat(230)
  const stringToSign = 'x'.repeat(125)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(credentials.secretKey), algorithm, false, ['sign'])
  return async () => {
    const hashedPayload = hex(await crypto.subtle.digest('SHA-256', body))
    const hashedRequest = hex(await crypto.subtle.digest('SHA-256', utf8.encode(canonicalRequest)))
    const signature = hex(await crypto.subtle.sign('HMAC', key, utf8.encode(stringToSign)))
    return { ...headers, 'X-TC-Timestamp': hashedPayload, Authorization: hashedRequest + signature }
  }
}

/** It serialises objects; a `Buffer` it hashes unchanged. */
async function sign3({ bytes }: Conditions) {
  const payload = Buffer.from(bodyOf(bytes))
  // What a bundler makes of CommonJS differs from what Node does.
  const { sign3: sign } = 'default' in officialSign ? Object(officialSign.default) : officialSign
  return async () => {
    const timestamp = Math.floor(Date.now() / 1_000)
    return sign({ method: 'POST', url, payload, timestamp, service: 'faceid', headers, ...credentials })
  }
}
