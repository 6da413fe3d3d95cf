// `pnpm make-binding-key`: an entry of the setting BINDING_KEYS, and how to rotate.
import { randomBytes } from 'node:crypto'
import { parseBindingKeys } from '../src/settings/binding-keys.ts'

/** Returns an entry of BINDING_KEYS as JSON, with a new key unless one is given. */
export function makeBindingKey(kid = randomBytes(4).toString('hex'), key = randomBytes(32)): string {
  return JSON.stringify({ kid, key: key.toString('base64') })
}

const ROTATION = `To rotate keys without losing a result:
  1. Append the entry to BINDING_KEYS and deploy everywhere: it verifies, and the first key still signs.
  2. Move it to the front and deploy: it signs.
  3. After 73 hours remove the old entry: no result that it signed can be read any more.`

if (import.meta.main) {
  const entry = makeBindingKey(process.argv[2])
  try {
    parseBindingKeys(`[${entry}]`)
    console.log(`An entry of BINDING_KEYS. It is a secret:\n  ${entry}\n`)
    console.log(`BINDING_KEYS, if it is the only one:\n  [${entry}]\n\n${ROTATION}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error('Usage: make-binding-key [KID]')
    process.exitCode = 1
  }
}
