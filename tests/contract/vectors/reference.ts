import { createHash, createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import type { RandomCase } from './random-case.ts'

type Request = Omit<RandomCase, 'authorization'>

type Sign3 = typeof import('tencentcloud-sdk-nodejs-common/tencentcloud/common/sign.js').default.sign3

// The SDKs are CommonJS, and what `import` makes of their defaults differs between Node and vitest.
const load = createRequire(import.meta.url)
const officialSign3: Readonly<Record<'common' | 'intl', Sign3>> = {
  common: load('tencentcloud-sdk-nodejs-common/tencentcloud/common/sign.js').default.sign3,
  intl: load('tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/sign.js').sign3,
}

const sha256 = (data: string) => createHash('sha256').update(data, 'utf8').digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** Signature v3 on `node:crypto`, written from its documentation and not from the package under test. */
export function referenceAuthorization(request: Request): string {
  const { credentials, timestamp } = request
  const url = new URL(request.url)
  const sent = sentHeaders(request, url)
  const names = (request.signedHeaders ?? defaultNames(sent)).map((name) => name.toLowerCase()).sort()
  const lines = names.map((name) => `${name}:${(sent.get(name) ?? '').trim().toLowerCase()}\n`).join('')
  const payload = request.unsignedPayload ? 'UNSIGNED-PAYLOAD' : (request.body?.text ?? '')
  const query = request.method === 'GET' ? url.search.replace(/^\?/, '') : ''
  const canonical = [request.method, '/', query, lines, names.join(';'), sha256(payload)].join('\n')
  const day = new Date(timestamp * 1000).toISOString().split('T')[0] ?? ''
  const scope = `${day}/${serviceOf(request)}/tc3_request`
  const key = hmac(hmac(hmac(`TC3${credentials.secretKey}`, day), serviceOf(request)), 'tc3_request')
  const signature = hmac(key, ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n')).toString('hex')
  const credential = `${credentials.secretId}/${scope}`
  return `TC3-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`
}

/** What the official SDK makes of it: the one for China, or the one for international accounts. */
export function officialAuthorization(request: Request, sdk: keyof typeof officialSign3): string {
  const { method, url, timestamp, credentials, headers, body } = request
  return officialSign3[sdk]({
    method,
    url: new URL(url).href,
    // A string as the SDK has it, before it writes the JSON; anything else as bytes.
    payload: body && (body.as === 'string' ? JSON.parse(body.text) : Buffer.from(body.text, 'utf8')),
    timestamp,
    service: serviceOf(request),
    secretId: credentials.secretId,
    secretKey: credentials.secretKey,
    multipart: false,
    boundary: '',
    headers: { ...headers },
  })
}

function serviceOf({ service, url }: Request): string {
  return service ?? new URL(url).hostname.split('.')[0] ?? ''
}

function sentHeaders({ headers, credentials }: Request, { host }: URL): Map<string, string> {
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  return new Map([...own, ['host', host], ...(credentials.token ? [['x-tc-token', credentials.token] as const] : [])])
}

function defaultNames(sent: ReadonlyMap<string, string>): string[] {
  return ['content-type', 'host', ...(sent.has('x-tc-action') ? ['x-tc-action'] : [])]
}
