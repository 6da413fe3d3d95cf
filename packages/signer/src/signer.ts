import { authorization } from './authorization.ts'
import { canonicalHeaders, canonicalRequest } from './canonical-request.ts'
import { checkBody, checkHeaders, checkText, checkUnixSeconds, checkUrl } from './checks.ts'
import { credentialSource } from './credentials.ts'
import { sha256Hex } from './encoding.ts'
import { signingKeyCache } from './signing-key.ts'
import { credentialScope, stringToSign } from './string-to-sign.ts'
import type { Signer, SignerOptions, SignOptions, SignRequest } from './types.ts'

/**
 * Makes a signer for Tencent Cloud API 3.0 requests (Signature v3, TC3-HMAC-SHA256). Make one and keep it: it remembers
 * derived keys and temporary credentials.
 *
 * @throws TypeError that names what is wrong: an empty or missing secret, or a long-term one in a browser.
 */
export function createSigner(options: SignerOptions): Signer {
  const { now = Date.now } = options
  let skew = 0
  const serverNow = () => ((now() + skew) / 1000) >>> 0
  const credentials = credentialSource(options, serverNow)
  const signingKey = signingKeyCache()

  /** The request as it is to be sent to its URL. */
  async function signed(request: SignRequest, how: SignOptions = {}) {
    const method = checkText('method', request.method ?? 'GET', /^(GET|POST)$/, 'GET or POST')
    const get = method === 'GET'
    const url = checkUrl(request.url)
    const headers = checkHeaders(request.headers)
    const body = checkBody(request.body, get)
    const service = checkText('service', options.service ?? url.hostname.split('.')[0], /^[a-z][!-~]*$/, 'a name')
    checkUnixSeconds('timestamp', how.timestamp ?? 0)
    const { secretId, secretKey, token } = await credentials()
    // Only now, because a provider may take long to answer.
    const timestamp = how.timestamp ?? serverNow()

    if (!headers.has('content-type')) {
      headers.append('content-type', get ? 'application/x-www-form-urlencoded' : 'application/json')
    }
    headers.append('x-tc-timestamp', `${timestamp}`)
    if (token) headers.append('x-tc-token', token)
    if (how.unsignedPayload) headers.append('x-tc-content-sha256', 'UNSIGNED-PAYLOAD')
    // The host is left for fetch to send, which takes it from the URL as well.
    const field = (name: string) => (name === 'host' ? url.host : headers.get(name))
    const names = how.signedHeaders ?? ['content-type', 'host', ...(headers.has('x-tc-action') ? ['x-tc-action'] : [])]
    const sorted = names.map((name) => name.toLowerCase()).sort()
    const signedHeaders = sorted.join(';')
    const lines = canonicalHeaders(field, sorted)

    const hashedPayload = await sha256Hex(how.unsignedPayload ? 'UNSIGNED-PAYLOAD' : body)
    const hashedRequest = await sha256Hex(
      canonicalRequest(method, get ? url.search.slice(1) : '', lines, signedHeaders, hashedPayload),
    )
    const scope = credentialScope(timestamp, service)
    const key = await signingKey(secretKey, scope)
    const signature = await key.sign(stringToSign(timestamp, scope, hashedRequest))
    headers.append('authorization', authorization(secretId, scope, signedHeaders, signature))
    return { method, headers, body: body || null }
  }

  return {
    sign: async (request, how) => (await signed(request, how)).headers,
    async fetch(url, init = {}, how) {
      const request = await signed({ ...init, url }, how)
      return (options.fetch ?? fetch)(`${url}`, { ...init, ...request, redirect: init.redirect ?? 'manual' })
    },
    setServerTime(timestamp) {
      skew = checkUnixSeconds('timestamp', timestamp) * 1000 - now()
    },
  }
}
