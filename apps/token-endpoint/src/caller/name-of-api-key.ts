import type { ApiKey } from './api-keys.ts'

/** The name of the key, or nothing. Every hash is compared, in constant time. */
export async function nameOfApiKey(key: string, known: readonly ApiKey[]): Promise<string | undefined> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)))
  let found: string | undefined
  for (const { name, hash: expected } of known) {
    if (crypto.subtle.timingSafeEqual(hash, expected)) found = name
  }
  return found
}
