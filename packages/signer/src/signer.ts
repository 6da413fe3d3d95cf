import { check, checkBoolean, checkNothingElse, checkPlainObject, checkText, checkUnixSeconds } from './checks.ts'
import { credentialSource } from './credentials.ts'
import { fetchArguments } from './fetch-arguments.ts'
import { type ParsedRequest, parseRequest } from './request.ts'
import { authorization, canonicalHeaders, canonicalRequest, credentialScope, stringToSign } from './signature-v3.ts'
import { signingKeyCache } from './signing-key-cache.ts'
import type { SignedHeaders, Signer, SignerOptions, SignOptions } from './types.ts'
import { webCrypto } from './web-crypto.ts'

/**
 * Creates a signer for Tencent Cloud API 3.0 requests (Signature v3, TC3-HMAC-SHA256). Make one and keep it: it caches
 * derived keys and temporary credentials.
 *
 * @throws TypeError that names what is wrong: an empty or missing secret, a long-term one in a browser, an option that
 *   does not exist.
 *
 * @example
 * const signer = createSigner({ credentials: fromEnv(), service: 'faceid' })
 * const response = await signer.fetch('https://faceid.tencentcloudapi.com/', { method: 'POST', headers, body })
 */
export function createSigner(options: SignerOptions): Signer {
  checkPlainObject('options', options)
  const {
    credentials: given,
    service,
    crypto = webCrypto,
    fetch: send = (url, init) => fetch(url, init),
    now = Date.now,
    dangerouslyAllowLongTermSecretsInBrowser: allowLongTerm = false,
    ...rest
  } = options
  checkNothingElse('options', rest)
  if (service !== undefined) checkService(service)
  check(typeof send === 'function', 'fetch', 'be a function')
  check(typeof now === 'function', 'now', 'be a function')
  const isCrypto = typeof crypto?.sha256Hex === 'function' && typeof crypto.deriveSigningKey === 'function'
  check(isCrypto, 'crypto', 'have sha256Hex and deriveSigningKey')
  checkBoolean('dangerouslyAllowLongTermSecretsInBrowser', allowLongTerm)

  const signingKey = signingKeyCache(crypto)
  const credentials = credentialSource(given, allowLongTerm, serverTime)
  let clockSkew = 0

  function localTime(): number {
    const milliseconds = now()
    check(Number.isFinite(milliseconds), 'now()', 'be a number')
    return milliseconds
  }

  /** In UNIX seconds. */
  function serverTime(): number {
    return Math.floor((localTime() + clockSkew) / 1000)
  }

  /** Completes the headers of the request, and signs them and the body. */
  async function signed(request: ParsedRequest, signOptions: SignOptions): Promise<SignedHeaders> {
    const { method, url, headers, body } = request
    const { unsignedPayload } = signOptions
    const [firstLabel = ''] = url.hostname.split('.')
    const scopeService = service ?? firstLabel
    checkService(scopeService)
    const { secretId, secretKey, token } = await credentials()
    // Read only now, because a provider may take long.
    const timestamp = signOptions.timestamp ?? serverTime()

    headers['content-type'] ??= method === 'GET' ? 'application/x-www-form-urlencoded' : 'application/json'
    headers['x-tc-timestamp'] = `${timestamp}`
    if (token) headers['x-tc-token'] = token
    if (unsignedPayload) headers['x-tc-content-sha256'] = 'UNSIGNED-PAYLOAD'

    const names = namesToSign(headers, signOptions)
    const signedHeaders = names.join(';')
    // The host is left for fetch to send, which takes it from the URL as well.
    const lines = canonicalHeaders((name) => (name === 'host' ? url.host : headers[name]), names)
    const query = method === 'GET' ? url.search.slice(1) : ''
    const hashedPayload = await crypto.sha256Hex(unsignedPayload ? 'UNSIGNED-PAYLOAD' : body)
    const hashedRequest = await crypto.sha256Hex(canonicalRequest(method, query, lines, signedHeaders, hashedPayload))
    const scope = credentialScope(timestamp, scopeService)
    const key = await signingKey(secretKey, scope)
    const signature = await key.sign(stringToSign(timestamp, scope, hashedRequest))
    return { ...headers, authorization: authorization(secretId, scope, signedHeaders, signature) }
  }

  return {
    async sign(request, signOptions = {}) {
      checkSignOptions(signOptions)
      return signed(parseRequest(request), signOptions)
    },

    async fetch(input, init = {}, signOptions = {}) {
      checkSignOptions(signOptions)
      checkPlainObject('init', init)
      const { url, method, headers, body, ...rest } = await fetchArguments(input, init)
      const request = parseRequest({ url, method, headers, body })
      return send(request.url.href, {
        ...rest,
        method: request.method,
        headers: await signed(request, signOptions),
        body: request.body || null,
        redirect: init.redirect ?? 'manual',
      })
    },

    setServerTime(timestamp) {
      checkUnixSeconds('timestamp', timestamp)
      clockSkew = timestamp * 1000 - localTime()
    },
  }
}

/** It stands between slashes in the scope, and before a comma in the `Authorization` header. */
function checkService(service: string): void {
  checkText('service', service, /^[a-z][\w-]*$/, 'be a name such as faceid')
}

function checkSignOptions(options: SignOptions): void {
  checkPlainObject('options', options)
  const { timestamp = 0, signedHeaders = [], unsignedPayload = false, ...rest } = options
  checkNothingElse('options', rest)
  checkUnixSeconds('timestamp', timestamp)
  checkBoolean('unsignedPayload', unsignedPayload)
  const isDistinct = Array.isArray(signedHeaders) && new Set(lowerCase(signedHeaders)).size === signedHeaders.length
  check(isDistinct, 'signedHeaders', 'be an array of distinct header names')
}

function namesToSign(headers: object, { signedHeaders }: SignOptions): string[] {
  if (signedHeaders) return lowerCase(signedHeaders).sort()
  return 'x-tc-action' in headers ? ['content-type', 'host', 'x-tc-action'] : ['content-type', 'host']
}

function lowerCase(names: readonly string[]): string[] {
  return names.map((name) => String(name).toLowerCase())
}
