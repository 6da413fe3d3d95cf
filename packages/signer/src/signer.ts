import { authorization } from './authorization.ts'
import { canonicalRequest, signedHeaderNames } from './canonical-request.ts'
import { checkBody, checkHeaders, checkMethod, checkService, checkUnixSeconds, checkUrl, refuse } from './checks.ts'
import { credentialSource } from './credentials.ts'
import { sha256Hex } from './encoding.ts'
import { signingKeyCache } from './signing-key.ts'
import { stringToSign } from './string-to-sign.ts'
import type {
  FetchInit,
  FetchResponse,
  SignedHeaders,
  Signer,
  SignerOptions,
  SignOptions,
  SignRequest,
} from './types.ts'

/**
 * Makes a signer for Tencent Cloud API 3.0 requests (Signature v3, TC3-HMAC-SHA256).
 *
 * @throws TypeError that names what is wrong with the options: an empty or missing secret, or a long-term one in a browser.
 */
export function createSigner(options: SignerOptions): Signer {
  const { now = Date.now, service } = options
  if (service !== undefined) checkService(service)
  let skew = 0
  const serverNow = () => now() + skew
  const credentials = credentialSource(options, serverNow)
  const signingKey = signingKeyCache()

  async function sign(request: SignRequest, how: SignOptions = {}): Promise<SignedHeaders> {
    const method = checkMethod(request.method)
    const url = checkUrl(request.url)
    const headers = checkHeaders(request.headers)
    const body = checkBody(request.body, method)
    const timestamp = checkUnixSeconds('timestamp', how.timestamp ?? Math.floor(serverNow() / 1000))
    const scope = { timestamp, service: service ?? serviceOf(url) }
    const { secretId, secretKey, token } = await credentials()

    complete(headers, { method, timestamp, token, unsigned: how.unsignedPayload })
    const toSign = pick(headers, url.host, how.signedHeaders)

    const hashedPayload = await sha256Hex(how.unsignedPayload ? 'UNSIGNED-PAYLOAD' : body)
    const query = method === 'GET' ? url.search.slice(1) : ''
    const canonical = canonicalRequest({ method, query, headers: toSign, hashedPayload })
    const text = stringToSign({ ...scope, hashedCanonicalRequest: await sha256Hex(canonical) })
    const key = await signingKey({ ...scope, secretKey })
    const signature = await key.sign(text)
    headers.set(
      'authorization',
      authorization({ ...scope, secretId, signedHeaders: signedHeaderNames(toSign), signature }),
    )
    return new Headers([...headers])
  }

  async function signedFetch(url: SignRequest['url'], init: FetchInit = {}, how?: SignOptions): Promise<FetchResponse> {
    const { href } = checkUrl(url)
    const method = checkMethod(init.method)
    const headers = await sign({ ...init, url: href }, how)
    const send = options.fetch ?? fetch
    const body = init.body === undefined || init.body === null ? null : checkBody(init.body, method)
    return send(href, { ...init, method, headers, body, redirect: init.redirect ?? 'manual' })
  }

  function setServerTime(date: Date): void {
    const time = date.getTime()
    if (Number.isNaN(time)) refuse('date', 'must be a valid Date')
    skew = time - now()
  }

  return { sign, fetch: signedFetch, setServerTime }
}

function serviceOf({ hostname }: URL): string {
  return (
    /^([a-z][\w-]*)\./.exec(hostname)?.[1] ?? refuse('service', 'must be given, since the host does not begin with it')
  )
}

interface Completion {
  readonly method: string
  readonly timestamp: number
  readonly token: string | undefined
  readonly unsigned: boolean | undefined
}

/** Adds what the service wants to find, and drops what an earlier signature of the same headers may have left. */
function complete(headers: Map<string, string>, { method, timestamp, token, unsigned }: Completion): void {
  const set = (name: string, value: string | undefined) => (value ? headers.set(name, value) : headers.delete(name))
  if (!headers.has('content-type')) {
    headers.set('content-type', method === 'GET' ? 'application/x-www-form-urlencoded' : 'application/json')
  }
  set('x-tc-timestamp', `${timestamp}`)
  set('x-tc-token', token)
  set('x-tc-content-sha256', unsigned ? 'UNSIGNED-PAYLOAD' : undefined)
  headers.delete('authorization')
  headers.delete('host')
}

/** The header fields to sign. */
function pick(headers: Map<string, string>, host: string, names: SignOptions['signedHeaders']): [string, string][] {
  const wanted = names ?? ['content-type', 'host', ...(headers.has('x-tc-action') ? ['x-tc-action'] : [])]
  return wanted.map((name) => {
    const key = name.toLowerCase()
    return [key, key === 'host' ? host : (headers.get(key) ?? refuse('signedHeaders', `names ${key}, which is absent`))]
  })
}
