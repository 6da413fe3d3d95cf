// The last one asked for: writing a date takes longer than everything else in a scope.
let day: number
let date: string

/**
 * `CredentialScope` (Signature v3, step 2): the one UTC day and the one service that a signature is good for.
 *
 * @param timestamp UNIX time in seconds.
 * @param service for example `faceid`.
 */
export function credentialScope(timestamp: number, service: string): string {
  const today = (timestamp / 86_400) | 0
  if (today !== day) {
    date = new Date(timestamp * 1000).toISOString().slice(0, 10)
    day = today
  }
  return `${date}/${service}/tc3_request`
}

/**
 * `StringToSign` (Signature v3, step 2).
 *
 * @param timestamp UNIX time in seconds.
 * @param scope the {@link credentialScope} of that time.
 * @param hashedCanonicalRequest {@link sha256Hex} of the canonical request.
 */
export function stringToSign(timestamp: number, scope: string, hashedCanonicalRequest: string): string {
  return `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${hashedCanonicalRequest}`
}
