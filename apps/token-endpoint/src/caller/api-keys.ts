import { Fault } from '../settings/fault.ts'
/** A backend's key as the Worker knows it: by name and hash. */
export interface ApiKey {
  readonly name: string
  /** SHA-256 of the key. Keys are 256 random bits, so a slow hash would protect nothing. */
  readonly hash: Uint8Array<ArrayBuffer>
}

/** Reads `name:hash,name:hash`. Two keys of one name may be valid at once, which is how a key is changed. */
export function parseApiKeyHashes(text: string): ApiKey[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry, index) => {
      const [, name, hex] = /^([\w.-]{1,64}):([0-9a-f]{64})$/i.exec(entry) ?? []
      if (name === undefined || hex === undefined) throw new Fault(`entry ${index + 1} is not`)
      return { name, hash: new Uint8Array((hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))) }
    })
}
