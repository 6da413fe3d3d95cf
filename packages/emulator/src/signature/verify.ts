import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
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
  const dateKey = hmac(`TC3${secretKey}`, date)
  const serviceKey = hmac(dateKey, service)
  return hmac(hmac(serviceKey, 'tc3_request'), stringToSign).toString('hex')
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
