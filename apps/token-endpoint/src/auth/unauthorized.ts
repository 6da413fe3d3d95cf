import type { LogFacts } from '../log/fields.ts'
import { Problem } from '../responses/problem.ts'

/** Why credentials are invalid, for the operator's log. The caller, who may be a forger, learns less. */
export const invalidTokenReasons = {
  scheme: 'the header is not `Bearer` and a token',
  'api-key': 'unknown API key; also a JWT if `ISSUERS` is empty',
  expired: '`exp` has passed',
  iss: '`iss` is not in `ISSUERS`',
  aud: 'wrong or missing `aud`',
  sub: 'missing `sub`',
  exp: 'missing `exp`',
  nbf: '`nbf` is in the future',
  iat: 'invalid `iat`',
  typ: 'not the required `typ`',
  scope: 'not the required `scope`',
  azp: 'not the required `azp`',
  claim: 'another required claim is wrong or missing; the field `claim` names it',
  signature: "the signature does not match the issuer's key",
  key: 'signed by a key that the issuer does not have',
  algorithm: 'signed with an algorithm that is not accepted',
  malformed: 'not a JWT',
} as const

export type InvalidTokenReason = keyof typeof invalidTokenReasons

/** No credentials. RFC 6750, section 3.1: the challenge has no error code then. */
export function credentialsMissing(): Problem {
  return new Problem('credentials-missing', 'The Authorization header is missing or empty.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  })
}

/** Invalid credentials. `detail` is public: it says what to do, and nothing that helps a forger. */
export function invalidToken(reason: InvalidTokenReason, detail: string, log: LogFacts = {}): Problem {
  const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' }
  return new Problem('credentials-invalid', detail, { headers, log: { reason, ...log } })
}
