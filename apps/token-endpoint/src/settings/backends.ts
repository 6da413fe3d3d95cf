import { asObject, ConfigError, parseJsonObject, wholeNumber } from './parse.ts'

/** What a backend may do: request tokens, read results, read their details. */
const SCOPES = ['issue', 'results', 'details'] as const

export type Scope = (typeof SCOPES)[number]

/** A backend that may call. */
export interface Backend {
  readonly name: string
  /** SHA-256 of each of its keys. Keys are 256 random bits, so a slow hash would protect nothing. */
  readonly keyHashes: readonly Uint8Array<ArrayBuffer>[]
  readonly scopes: ReadonlySet<Scope>
  readonly tokensPerHour: number
  /** Its share of the calls, relative to those of other tenants. */
  readonly weight: number
}

const DEFAULT_TOKENS_PER_HOUR = 1_000
const DEFAULT_WEIGHT = 1

const tokensPerHourFormat = wholeNumber(1, 1_000_000)

export const weightFormat = wholeNumber(1, 100)

/** Parses the setting BACKENDS. Several keys of one backend may be valid at once, which is how a key is rotated. */
export function parseBackends(text: string): Backend[] {
  const backends = Object.entries(parseJsonObject(text)).map(([name, value]) => parseBackend(name, value))
  const owners = new Map<string, string>()
  for (const { name, keyHashes } of backends) {
    for (const hash of keyHashes.map(String)) {
      if (owners.has(hash)) throw new ConfigError(`${owners.get(hash)} and ${name} have a key in common`)
      owners.set(hash, name)
    }
  }
  return backends
}

function parseBackend(name: string, value: unknown): Backend {
  if (!/^[\w.-]{1,64}$/.test(name)) {
    throw new ConfigError('the name of a backend should be 1 to 64 letters, digits, ".", "_" or "-"')
  }
  const {
    keys,
    scopes = ['issue'],
    tokensPerHour = DEFAULT_TOKENS_PER_HOUR,
    weight = DEFAULT_WEIGHT,
    ...others
  } = asObject(value, name)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new ConfigError(`${name}.${unknown} is unknown; known: keys, scopes, tokensPerHour, weight`)
  }
  return {
    name,
    keyHashes: list(keys, `${name}.keys`, 'SHA-256 hashes of keys').map((key) => parseHash(key, name)),
    scopes: new Set(list(scopes, `${name}.scopes`, 'scopes').map((scope) => parseScope(scope, name))),
    tokensPerHour: tokensPerHourFormat.check(tokensPerHour, `${name}.tokensPerHour`),
    weight: weightFormat.check(weight, `${name}.weight`),
  }
}

function list(value: unknown, where: string, what: string): unknown[] {
  if (Array.isArray(value) && value.length > 0) return value
  throw new ConfigError(`${where} should be a list of ${what}`)
}

function parseHash(key: unknown, name: string): Uint8Array<ArrayBuffer> {
  if (typeof key !== 'string' || !/^[0-9a-f]{64}$/i.test(key)) {
    throw new ConfigError(`${name}.keys should hold the SHA-256 of each key, 64 hexadecimal digits`)
  }
  return new Uint8Array((key.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)))
}

function parseScope(value: unknown, name: string): Scope {
  const scope = SCOPES.find((known) => known === value)
  if (scope === undefined) throw new ConfigError(`${name}.scopes should hold ${SCOPES.join(', ')} and nothing else`)
  return scope
}
