import { type BindingKey, BindingKeyring } from '../ownership/binding-keys.ts'
import { asObject, ConfigError, parseJson } from './parse.ts'

/** 32 bytes in Base64. */
const KEY = /^[A-Za-z0-9+/]{43}=$/

/** Parses the setting BINDING_KEYS. Messages count its entries from 1, and hold nothing that could be a key. */
export function parseBindingKeys(text: string): BindingKeyring {
  const entries = parseJson(text)
  if (!Array.isArray(entries)) throw new ConfigError('it is not a list')
  const [first, ...others] = entries.map((entry, index) => parseEntry(entry, `entry ${index + 1}`))
  if (first === undefined) throw new ConfigError('there is none')
  const owners = new Map<string, string>()
  for (const { kid, key } of [first, ...others]) {
    if ([...owners.values()].includes(kid)) throw new ConfigError(`two entries have the kid ${kid}`)
    const owner = owners.get(String(key))
    if (owner !== undefined) throw new ConfigError(`${owner} and ${kid} have the same key: rotation needs a new one`)
    owners.set(String(key), kid)
  }
  return new BindingKeyring([first, ...others])
}

function parseEntry(entry: unknown, where: string): BindingKey {
  const { kid, key, ...others } = asObject(entry, where)
  // The name of another field may be a key in the wrong place.
  if (Object.keys(others).length > 0) throw new ConfigError(`${where} should have kid and key, and nothing else`)
  if (typeof kid !== 'string' || !/^[a-z0-9]{1,8}$/.test(kid)) {
    throw new ConfigError(`the kid of ${where} should be 1 to 8 lower-case letters and digits`)
  }
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new ConfigError(`the key of ${where} should be 32 random bytes in Base64, 44 characters`)
  }
  return { kid, key: Uint8Array.from(atob(key), (character) => character.charCodeAt(0)) }
}
