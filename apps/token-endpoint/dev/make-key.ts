// `pnpm make-key NAME`: an API key for a backend, and its entry in the setting BACKENDS.
import { createHash, randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { parseBackends } from '../src/settings/backends.ts'

/** What BACKENDS holds of a backend besides its keys. */
interface BackendOptions {
  readonly scopes?: readonly string[]
  readonly tokensPerHour?: number
}

/** Returns an API key, a new one unless given, and the setting BACKENDS with the backend alone. */
export function makeApiKey(
  name: string,
  options: BackendOptions = {},
  key = `tc3e_${randomBytes(32).toString('base64url')}`,
): { readonly key: string; readonly entry: string } {
  const hash = createHash('sha256').update(key).digest('hex')
  return { key, entry: JSON.stringify({ [name]: { keys: [hash], ...options } }) }
}

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { scopes: { type: 'string', default: 'issue' }, 'tokens-per-hour': { type: 'string' } },
  })
  const [name = ''] = positionals
  const limit = values['tokens-per-hour']
  const { key, entry } = makeApiKey(name, {
    scopes: values.scopes.split(','),
    ...(limit !== undefined && { tokensPerHour: Number(limit) }),
  })
  parseBackends(entry)
  console.log(`API key of the backend. It is shown only this once, and nothing stores it:\n  ${key}\n`)
  console.log(
    `BACKENDS, if this is the only backend. Otherwise add the entry, or add the hash to the "keys" of the backend that exists:\n  ${entry}`,
  )
}

if (import.meta.main) {
  try {
    main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error('Usage: make-key NAME [--scopes issue,results,details] [--tokens-per-hour 1000]')
    process.exitCode = 1
  }
}
