import { createHash, createHmac } from 'node:crypto'

/** A request to be signed by hand; everything has a usable default. */
export interface HandSigned {
  secretId: string
  secretKey: string
  host: string
  method?: string
  /** What stands after `?`. */
  query?: string
  body?: string | Uint8Array
  /** Sent besides the common ones; they win over them. A null leaves a common one out. */
  headers?: Record<string, string | null>
  /** Names to sign; default content-type and host. */
  signedHeaders?: string[]
  timestamp?: number
  /** The day of the credential scope. Default: the UTC day of the timestamp. */
  date?: string
  service?: string
}

/** The headers of a signed request, written from the documentation and apart from the emulator's own code. */
export function signByHand(request: HandSigned): Record<string, string> {
  const { method = 'POST', query = '', body = '', service = 'faceid' } = request
  const timestamp = String(request.timestamp ?? Math.floor(Date.now() / 1000))
  const headers = withCommon(request, method, timestamp)
  const names = [...(request.signedHeaders ?? ['content-type', 'host'])].sort()
  const unsigned = headers['x-tc-content-sha256'] === 'UNSIGNED-PAYLOAD'
  const payload = unsigned ? 'UNSIGNED-PAYLOAD' : method === 'GET' ? '' : body
  const canonical = `${method}\n/\n${query}\n${names
    .map((name) => `${name}:${(headers[name] ?? '').trim().toLowerCase()}\n`)
    .join('')}\n${names.join(';')}\n${hash(payload)}`
  const date = request.date ?? new Date(Number(timestamp) * 1000).toISOString().split('T')[0] ?? ''
  const scope = `${date}/${service}/tc3_request`
  const key = [date, service, 'tc3_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `TC3${request.secretKey}`,
  )
  const signature = createHmac('sha256', key)
    .update(`TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${hash(canonical)}`)
    .digest('hex')
  const credential = `Credential=${request.secretId}/${scope}`
  const authorization = `TC3-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { authorization, ...headers }
}

function withCommon({ host, headers = {} }: HandSigned, method: string, timestamp: string): Record<string, string> {
  const all: Record<string, string | null> = {
    host,
    'content-type': method === 'GET' ? 'application/x-www-form-urlencoded' : 'application/json',
    'x-tc-action': 'ApplySdkVerificationToken',
    'x-tc-version': '2018-03-01',
    'x-tc-region': 'ap-singapore',
    'x-tc-timestamp': timestamp,
    ...headers,
  }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null))
}

function hash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}
