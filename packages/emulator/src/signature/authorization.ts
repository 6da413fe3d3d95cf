import { ApiError } from '../api-error.ts'

/** What an Authorization header of signature v3 says. */
export interface Authorization {
  secretId: string
  /** The UTC day of the credential scope, `YYYY-MM-DD`. */
  date: string
  service: string
  /** Lower-case names in the order sent. */
  signedHeaders: string[]
  /** 64 lower-case hexadecimal digits. */
  signature: string
}

const form =
  /^TC3-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{4}-\d{2}-\d{2})\/([^/,\s]+)\/tc3_request, *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/

/** @throws {ApiError} AuthFailure.InvalidAuthorization */
export function parseAuthorization(header: string | undefined): Authorization {
  if (header === undefined) throw malformed('Send an Authorization header.')
  const [, secretId, date, service, names, signature] = form.exec(header) ?? []
  if (!secretId || !date || !service || !names || !signature) {
    throw malformed(
      'Expected: TC3-HMAC-SHA256 Credential=ID/DATE/SERVICE/tc3_request, SignedHeaders=a;b, Signature=HEX.',
    )
  }
  const signedHeaders = names.split(';')
  checkSignedHeaders(signedHeaders)
  return { secretId, date, service, signedHeaders, signature }
}

function checkSignedHeaders(names: string[]): void {
  for (const required of ['content-type', 'host']) {
    if (!names.includes(required)) throw malformed(`SignedHeaders must name ${required}.`)
  }
  for (const [index, name] of names.entries()) {
    if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name)) throw malformed('SignedHeaders holds lower-case header names.')
    const before = names[index - 1]
    if (before !== undefined && before >= name) throw malformed('SignedHeaders must be in ASCII order, each name once.')
  }
}

function malformed(hint: string): ApiError {
  return new ApiError('AuthFailure.InvalidAuthorization', undefined, hint)
}
