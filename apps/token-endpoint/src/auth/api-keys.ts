import type { ApiKey } from '../settings/parse.ts'
import { sha256 } from '../sha256.ts'

/** Returns the name of the key, or nothing. Every hash is compared, in constant time. */
export async function nameOfApiKey(key: string, known: readonly ApiKey[]): Promise<string | undefined> {
  const hash = await sha256(key)
  let found: string | undefined
  for (const { name, hash: expected } of known) {
    if (crypto.subtle.timingSafeEqual(hash, expected)) found = name
  }
  return found
}
