import { createHash, createHmac, createSecretKey } from 'node:crypto'
import { bytesOf } from './checks.ts'
import type { SignerCrypto } from './types.ts'
import { sha256Hex } from './web-crypto.ts'

/** In UTF-16 units or bytes. A hash of that much holds the event loop for about 50 microseconds. */
const LONGEST_SYNCHRONOUS = 65_536

/**
 * `node:crypto` in place of WebCrypto, for Node.js, Deno and Bun. There each operation of WebCrypto is a trip to another
 * thread, which takes many times longer than the hash of a small request. What is longer than 64 KB is still hashed by
 * WebCrypto, so that it never holds the event loop. On Cloudflare Workers WebCrypto is the faster of the two.
 *
 * @example
 * const signer = createSigner({ credentials: fromEnv(), service: 'faceid', crypto: nodeCrypto })
 */
export const nodeCrypto: SignerCrypto = {
  sha256Hex(data) {
    const input = typeof data === 'string' ? data : bytesOf('data', data)
    if (input.length > LONGEST_SYNCHRONOUS) return sha256Hex(input)
    return createHash('sha256').update(input).digest('hex')
  },

  deriveSigningKey(secretKey, scope) {
    let key = createSecretKey(`TC3${secretKey}`, 'utf8')
    for (const part of scope.split('/')) key = createSecretKey(createHmac('sha256', key).update(part).digest())
    return { sign: (stringToSign) => createHmac('sha256', key).update(stringToSign).digest('hex') }
  },
}
