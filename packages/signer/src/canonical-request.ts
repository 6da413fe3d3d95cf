/** The parts of {@link canonicalRequest}. */
export interface CanonicalRequestParts {
  /** `GET` or `POST`, in capitals. */
  readonly method: string
  /** For GET what is sent after `?`, byte for byte. For POST empty, which is the default. */
  readonly query?: string | undefined
  /** The header fields to sign and no others, `host` included, in any order and case. */
  readonly headers: Iterable<readonly [name: string, value: string]>
  /** Hex SHA-256 of the body, or of the literal `UNSIGNED-PAYLOAD`. */
  readonly hashedPayload: string
}

function canonicalFields(headers: CanonicalRequestParts['headers']): (readonly [string, string])[] {
  const fields = Array.from(
    headers,
    ([name, value]) => [name.trim().toLowerCase(), value.trim().toLowerCase()] as const,
  )
  return fields.sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * `SignedHeaders` (Signature v3, step 1): the names in lower case and ASCII order, joined by `;`.
 *
 * @param headers the header fields to sign.
 */
export function signedHeaderNames(headers: CanonicalRequestParts['headers']): string {
  return canonicalFields(headers)
    .map(([name]) => name)
    .join(';')
}

/**
 * The canonical request (Signature v3, step 1). The URI in it is always `/`; values are lower-cased like names, which is
 * where TC3 differs from its relatives. Takes its parts as they are: `signer.sign` is what checks them.
 */
export function canonicalRequest({ method, query = '', headers, hashedPayload }: CanonicalRequestParts): string {
  const fields = canonicalFields(headers)
  const lines = fields.map(([name, value]) => `${name}:${value}\n`).join('')
  return `${method}\n/\n${query}\n${lines}\n${fields.map(([name]) => name).join(';')}\n${hashedPayload}`
}
