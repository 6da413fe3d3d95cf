import { createHash } from 'node:crypto'

export interface SignedParts {
  method: string
  /** What was sent after `?` of a GET; empty for a POST. */
  query: string
  /** Names and values in the order of SignedHeaders. */
  headers: [name: string, value: string][]
  /** Lower-case hexadecimal SHA-256. */
  payloadHash: string
}

/** The text whose hash is signed. Header values are lower-cased as well as names: that is where TC3 differs from AWS. */
export function canonicalRequest({ method, query, headers, payloadHash }: SignedParts): string {
  const lines = headers.map(([name, value]) => `${name}:${value.trim().toLowerCase()}\n`).join('')
  const names = headers.map(([name]) => name).join(';')
  return [method, '/', query, lines, names, payloadHash].join('\n')
}

/** What stands for the body in the canonical request. TC3 puts the hash of `UNSIGNED-PAYLOAD` there, not the words. */
export function payloadHash(method: string, body: Uint8Array, contentSha256: string | undefined): string {
  if (contentSha256 === 'UNSIGNED-PAYLOAD') return sha256('UNSIGNED-PAYLOAD')
  return sha256(method === 'GET' ? '' : body)
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
