// `pnpm --filter token-endpoint make-key NAME`: an API key for a backend, and its entry in API_KEY_HASHES.
import { makeApiKey } from './api-key.ts'

const [name = ''] = process.argv.slice(2)
if (!/^[\w.-]{1,64}$/.test(name)) {
  console.error('Usage: make-key NAME, where NAME is 1 to 64 letters, digits, ".", "_" or "-" and shows in logs.')
  process.exit(1)
}
const { key, entry } = makeApiKey(name)
console.log(`API key, for the backend alone; it is shown this once:\n  ${key}\n`)
console.log(`Entry for the setting API_KEY_HASHES (several are separated by commas):\n  ${entry}`)
