import { Problem } from '../responses/problem.ts'

/** Why credentials are invalid, for the operator's log. The caller, who may be a forger, learns less. */
export type InvalidTokenReason =
  /** Not `Bearer` and a token. */
  | 'scheme'
  /** No known API key; a JWT too, where no issuer is set. */
  | 'api-key'
  | 'expired'
  /** A wrong or missing claim; `claim` is any other one. */
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

/** No credentials. RFC 6750, section 3.1: the challenge has no error code then. */
export function credentialsMissing(): Problem {
  return new Problem('credentials-missing', 'The Authorization header is missing or empty.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  })
}

/** Invalid credentials. `detail` is public: it says what to do, and nothing that helps a forger. */
export function invalidToken(reason: InvalidTokenReason, detail: string): Problem {
  const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' }
  return new Problem('credentials-invalid', detail, { headers, log: { reason } })
}
