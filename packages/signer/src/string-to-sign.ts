/** Where a signature is valid: one UTC day, one service. */
export interface Scope {
  /** UNIX time in seconds. The scope holds its UTC day. */
  readonly timestamp: number
  /** The service's name, for example `faceid`. */
  readonly service: string
}

/** The UTC day of a UNIX time in seconds, as `YYYY-MM-DD`. */
export function utcDate(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().slice(0, 10)
}

/** `CredentialScope` (Signature v3, step 2): `DATE/SERVICE/tc3_request`. */
export function credentialScope({ timestamp, service }: Scope): string {
  return `${utcDate(timestamp)}/${service}/tc3_request`
}

/**
 * The string to sign (Signature v3, step 2).
 *
 * @param parts.hashedCanonicalRequest hex SHA-256 of the canonical request.
 */
export function stringToSign(parts: Scope & { readonly hashedCanonicalRequest: string }): string {
  return `TC3-HMAC-SHA256\n${parts.timestamp}\n${credentialScope(parts)}\n${parts.hashedCanonicalRequest}`
}
