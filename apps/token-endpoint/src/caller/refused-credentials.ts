import { Problem } from '../answers/problem.ts'

/** Why credentials are no good, for the operator. The caller, who may be a forger, is told less. */
export type CredentialsFault =
  /** Not `Bearer` and a token. */
  | 'scheme'
  /** No API key that is known; a JWT too, where there is no issuer. */
  | 'api-key'
  | 'expired'
  /** Claims that are wrong or missing. */
  | 'iss'
  | 'aud'
  | 'sub'
  | 'exp'
  | 'nbf'
  | 'iat'
  | 'claim'
  | 'signature'
  /** Signed by a key that the issuer does not have. */
  | 'key'
  | 'algorithm'
  | 'malformed'

/** There are no credentials. RFC 6750, section 3.1: no error code then. */
export function noToken(): Problem {
  return new Problem('credentials-missing', 'The Authorization header is missing, or empty.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  })
}

/** The credentials are no good. `detail` is public: it says what to do, not what a forger would like to know. */
export function invalidToken(reason: CredentialsFault, detail: string): Problem {
  const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' }
  return new Problem('credentials-invalid', detail, { headers, reason })
}
