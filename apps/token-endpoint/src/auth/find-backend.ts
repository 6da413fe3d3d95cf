import type { Backend } from '../settings/backends.ts'
import { sha256 } from '../sha256.ts'

/** Returns the backend that an API key belongs to. Every hash is compared, in constant time. */
export async function findBackend(key: string, backends: readonly Backend[]): Promise<Backend | undefined> {
  const hash = await sha256(key)
  let found: Backend | undefined
  for (const backend of backends) {
    for (const expected of backend.keyHashes) if (crypto.subtle.timingSafeEqual(hash, expected)) found = backend
  }
  return found
}
