import { credentialScope, type Scope } from './string-to-sign.ts'

/** The parts of {@link authorization}. */
export interface AuthorizationParts extends Scope {
  readonly secretId: string
  /** As in the canonical request: lower case, sorted, joined by `;`. */
  readonly signedHeaders: string
  /** Lower-case hex, as {@link SigningKey.sign} returns it. */
  readonly signature: string
}

/** The value of the `Authorization` header (Signature v3, step 4). */
export function authorization(parts: AuthorizationParts): string {
  const credential = `Credential=${parts.secretId}/${credentialScope(parts)}`
  return `TC3-HMAC-SHA256 ${credential}, SignedHeaders=${parts.signedHeaders}, Signature=${parts.signature}`
}
