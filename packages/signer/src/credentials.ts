import { checkUnixSeconds, refuse } from './checks.ts'
import { isBrowser, isolatesRequests } from './runtime.ts'
import type { Credentials, SignerOptions } from './types.ts'

/** Credentials are asked for again this long before they end, so that a signature is not older than its key on arrival. */
const MARGIN_MS = 60_000

/** Where `sign` gets its credentials: at once where they are at hand, else by a promise. */
export function credentialSource(options: SignerOptions, now: () => number): () => Credentials | Promise<Credentials> {
  const { credentials: given, dangerouslyAllowLongTermSecretsInBrowser: allowed } = options
  if (typeof given !== 'function') {
    const fixed = checkCredentials(given, allowed)
    return () => fixed
  }

  let kept: Credentials | undefined
  let asking: Promise<Credentials> | undefined

  const ask = async (): Promise<Credentials> => {
    const fresh = checkCredentials(await given(), allowed)
    kept = fresh
    return fresh
  }
  const forget = () => {
    asking = undefined
  }
  return () => {
    if (kept?.expiration !== undefined && kept.expiration * 1000 - MARGIN_MS > now()) return kept
    if (asking) return asking
    asking = ask().finally(forget)
    // Microtasks run before another request gets its turn: callers of this turn share the promise, no other request sees it.
    if (isolatesRequests()) queueMicrotask(forget)
    return asking
  }
}

function checkCredentials(given: Credentials, longTermInBrowser = false): Credentials {
  const { secretId, secretKey, token, expiration }: Partial<Credentials> = given ?? {}
  const checked = {
    secretId: checkSecret('secretId', secretId),
    secretKey: checkSecret('secretKey', secretKey),
    token: token === undefined ? token : checkSecret('token', token),
    expiration: expiration === undefined ? expiration : checkUnixSeconds('credentials.expiration', expiration),
  }
  if (!checked.token && !longTermInBrowser && isBrowser()) {
    refuse('credentials', 'must be temporary in a browser, where everyone can read them')
  }
  return checked
}

// A stray line break would reach the Authorization header, and the runtime's own error would repeat that header.
function checkSecret(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[!-~]+$/.test(value)) return value
  return refuse(`credentials.${name}`, 'must be a non-empty string of visible ASCII characters')
}
