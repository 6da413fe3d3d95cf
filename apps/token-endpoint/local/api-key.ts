import { createHash, randomBytes } from 'node:crypto'

/** A new API key, and what the setting API_KEY_HASHES holds of it. */
export function makeApiKey(name: string): { readonly key: string; readonly entry: string } {
  const key = `tc3e_${randomBytes(32).toString('base64url')}`
  return { key, entry: `${name}:${createHash('sha256').update(key).digest('hex')}` }
}
