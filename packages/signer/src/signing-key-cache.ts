import type { SignerCrypto, SigningKey } from './types.ts'

/** So that days, services and rotated secrets don't pile up. */
const MOST_KEYS = 16

/**
 * `deriveSigningKey` with a cache. It holds keys and no promises: on Workers a promise that belongs to one request must not
 * be awaited by another.
 */
export function signingKeyCache({ deriveSigningKey }: SignerCrypto): SignerCrypto['deriveSigningKey'] {
  const cached = new Map<string, SigningKey>()
  return async (secretKey, scope) => {
    const name = `${scope} ${secretKey}`
    let key = cached.get(name)
    if (key === undefined) {
      key = await deriveSigningKey(secretKey, scope)
      if (cached.size >= MOST_KEYS) cached.clear()
      cached.set(name, key)
    }
    return key
  }
}
