import { checkName, checkUnixSeconds, refuse } from './checks.ts'
import { isBrowser, isolatesRequests } from './runtime.ts'
import type { Credentials, SignerOptions } from './types.ts'

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

  let kept: Credentials | undefined
  let asking: Promise<Credentials> | undefined
  const ask = async () => {
    kept = checkCredentials(await given(), options)
    return kept
  }
  const forget = () => {
    asking = undefined
  }
  return () => {
    // Asked for anew a minute before they end, so that they are still good when the request arrives.
    if (kept?.expiration && kept.expiration - 60 > now()) return kept
    asking ??= ask().finally(forget)
    // Microtasks end before another request gets its turn: the callers of this turn share the promise, and nobody else.
    if (isolatesRequests) queueMicrotask(forget)
    return asking
  }
}

function checkCredentials(given: Credentials, options: SignerOptions): Credentials {
  // A copy, so that nobody changes it from outside.
  const own = { ...given }
  checkName('credentials.secretId', own.secretId)
  checkName('credentials.secretKey', own.secretKey)
  checkUnixSeconds('credentials.expiration', own.expiration ?? 0)
  checkName('credentials.token', own.token ?? 'none')
  if (!own.token && isBrowser && !options.dangerouslyAllowLongTermSecretsInBrowser) {
    refuse('credentials', 'temporary in a browser')
  }
  return own
}
