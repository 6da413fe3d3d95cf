import { bytesOf } from './checks.ts'
import type { SignerCrypto, SigningKey } from './types.ts'

const encoder = /* @__PURE__ */ new TextEncoder()

function utf8(text: string): Uint8Array<ArrayBuffer> {
  // What `encode` makes is never shared; not all runtimes' types say so.
  return encoder.encode(text) as Uint8Array<ArrayBuffer>
}

const digits = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Younger than some of the supported runtimes, and than their types. */
type Bytes = Uint8Array & { readonly toHex?: () => string }

/** Lower-case hexadecimal. */
function hex(buffer: ArrayBuffer): string {
  const bytes: Bytes = new Uint8Array(buffer)
  if (bytes.toHex) return bytes.toHex()
  let text = ''
  for (const byte of bytes) text += digits[byte]
  return text
}

/**
 * Lower-case hex SHA-256: of a body for `HashedRequestPayload` (Signature v3, step 1), of the canonical request for
 * `HashedCanonicalRequest` (step 2).
 *
 * @param data text, which is hashed as UTF-8, or bytes.
 * @throws TypeError for anything else.
 */
export async function sha256Hex(data: string | ArrayBuffer | ArrayBufferView): Promise<string> {
  const bytes = typeof data === 'string' ? utf8(data) : bytesOf('data', data)
  return hex(await crypto.subtle.digest('SHA-256', bytes))
}

/**
 * `SecretSigning` (Signature v3, step 3): `TC3` followed by the secret key, then the parts of the scope (the day, the
 * service, `tc3_request`), each the HMAC-SHA256 under the one before. The key is good for that scope and worth keeping:
 * deriving it costs several times what a signature does. It can't be exported.
 *
 * @param secretKey not empty.
 * @param scope as {@link credentialScope} returns it.
 */
export async function deriveSigningKey(secretKey: string, scope: string): Promise<SigningKey> {
  let key = await importKey(utf8(`TC3${secretKey}`))
  for (const part of scope.split('/')) key = await importKey(await hmac(key, part))
  return { sign: async (stringToSign) => hex(await hmac(key, stringToSign)) }
}

type Key = Awaited<ReturnType<typeof importKey>>

function importKey(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

function hmac(key: Key, text: string): Promise<ArrayBuffer> {
  return crypto.subtle.sign('HMAC', key, utf8(text))
}

/** The default, which every runtime has. */
export const webCrypto: SignerCrypto = { sha256Hex, deriveSigningKey }
