import { hex, utf8 } from './encoding.ts'
import { type Scope, utcDate } from './string-to-sign.ts'

/** A derived key. It can sign and it can't be read. */
export interface SigningKey {
  /** `Signature` (Signature v3, step 3): hex HMAC-SHA256 of the string to sign. */
  sign(stringToSign: string): Promise<string>
}

type Hmac = (text: string) => Promise<ArrayBuffer>

async function hmac(key: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<Hmac> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return (text) => crypto.subtle.sign('HMAC', imported, utf8(text))
}

/**
 * Derives the signing key (Signature v3, step 3): `TC3` and the secret key, then the UTC day, the service and
 * `tc3_request`, each the HMAC-SHA256 under the one before. The key is good for that day and service, so keep it: deriving
 * costs several times what a signature does.
 */
export async function deriveSigningKey(parts: Scope & { readonly secretKey: string }): Promise<SigningKey> {
  const secretDate = await (await hmac(utf8(`TC3${parts.secretKey}`)))(utcDate(parts.timestamp))
  const secretService = await (await hmac(secretDate))(parts.service)
  const secretSigning = await (await hmac(secretService))('tc3_request')
  const sign = await hmac(secretSigning)
  return { sign: async (stringToSign) => hex(await sign(stringToSign)) }
}

/** How many derived keys a signer keeps: days, services and rotated secrets must not pile up. */
const MAX_KEYS = 16

/**
 * {@link deriveSigningKey} with a memory. It keeps settled keys and no promises: on Workers a promise that belongs to one
 * request must not be awaited by another.
 */
export function signingKeyCache(): (parts: Scope & { readonly secretKey: string }) => SigningKey | Promise<SigningKey> {
  const keys = new Map<string, SigningKey>()
  return (parts) => {
    const name = `${utcDate(parts.timestamp)} ${parts.service} ${parts.secretKey}`
    return keys.get(name) ?? derive(name, parts)
  }
  async function derive(name: string, parts: Scope & { readonly secretKey: string }): Promise<SigningKey> {
    const key = await deriveSigningKey(parts)
    for (const oldest of keys.keys()) {
      if (keys.size < MAX_KEYS) break
      keys.delete(oldest)
    }
    keys.set(name, key)
    return key
  }
}
