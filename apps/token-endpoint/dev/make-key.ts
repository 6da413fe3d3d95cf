// `pnpm --filter token-endpoint make-key NAME`: an API key for a backend, and its entry in API_KEY_HASHES.
import { createHash, randomBytes } from 'node:crypto'

/** Returns a new API key, and its entry in the setting API_KEY_HASHES. */
export function makeApiKey(name: string): { readonly key: string; readonly entry: string } {
  const key = `tc3e_${randomBytes(32).toString('base64url')}`
  return { key, entry: `${name}:${createHash('sha256').update(key).digest('hex')}` }
}

function main(name = ''): void {
  if (!/^[\w.-]{1,64}$/.test(name)) {
    console.error('Usage: make-key NAME, where NAME is 1 to 64 letters, digits, ".", "_" or "-" and shows in logs.')
    process.exit(1)
  }
  const { key, entry } = makeApiKey(name)
  console.log(`API key, for the backend alone; it is shown this once:\n  ${key}\n`)
  console.log(`Entry for the setting API_KEY_HASHES (several are separated by commas):\n  ${entry}`)
}

if (import.meta.main) main(process.argv[2])
