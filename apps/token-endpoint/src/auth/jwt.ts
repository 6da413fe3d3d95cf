import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import type { Owner } from '../ownership/binding.ts'
import { Problem } from '../responses/problem.ts'
import type { ClaimValue, Issuer } from '../settings/issuers.ts'
import { IssuerFailure, jwksOf, type WaitUntil } from './jwks.ts'
import { type InvalidTokenReason, invalidToken } from './unauthorized.ts'

/** Asymmetric signatures only: `none` and shared secrets are never accepted. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** How far clocks may differ, in seconds. */
export const LEEWAY_SECONDS = 30

export type AppUser = Extract<Owner, { kind: 'app-user' }>

/** Claims whose value is a list of words, with spaces between (RFC 8693, section 4.2). */
const SCOPE_CLAIMS: readonly string[] = ['scope', 'scp']

/** Returns the app user that a JWT (RFC 7519) names. Throws a `Problem` if the JWT is not valid. */
export async function userOfJwt(token: string, issuers: readonly Issuer[], waitUntil: WaitUntil): Promise<AppUser> {
  try {
    const { issuer, jwksUrl, audience, typ, claims } = issuerOf(token, issuers)
    const { payload } = await jwtVerify(token, jwksOf(jwksUrl, waitUntil), {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      ...(typ !== undefined && { typ }),
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ['exp', 'sub'],
    })
    const { sub: subject } = payload
    if (typeof subject !== 'string' || subject === '') throw invalidToken('sub', 'The JWT names no subject.')
    // In UTF-8 all lone surrogates are the same.
    if (/\p{Surrogate}/u.test(subject)) throw invalidToken('sub', 'The JWT has a subject that is not Unicode text.')
    for (const [name, values] of claims) if (!holds(payload, name, values)) throw wrongClaim(name)
    return { kind: 'app-user', issuer, subject }
  } catch (error) {
    throw toProblem(error)
  }
}

/** Returns the issuer that a JWT claims to be from; its signature is not verified yet. */
function issuerOf(token: string, issuers: readonly Issuer[]): Issuer {
  const { iss } = decodeJwt(token)
  const found = issuers.find(({ issuer }) => issuer === iss)
  if (found === undefined) throw wrongClaim('iss')
  return found
}

/** Whether a claim has one of these values. A list has to hold one of them, a scope all words of one. */
function holds(payload: JWTPayload, name: string, values: readonly ClaimValue[]): boolean {
  const claim = payload[name]
  if (!SCOPE_CLAIMS.includes(name)) return values.some((value) => [claim].flat().includes(value))
  const granted = typeof claim === 'string' ? claim.split(' ') : [claim].flat()
  return values.some((value) =>
    String(value)
      .trim()
      .split(/ +/)
      .every((word) => granted.includes(word)),
  )
}

/** The public response tells the caller what to do, not what exactly was wrong with a forged token. */
function toProblem(error: unknown): unknown {
  if (error instanceof Problem) return error
  if (error instanceof IssuerFailure) return issuerUnavailable(error)
  const { reason, claim } = whyInvalid(error)
  if (reason === 'expired') return invalidToken(reason, 'The JWT has expired.')
  return claim === undefined ? invalidToken(reason, 'The JWT is not valid.') : wrongClaim(claim)
}

export function issuerUnavailable(cause: IssuerFailure): Problem {
  return new Problem('issuer-unavailable', 'The keys of the issuer could not be fetched.', { retryAfter: 5, cause })
}

/** Returns why jose has refused a token, and which claim is wrong, if one is. */
export function whyInvalid(error: unknown): { readonly reason: InvalidTokenReason; readonly claim?: string } {
  if (error instanceof errors.JWTExpired) return { reason: 'expired' }
  if (error instanceof errors.JWTClaimValidationFailed) return { reason: reasonOf(error.claim), claim: error.claim }
  return { reason: joseReasons[Object(error).code] ?? 'malformed' }
}

/** jose's codes for what is wrong with a token. */
const joseReasons: Readonly<Record<string, InvalidTokenReason>> = {
  [errors.JWSSignatureVerificationFailed.code]: 'signature',
  [errors.JWKSNoMatchingKey.code]: 'key',
  [errors.JWKSMultipleMatchingKeys.code]: 'key',
  [errors.JOSEAlgNotAllowed.code]: 'algorithm',
  [errors.JOSENotSupported.code]: 'algorithm',
}

function wrongClaim(claim: string): Problem {
  const reason = reasonOf(claim)
  const detail = `The JWT has a wrong or missing "${claim}".`
  return invalidToken(reason, detail, reason === 'claim' ? { claim } : {})
}

function reasonOf(claim: string): InvalidTokenReason {
  const named = ['iss', 'aud', 'sub', 'exp', 'nbf', 'iat', 'typ', 'scope', 'azp'] as const
  return named.find((name) => name === claim) ?? 'claim'
}
