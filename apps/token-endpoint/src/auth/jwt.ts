import { errors, jwtVerify } from 'jose'
import type { Owner } from '../ownership/binding.ts'
import { Problem } from '../responses/problem.ts'
import type { Issuer } from '../settings/settings.ts'
import { IssuerFailure, jwksOf, type WaitUntil } from './jwks.ts'
import { type InvalidTokenReason, invalidToken } from './unauthorized.ts'

/** Signatures by a key that the issuer alone has. A shared secret, or none, is never accepted. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** How far clocks may differ, in seconds. */
const LEEWAY_SECONDS = 30

export type AppUser = Extract<Owner, { kind: 'app-user' }>

/** Returns the app user that a JWT (RFC 7519) names. Throws a `Problem` if the JWT is not valid. */
export async function userOfJwt(
  token: string,
  { jwksUrl, issuer, audience }: Issuer,
  waitUntil: WaitUntil,
): Promise<AppUser> {
  try {
    const { payload } = await jwtVerify(token, jwksOf(jwksUrl, waitUntil), {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ['exp', 'sub'],
    })
    const { sub: subject } = payload
    if (typeof subject !== 'string' || subject === '') throw invalidToken('sub', 'The JWT names no subject.')
    // In UTF-8 all lone surrogates are the same.
    if (/\p{Surrogate}/u.test(subject)) throw invalidToken('sub', 'The JWT has a subject that is not Unicode text.')
    return { kind: 'app-user', issuer, subject }
  } catch (error) {
    throw toProblem(error)
  }
}

/** The public response tells the caller what to do, not what exactly was wrong with a forged token. */
function toProblem(error: unknown): unknown {
  if (error instanceof Problem) return error
  if (error instanceof errors.JWTExpired) return invalidToken('expired', 'The JWT has expired.')
  if (error instanceof errors.JWTClaimValidationFailed)
    return invalidToken(claimReason(error.claim), `The JWT has a wrong or missing "${error.claim}".`)
  if (error instanceof IssuerFailure) {
    return new Problem('issuer-unavailable', 'The keys of the issuer could not be fetched.', {
      retryAfter: 5,
      cause: error,
    })
  }
  return invalidToken(joseReasons[Object(error).code] ?? 'malformed', 'The JWT is not valid.')
}

/** jose's codes for what is wrong with a token. */
const joseReasons: Readonly<Record<string, InvalidTokenReason>> = {
  [errors.JWSSignatureVerificationFailed.code]: 'signature',
  [errors.JWKSNoMatchingKey.code]: 'key',
  [errors.JWKSMultipleMatchingKeys.code]: 'key',
  [errors.JOSEAlgNotAllowed.code]: 'algorithm',
  [errors.JOSENotSupported.code]: 'algorithm',
}

function claimReason(claim: string): InvalidTokenReason {
  const checked = ['iss', 'aud', 'sub', 'exp', 'nbf', 'iat'] as const
  return checked.find((name) => name === claim) ?? 'claim'
}
