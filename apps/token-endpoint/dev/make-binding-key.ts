// `pnpm make-binding-key`: an entry of the setting BINDING_KEYS, and how to rotate.
import { randomBytes } from 'node:crypto'
import { parseBindingKeys } from '../src/settings/binding-keys.ts'

/** Returns an entry of BINDING_KEYS as JSON, with a new key unless one is given. */
export function makeBindingKey(kid = randomBytes(4).toString('hex'), key = randomBytes(32)): string {
  return JSON.stringify({ kid, key: key.toString('base64') })
}

const ROTATION = `To rotate keys without losing a result:
  1. Append the entry to BINDING_KEYS, and deploy. Now it verifies; the first key still signs.
  2. Move it to the front, and deploy. Now it signs.
  3. Remove the old entry after 73 hours, when no result that it signed can be read any more.
Finish each step everywhere before the next.`

if (import.meta.main) {
  const entry = makeBindingKey(process.argv[2])
  try {
    parseBindingKeys(`[${entry}]`)
    console.log(`An entry of the secret BINDING_KEYS:\n  ${entry}\n`)
    console.log(`BINDING_KEYS, if this is the only key:\n  [${entry}]\n\n${ROTATION}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error('Usage: make-binding-key [KID]')
    process.exitCode = 1
  }
}
