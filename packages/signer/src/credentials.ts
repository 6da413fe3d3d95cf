import { check, checkText, checkUnixSeconds } from './checks.ts'
import type { Credentials, CredentialsProvider } from './types.ts'

const userAgent = typeof navigator === 'undefined' ? '' : navigator.userAgent

/** True in pages and their workers: every browser's user agent begins with `Mozilla/`, and no server runtime's does. */
const isBrowser = /^Mozilla/.test(userAgent)

/** True on Workers, where a promise made for one request may never settle for another. */
const isolatesRequests = userAgent === 'Cloudflare-Workers'

/** Credentials are fetched again this long before they expire, so that they are still good when the request arrives. */
const REFRESH_SECONDS = 60

/**
 * Returns the function that `sign` gets its credentials from: cached ones at once, others as a promise.
 *
 * @param now the server's time in UNIX seconds.
 */
export function credentialSource(
  given: Credentials | CredentialsProvider,
  allowLongTerm: boolean,
  now: () => number,
): () => Credentials | Promise<Credentials> {
  if (typeof given !== 'function') {
    const fixed = checked(given, allowLongTerm)
    return () => fixed
  }

  let cached: Credentials | undefined
  let inFlight: Promise<Credentials> | undefined
  const request = async () => {
    cached = checked(await given(), allowLongTerm)
    return cached
  }
  const forget = () => {
    inFlight = undefined
  }
  return () => {
    if (cached?.expiration && cached.expiration - REFRESH_SECONDS > now()) return cached
    inFlight ??= request().finally(forget)
    // Microtasks run before another request gets its turn, so only the callers of this turn share the promise.
    if (isolatesRequests) queueMicrotask(forget)
    return inFlight
  }
}

/** A copy, so that nobody changes it from outside. */
function checked(given: Credentials, allowLongTerm: boolean): Credentials {
  check(typeof given === 'object' && given !== null, 'credentials', 'be an object or a function')
  const { secretId, secretKey, token, expiration = 0 } = given
  checkHeaderPart('credentials.secretId', secretId)
  checkHeaderPart('credentials.secretKey', secretKey)
  if (token !== undefined) checkHeaderPart('credentials.token', token)
  checkUnixSeconds('credentials.expiration', expiration)
  check(token !== undefined || !isBrowser || allowLongTerm, 'credentials', 'be temporary in a browser')
  return { secretId, secretKey, token, expiration }
}

/** With a line break in it, the runtime would refuse the header, and repeat the value in its error. */
function checkHeaderPart(argument: string, value: string): void {
  checkText(argument, value, /^[!-~]+$/, 'be visible ASCII')
}
