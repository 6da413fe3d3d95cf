import { Problem } from '../answers/problem.ts'

/** There are no credentials. RFC 6750, section 3.1: no error code then. */
export function noToken(): Problem {
  return refused('credentials-missing', 'Send "Authorization: Bearer" with a JWT or an API key.', 'Bearer')
}

/** The credentials are no good. `detail` is public: it says what to do, not what a forger would like to know. */
export function invalidToken(detail: string): Problem {
  return refused('credentials-invalid', detail, 'Bearer error="invalid_token"')
}

function refused(code: 'credentials-missing' | 'credentials-invalid', detail: string, challenge: string): Problem {
  return new Problem(code, detail, { headers: { 'WWW-Authenticate': challenge } })
}
