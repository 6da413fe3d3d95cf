import { Buffer } from 'node:buffer'
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { sha256 } from './canonical-request.ts'

export interface Signing {
  secretKey: string
  /** UNIX seconds, as sent. */
  timestamp: string
  /** The UTC day, `YYYY-MM-DD`. */
  date: string
  service: string
  canonicalRequest: string
}

/** The signature that these state must have, in lower-case hexadecimal. */
export function expectedSignature({ secretKey, timestamp, date, service, canonicalRequest }: Signing): string {
  const stringToSign = ['TC3-HMAC-SHA256', timestamp, `${date}/${service}/tc3_request`, sha256(canonicalRequest)].join(
    '\n',
  )
  return createHmac('sha256', signingKey(secretKey, date, service))
    .update(stringToSign)
    .digest('hex')
}

const signingKeys = new Map<string, KeyObject>()
const MAX_SIGNING_KEYS = 1000

/** It depends on the key, the day and the service alone, so it is derived once for each. */
function signingKey(secretKey: string, date: string, service: string): KeyObject {
  const name = JSON.stringify([secretKey, date, service])
  const known = signingKeys.get(name)
  if (known) return known
  if (signingKeys.size >= MAX_SIGNING_KEYS) signingKeys.clear()
  const key = createSecretKey(hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request'))
  signingKeys.set(name, key)
  return key
}

/** Compares without telling by its duration how much was right. */
export function sameSignature(given: string, expected: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest()
}
