import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'

/** How old keys may get before they are fetched again in the background, in milliseconds. */
const FRESH_MS = 10 * 60 * 1_000

/** How old keys may get while the issuer can't be reached, in milliseconds. */
const USABLE_MS = 24 * 60 * 60 * 1_000

/** How long a new key is not looked for after keys have been fetched, in milliseconds. */
const COOLDOWN_MS = 30_000

/** How long the issuer is left alone after it has failed, in milliseconds. */
const FAILED_COOLDOWN_MS = 2_000

/** How long the issuer may take, in milliseconds. */
const TIMEOUT_MS = 3_000

/** Extends the lifetime of an invocation past its response, as `ExecutionContext.waitUntil` does. */
export type WaitUntil = (work: Promise<unknown>) => void

type Jwks = (waitUntil: WaitUntil) => JWTVerifyGetKey

const cached = new Map<string, Jwks>()

/**
 * Returns the keys of an issuer (RFC 7517), cached in this isolate. A known key stays usable for 24 hours while the issuer is
 * down; an unknown one makes the set be fetched again, every 30 seconds at most.
 */
export function jwksOf(url: string, waitUntil: WaitUntil): JWTVerifyGetKey {
  const jwks = cached.get(url) ?? createJwks(url)
  cached.set(url, jwks)
  return jwks(waitUntil)
}

function createJwks(url: string): Jwks {
  let fetchedAt = Number.NEGATIVE_INFINITY
  let failedAt = Number.NEGATIVE_INFINITY
  let reloadedAt = Number.NEGATIVE_INFINITY
  const remote = createRemoteJWKSet(new URL(url), {
    // Its own notion of age forgets good keys while the issuer is down.
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: COOLDOWN_MS,
    timeoutDuration: TIMEOUT_MS,
    [customFetch]: async (address, options) => {
      // Tokens with made-up keys must not become a flood at an issuer that is down already.
      if (Date.now() < failedAt + FAILED_COOLDOWN_MS) throw new IssuerFailure('cooling-down')
      const response = await fetch(address, options).catch((error: unknown) => {
        failedAt = Date.now()
        throw isTimeout(error) ? error : new IssuerFailure('unreachable')
      })
      if (response.status === 200) return response
      failedAt = Date.now()
      throw new IssuerFailure(`status-${response.status}`)
    },
  })
  const reload = async () => {
    await remote.reload()
    fetchedAt = Date.now()
  }
  return (waitUntil) => async (header, token) => {
    const now = Date.now()
    if (now > fetchedAt + USABLE_MS) await reload()
    // By the time, not by whether a reload is in flight: one may have ended silently with its request.
    else if (now > fetchedAt + FRESH_MS && now > reloadedAt + TIMEOUT_MS) {
      reloadedAt = now
      waitUntil(reload().catch(() => undefined))
    }
    return remote(header, token)
  }
}

/** Why the keys of an issuer could not be fetched. */
export class IssuerFailure extends Error {
  override readonly name = 'IssuerFailure'
  /** A fixed word that may be logged. */
  readonly code: string

  constructor(code: 'unreachable' | 'timeout' | 'cooling-down' | 'not-json' | 'not-a-jwks' | `status-${number}`) {
    super(`The issuer: ${code}`)
    this.code = code
  }
}

/** Returns what went wrong at the issuer; undefined for an error that is the token's. */
export function issuerFailure(error: unknown): unknown {
  if (!(error instanceof errors.JOSEError)) return error
  if (error instanceof errors.JWKSTimeout || isTimeout(error.cause)) return new IssuerFailure('timeout')
  if (error instanceof errors.JWKSInvalid) return new IssuerFailure('not-a-jwks')
  // jose has one class for what else may be wrong with a response; all but this one are told apart before.
  return error.code === errors.JOSEError.code ? new IssuerFailure('not-json') : undefined
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}
