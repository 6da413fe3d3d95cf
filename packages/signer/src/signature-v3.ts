import { refuse } from './checks.ts'

/**
 * `CanonicalHeaders` (Signature v3, step 1): a line for each signed header. Values are lower-cased like names, which is
 * where TC3 differs from its relatives.
 *
 * @param field returns the value of a header by its lower-case name.
 * @param names those to sign, in lower case and ASCII order; the service wants `content-type` and `host` among them.
 * @throws TypeError that names a header which is to be signed and absent.
 */
export function canonicalHeaders(field: (name: string) => string | null | undefined, names: readonly string[]): string {
  const lines = names.map((name) => {
    const value = field(name) ?? refuse(`headers.${name}`, 'be present')
    return `${name}:${value.trim().toLowerCase()}\n`
  })
  return lines.join('')
}

/**
 * `CanonicalRequest` (Signature v3, step 1). Its URI is always `/`.
 *
 * @param method `GET` or `POST`, in capitals.
 * @param query for GET what is sent after `?`, byte for byte; for POST empty.
 * @param headers as {@link canonicalHeaders} returns them.
 * @param signedHeaders the names given to {@link canonicalHeaders}, joined by `;`.
 * @param hashedPayload {@link sha256Hex} of the body, or of the literal `UNSIGNED-PAYLOAD`.
 */
export function canonicalRequest(
  method: string,
  query: string,
  headers: string,
  signedHeaders: string,
  hashedPayload: string,
): string {
  return [method, '/', query, headers, signedHeaders, hashedPayload].join('\n')
}

/**
 * `CredentialScope` (Signature v3, step 2): the one UTC day and the one service that a signature is good for.
 *
 * @param timestamp UNIX time in seconds.
 * @param service for example `faceid`.
 * @throws RangeError for a timestamp that is no time.
 */
export function credentialScope(timestamp: number, service: string): string {
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
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

/**
 * The value of the `Authorization` header (Signature v3, step 4).
 *
 * @param secretId of the credentials that signed.
 * @param scope as {@link credentialScope} returns it.
 * @param signedHeaders the names given to {@link canonicalHeaders}, joined by `;`.
 * @param signature as {@link SigningKey.sign} returns it.
 */
export function authorization(secretId: string, scope: string, signedHeaders: string, signature: string): string {
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}
