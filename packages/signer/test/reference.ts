import { createHash, createHmac } from 'node:crypto'

/** What is signed, already in the form that goes over the wire. */
export interface Reference {
  method: string
  query: string
  /** Those to sign, host included. */
  headers: Record<string, string>
  body: string | Uint8Array
  timestamp: number
  service: string
  secretId: string
  secretKey: string
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** A second opinion on `Authorization`: Signature v3 on node:crypto, sharing no code with the package. */
export function referenceAuthorization(request: Reference): string {
  const names = Object.keys(request.headers).sort()
  const lines = names.map((name) => `${name}:${(request.headers[name] ?? '').trim().toLowerCase()}\n`).join('')
  const canonical = [request.method, '/', request.query, lines, names.join(';'), sha256(request.body)].join('\n')
  const date = new Date(request.timestamp * 1000).toISOString().substring(0, 10)
  const scope = `${date}/${request.service}/tc3_request`
  const text = ['TC3-HMAC-SHA256', request.timestamp, scope, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${request.secretKey}`, date), request.service), 'tc3_request')
  const signature = hmac(key, text).toString('hex')
  return `TC3-HMAC-SHA256 Credential=${request.secretId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
}
