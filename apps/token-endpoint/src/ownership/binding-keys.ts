import { hex } from '../hash.ts'

/** `CryptoKey`, which the types of Node have no global name for. */
type CryptoKey = Parameters<typeof crypto.subtle.sign>[1]

/** The keys derived from one entry of `BINDING_KEYS`, one for each use (RFC 5869): a value made for one never fits another. */
interface DerivedKeys {
  readonly extra: CryptoKey
  readonly receipt: CryptoKey
}

/** One entry of `BINDING_KEYS`, parsed. */
export interface BindingKey {
  /** Names the key in what it signs. */
  readonly kid: string
  /** 32 random bytes. */
  readonly key: Uint8Array<ArrayBuffer>
}

/** The use of a derived key. */
export type KeyUse = keyof DerivedKeys

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const

/** The operator's binding keys, ready to sign and verify. The first one signs; all of them verify. */
export class BindingKeyring {
  private readonly keys: readonly [BindingKey, ...BindingKey[]]
  // Values, not promises: one request must not await a promise of another.
  private readonly derived = new Map<string, DerivedKeys>()
  /** Verifies where the `kid` is unknown, so that it takes as long as where it is known. */
  private readonly decoy: BindingKey = { kid: '', key: crypto.getRandomValues(new Uint8Array(32)) }
  private callerKey: CryptoKey | undefined

  constructor(keys: readonly [BindingKey, ...BindingKey[]]) {
    this.keys = keys
  }

  /** The `kid` of the key that signs. */
  get signingKid(): string {
    return this.keys[0].kid
  }

  /** Returns the HMAC-SHA256 of a message by the signing key. */
  async sign(use: KeyUse, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const keys = await this.derive(this.keys[0])
    return new Uint8Array(await crypto.subtle.sign('HMAC', keys[use], message))
  }

  /** Whether the key named `kid` made this MAC. Compares in constant time, and takes as long if there is no such key. */
  async verify(
    use: KeyUse,
    kid: string,
    mac: Uint8Array<ArrayBuffer>,
    message: Uint8Array<ArrayBuffer>,
  ): Promise<boolean> {
    const known = this.keys.find((key) => key.kid === kid)
    const keys = await this.derive(known ?? this.decoy)
    const matches = await crypto.subtle.verify('HMAC', keys[use], mac, message)
    return matches && known !== undefined
  }

  /**
   * Returns a pseudonym for a caller in the log: 16 hex digits. It is keyed, so that nobody can reverse it by hashing the
   * user names that they can think of. It changes when the first key does.
   */
  async pseudonym(name: string): Promise<string> {
    this.callerKey ??= await deriveKey(this.keys[0], 'caller')
    const mac = await crypto.subtle.sign('HMAC', this.callerKey, new TextEncoder().encode(name))
    return hex(new Uint8Array(mac, 0, 8))
  }

  private async derive(key: BindingKey): Promise<DerivedKeys> {
    const known = this.derived.get(key.kid)
    if (known !== undefined) return known
    const [extra, receipt] = await Promise.all([deriveKey(key, 'extra'), deriveKey(key, 'receipt')])
    const keys = { extra, receipt }
    this.derived.set(key.kid, keys)
    return keys
  }
}

async function deriveKey({ key }: BindingKey, label: KeyUse | 'caller'): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(`tc3-edge ${label} v1`)
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return crypto.subtle.deriveKey(hkdf, material, { ...HMAC, length: 256 }, false, ['sign', 'verify'])
}
