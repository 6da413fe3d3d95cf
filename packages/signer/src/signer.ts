import {
  ANYTHING,
  BOOLEAN,
  check,
  checkFields,
  FUNCTION,
  matches,
  NUMBER,
  OBJECT,
  PLAIN_OBJECT,
  type Rule,
  UNIX_SECONDS,
} from './checks.ts'
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
  checkFields('options', options, SIGNER_OPTIONS)
  const { crypto = webCrypto, now = Date.now } = options
  const signingKey = signingKeyCache(crypto)
  const credentials = credentialSource(options, serverTime)
  let clockSkew = 0

  function localTime(): number {
    const milliseconds = now()
    check('now()', milliseconds, NUMBER)
    return milliseconds
  }

  /** In UNIX seconds. */
  function serverTime(): number {
    return Math.floor((localTime() + clockSkew) / 1000)
  }

  /** Completes the headers of the request, and signs them and the body. */
  async function sign(request: ParsedRequest, signOptions: SignOptions): Promise<SignedHeaders> {
    const { method, url, headers, body } = request
    const { unsignedPayload } = signOptions
    const service = options.service ?? serviceOf(url.hostname)
    const { secretId, secretKey, token } = await credentials()
    // Read only now, because a provider may take long.
    const timestamp = signOptions.timestamp ?? serverTime()

    if (!headers.has('content-type')) headers.set('content-type', defaultType(method))
    headers.set('x-tc-timestamp', `${timestamp}`)
    if (token) headers.set('x-tc-token', token)
    if (unsignedPayload) headers.set('x-tc-content-sha256', 'UNSIGNED-PAYLOAD')

    const names = namesToSign(headers, signOptions)
    // The host is left for fetch to send, which takes it from the URL as well.
    const lines = canonicalHeaders((name) => (name === 'host' ? url.host : headers.get(name)), names)
    const signedHeaders = names.join(';')
    const query = method === 'GET' ? url.search.slice(1) : ''
    const hashedPayload = await crypto.sha256Hex(unsignedPayload ? 'UNSIGNED-PAYLOAD' : body)
    const hashedRequest = await crypto.sha256Hex(canonicalRequest(method, query, lines, signedHeaders, hashedPayload))
    const scope = credentialScope(timestamp, service)
    const key = await signingKey(secretKey, scope)
    const signature = await key.sign(stringToSign(timestamp, scope, hashedRequest))
    headers.set('authorization', authorization(secretId, scope, signedHeaders, signature))
    return Object.fromEntries(headers) as unknown as SignedHeaders
  }

  return {
    async sign(request, signOptions = {}) {
      checkFields('options', signOptions, SIGN_OPTIONS)
      return sign(parseRequest(request), signOptions)
    },

    async fetch(input, init = {}, signOptions = {}) {
      checkFields('options', signOptions, SIGN_OPTIONS)
      check('init', init, PLAIN_OBJECT)
      const { url, method, headers, body, ...rest } = await fetchArguments(input, init)
      const request = parseRequest({ url, method, headers, body })
      const signed = { method: request.method, headers: await sign(request, signOptions), body: request.body || null }
      return (options.fetch ?? fetch)(request.url.href, { ...rest, ...signed, redirect: init.redirect ?? 'manual' })
    },

    setServerTime(timestamp) {
      check('timestamp', timestamp, UNIX_SECONDS)
      clockSkew = timestamp * 1000 - localTime()
    },
  }
}

function defaultType(method: string): string {
  return method === 'GET' ? 'application/x-www-form-urlencoded' : 'application/json'
}

function namesToSign(headers: ReadonlyMap<string, string>, { signedHeaders }: SignOptions): string[] {
  if (signedHeaders) return signedHeaders.map((name) => name.toLowerCase()).sort()
  return headers.has('x-tc-action') ? ['content-type', 'host', 'x-tc-action'] : ['content-type', 'host']
}

function serviceOf(hostname: string): string {
  const [label = ''] = hostname.split('.')
  check('service', label, SERVICE)
  return label
}

function isHeaderNames(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  const distinct = new Set(value.map((name: unknown) => (typeof name === 'string' ? name.toLowerCase() : undefined)))
  return distinct.size === value.length && !distinct.has(undefined)
}

/** It stands between slashes in the scope, and before a comma in the `Authorization` header. */
const SERVICE: Rule = [matches(/^[a-z][\w-]*$/), 'be a name such as faceid']

const SIGNER_OPTIONS = {
  credentials: ANYTHING,
  service: SERVICE,
  crypto: OBJECT,
  fetch: FUNCTION,
  now: FUNCTION,
  dangerouslyAllowLongTermSecretsInBrowser: BOOLEAN,
} satisfies Record<keyof SignerOptions, Rule>

const SIGN_OPTIONS = {
  timestamp: UNIX_SECONDS,
  signedHeaders: [isHeaderNames, 'be an array of distinct header names'],
  unsignedPayload: BOOLEAN,
} satisfies Record<keyof SignOptions, Rule>
