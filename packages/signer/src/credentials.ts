import { check, matches, OBJECT, type Rule, refuse, UNIX_SECONDS } from './checks.ts'
import type { Credentials, SignerOptions } from './types.ts'

const userAgent = typeof navigator === 'undefined' ? '' : navigator.userAgent

/** True in pages and their workers: every browser's user agent begins with `Mozilla/`, and no server runtime's does. */
const isBrowser = /^Mozilla/.test(userAgent)

/** True on Workers, where a promise made for one request may never settle for another. */
const isolatesRequests = userAgent === 'Cloudflare-Workers'

/** Credentials are asked for again this long before they end, so that they are still good when the request arrives. */
const REFRESH_SECONDS = 60

/**
 * Where `sign` gets its credentials: at once where they are at hand, else by a promise.
 *
 * @param now the server's time in UNIX seconds.
 */
export function credentialSource(options: SignerOptions, now: () => number): () => Credentials | Promise<Credentials> {
  const { credentials: given } = options
  if (typeof given !== 'function') {
    const fixed = checkCredentials(given, options)
    return () => fixed
  }

  let cached: Credentials | undefined
  let inFlight: Promise<Credentials> | undefined
  const request = async () => {
    cached = checkCredentials(await given(), options)
    return cached
  }
  const forget = () => {
    inFlight = undefined
  }
  return () => {
    if (cached?.expiration && cached.expiration - REFRESH_SECONDS > now()) return cached
    inFlight ??= request().finally(forget)
    // Microtasks end before another request gets its turn: the callers of this turn share the promise, and no others.
    if (isolatesRequests) queueMicrotask(forget)
    return inFlight
  }
}

/** What ends up in a header, where one more line break would make the runtime's error repeat it. */
const VISIBLE_ASCII: Rule = [matches(/^[!-~]+$/), 'be visible ASCII characters']

/** A copy, so that nobody changes it from outside. */
function checkCredentials(given: Credentials, options: SignerOptions): Credentials {
  check('credentials', given, OBJECT)
  const { secretId, secretKey, token, expiration } = given
  check('credentials.secretId', secretId, VISIBLE_ASCII)
  check('credentials.secretKey', secretKey, VISIBLE_ASCII)
  if (token !== undefined) check('credentials.token', token, VISIBLE_ASCII)
  if (expiration !== undefined) check('credentials.expiration', expiration, UNIX_SECONDS)
  if (isBrowser && token === undefined && !options.dangerouslyAllowLongTermSecretsInBrowser) {
    refuse('credentials', 'be temporary in a browser')
  }
  return { secretId, secretKey, token, expiration }
}
