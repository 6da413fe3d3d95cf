import { createHash, randomBytes } from 'node:crypto'

/** A key for this run alone. */
export function developmentApiKey(): { readonly key: string; readonly hashes: string } {
  const key = `tc3e_${randomBytes(32).toString('base64url')}`
  return { key, hashes: `development:${createHash('sha256').update(key).digest('hex')}` }
}
