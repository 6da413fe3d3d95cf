import { refuse } from './checks.ts'

/**
 * `CanonicalHeaders` (Signature v3, step 1): a line for each signed header. Values are lower-cased like names, which is
 * where TC3 differs from its relatives.
 *
 * @param field gives the value of a header by its lower-case name.
 * @param names those to sign, in lower case and ASCII order; the service wants `content-type` and `host` among them.
 * @throws TypeError that names a header which is to be signed and absent.
 */
export function canonicalHeaders(field: (name: string) => string | null | undefined, names: readonly string[]): string {
  const lines = names.map((name) => {
    const value = field(name) ?? refuse(`headers.${name}`, 'present')
    return `${name}:${value.trim().toLowerCase()}\n`
  })
  return lines.join('')
}

/**
 * `CanonicalRequest` (Signature v3, step 1). Its URI is always `/`.
 *
 * @param method `GET` or `POST`, in capitals.
 * @param query for GET what is sent after `?`, byte for byte; for POST empty.
 * @param headers as {@link canonicalHeaders} gives them.
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
