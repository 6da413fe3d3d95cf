import { jwtVerify } from 'jose'
import type { LogFacts } from '../log/fields.ts'
import { Problem } from '../responses/problem.ts'
import type { AppCheck } from '../settings/app-check.ts'
import type { Caller } from './caller.ts'
import { IssuerFailure, jwksOf, type WaitUntil } from './jwks.ts'
import { issuerUnavailable, LEEWAY_SECONDS, whyInvalid } from './jwt.ts'
import type { InvalidTokenReason } from './unauthorized.ts'

/** The issuer of the tokens, without the number of the project that follows. */
const ISSUER = 'https://firebaseappcheck.googleapis.com/'

const JWKS_URL = `${ISSUER}v1/jwks`

/** How old keys may get while Google can't be reached, in milliseconds: as long as it allows them to be cached. */
const USABLE_MS = 6 * 60 * 60 * 1_000

/** Why the check has failed. */
type FailureReason = 'missing' | 'unavailable' | InvalidTokenReason

/**
 * Checks that the token in `X-Firebase-AppCheck` was issued to a genuine app of the operator's. Applies to app users only.
 * Returns the facts for the log. Throws a `Problem` where the check is required and has failed.
 */
export async function checkApp(
  token: string | undefined,
  { kind }: Pick<Caller, 'kind'>,
  appCheck: AppCheck | undefined,
  waitUntil: WaitUntil,
): Promise<LogFacts> {
  if (appCheck === undefined || kind !== 'app-user') return {}
  try {
    await verify(token, appCheck, waitUntil)
    return { appCheck: 'valid' }
  } catch (error) {
    const log = { appCheck: reasonOf(error) }
    if (appCheck.mode === 'observe') return log
    if (error instanceof IssuerFailure) throw issuerUnavailable(error).withLog(log)
    throw new Problem('app-unverified', 'The X-Firebase-AppCheck header is missing or not valid.', {
      headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' },
      log,
    })
  }
}

class AppCheckFailure extends Error {
  readonly reason: FailureReason

  constructor(reason: FailureReason) {
    super(`The app: ${reason}`)
    this.reason = reason
  }
}

async function verify(token: string | undefined, check: AppCheck, waitUntil: WaitUntil): Promise<void> {
  if (!token) throw new AppCheckFailure('missing')
  const { payload } = await jwtVerify(token, jwksOf(JWKS_URL, waitUntil, USABLE_MS), {
    algorithms: ['RS256'],
    typ: 'JWT',
    issuer: `${ISSUER}${check.projectNumber}`,
    audience: `projects/${check.projectNumber}`,
    clockTolerance: LEEWAY_SECONDS,
    requiredClaims: ['exp', 'sub'],
  })
  if (payload.sub === undefined || !check.appIds.has(payload.sub)) throw new AppCheckFailure('sub')
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof AppCheckFailure) return error.reason
  if (error instanceof IssuerFailure) return 'unavailable'
  return whyInvalid(error).reason
}
