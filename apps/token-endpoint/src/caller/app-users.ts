import { errors, jwtVerify } from 'jose'
import { Problem } from '../answers/problem.ts'
import type { Issuer } from '../settings/settings.ts'
import type { Caller } from './caller.ts'
import { issuerFailure } from './issuer-failure.ts'
import { type KeepGoing, keySetOf } from './key-set.ts'
import { type CredentialsFault, invalidToken } from './refused-credentials.ts'

/** Signatures by a key that the issuer alone has. A shared secret, or none, is never accepted. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** How far clocks may be apart, in seconds. */
const LEEWAY_SECONDS = 30

/** The app user that a JWT (RFC 7519) speaks of: its issuer and subject. Throws a `Problem` if it is not good. */
export async function callerOfJwt(
  token: string,
  { jwksUrl, issuer, audience }: Issuer,
  keepGoing: KeepGoing,
): Promise<Caller> {
  try {
    const { payload } = await jwtVerify(token, keySetOf(jwksUrl, keepGoing), {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ['exp', 'sub'],
    })
    if (typeof payload.sub !== 'string' || payload.sub === '') throw invalidToken('sub', 'The JWT names no subject.')
    return { kind: 'app-user', id: `user:${await opaque(issuer, payload.sub)}`, party: 'app-users' }
  } catch (error) {
    throw explained(error)
  }
}

/** A name that tells users apart and tells nothing else. It stands in logs and in `Extra`. */
async function opaque(issuer: string, subject: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([issuer, subject]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The public answer tells the caller what to do, not what exactly was wrong with a forged token. */
function explained(error: unknown): unknown {
  if (error instanceof Problem) return error
  if (error instanceof errors.JWTExpired) return invalidToken('expired', 'The JWT has expired.')
  if (error instanceof errors.JWTClaimValidationFailed)
    return invalidToken(claimFault(error.claim), `The JWT has a wrong or missing "${error.claim}".`)
  const failure = issuerFailure(error)
  if (failure === undefined)
    return invalidToken(tokenFaults[Object(error).code] ?? 'malformed', 'The JWT is not valid.')
  return new Problem('issuer-unavailable', 'The keys of the issuer could not be fetched.', {
    retryAfter: 5,
    cause: failure,
  })
}

/** jose's codes for what is wrong with a token. */
const tokenFaults: Readonly<Record<string, CredentialsFault>> = {
  [errors.JWSSignatureVerificationFailed.code]: 'signature',
  [errors.JWKSNoMatchingKey.code]: 'key',
  [errors.JWKSMultipleMatchingKeys.code]: 'key',
  [errors.JOSEAlgNotAllowed.code]: 'algorithm',
  [errors.JOSENotSupported.code]: 'algorithm',
}

function claimFault(claim: string): CredentialsFault {
  const checked = ['iss', 'aud', 'sub', 'exp', 'nbf', 'iat'] as const
  return checked.find((name) => name === claim) ?? 'claim'
}
