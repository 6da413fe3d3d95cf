const encoder = /* @__PURE__ */ new TextEncoder()

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  // What `encode` makes is never shared; not all runtimes' types say so.
  return encoder.encode(text) as Uint8Array<ArrayBuffer>
}

const digits = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1))

/** Lower-case hexadecimal, by hand: `Uint8Array.prototype.toHex` is younger than the runtimes we support. */
export function hex(buffer: ArrayBuffer): string {
  let text = ''
  for (const byte of new Uint8Array(buffer)) text += digits[byte]
  return text
}

/**
 * Lower-case hex SHA-256: of a body for `HashedRequestPayload` (Signature v3, step 1), of the canonical request for
 * `HashedCanonicalRequest` (step 2). Text is hashed as UTF-8.
 */
export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? utf8(data) : data))
}
