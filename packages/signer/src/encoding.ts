const encoder = /* @__PURE__ */ new TextEncoder()

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  // What `encode` makes is never shared; not all runtimes' types say so.
  return encoder.encode(text) as Uint8Array<ArrayBuffer>
}

const digits = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1))

/** Younger than some of the runtimes we support, and than their types. */
type Bytes = Uint8Array & { readonly toHex?: () => string }

/** Lower-case hexadecimal. */
export function hex(buffer: ArrayBuffer): string {
  const bytes: Bytes = new Uint8Array(buffer)
  if (bytes.toHex) return bytes.toHex()
  let text = ''
  for (const byte of bytes) text += digits[byte]
  return text
}

/**
 * Lower-case hex SHA-256: of a body for `HashedRequestPayload` (Signature v3, step 1), of the canonical request for
 * `HashedCanonicalRequest` (step 2). Text is hashed as UTF-8.
 */
export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? utf8(data) : data))
}
