import { hex, utf8 } from './encoding.ts'

/** A derived key: it can sign, and it can't be read. */
export interface SigningKey {
  /** `Signature` (Signature v3, step 3): HMAC-SHA256 of the string to sign, in lower-case hex. */
  sign(stringToSign: string): Promise<string>
}

async function hmac(key: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<(text: string) => Promise<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return (text) => crypto.subtle.sign('HMAC', imported, utf8(text))
}

/**
 * `SecretSigning` (Signature v3, step 3): `TC3` with the secret key behind it, then the parts of the scope (the day, the
 * service, `tc3_request`), each the HMAC-SHA256 under the one before. Good for that scope, and worth keeping: deriving
 * costs several times what a signature does.
 *
 * @param secretKey not empty.
 * @param scope as {@link credentialScope} gives it.
 */
export async function deriveSigningKey(secretKey: string, scope: string): Promise<SigningKey> {
  let mac = await hmac(utf8(`TC3${secretKey}`))
  for (const part of scope.split('/')) mac = await hmac(await mac(part))
  return { sign: async (stringToSign) => hex(await mac(stringToSign)) }
}

/**
 * {@link deriveSigningKey} with a memory. It keeps keys and no promises: on Workers a promise that belongs to one request
 * must not be awaited by another.
 */
export function signingKeyCache(): typeof deriveSigningKey {
  // So that days, services and rotated secrets don't pile up.
  const limit = 16
  const keys = new Map<string, SigningKey>()
  return async (secretKey, scope) => {
    const name = scope + secretKey
    const key = keys.get(name) ?? (await deriveSigningKey(secretKey, scope))
    if (keys.size > limit) keys.clear()
    keys.set(name, key)
    return key
  }
}
