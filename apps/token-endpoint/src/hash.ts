/** Returns the SHA-256 of a text. */
export async function sha256(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

/** Returns the SHA-256 of a text in lower-case hex. */
export async function sha256Hex(text: string): Promise<string> {
  return hex(await sha256(text))
}

/** Returns bytes in lower-case hex. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
