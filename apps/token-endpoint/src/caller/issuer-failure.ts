import { errors } from 'jose'

/** Why the keys of an issuer could not be had. */
export class IssuerFailure extends Error {
  override readonly name = 'IssuerFailure'
  /** A fixed word that may stand in the log. */
  readonly code: string

  constructor(code: 'unreachable' | 'timeout' | 'resting' | 'not-json' | 'not-a-key-set' | `status-${number}`) {
    super(`The issuer: ${code}`)
    this.code = code
  }
}

/** What went wrong at the issuer; undefined for what is wrong with a token. */
export function issuerFailure(error: unknown): unknown {
  if (!(error instanceof errors.JOSEError)) return error
  if (error instanceof errors.JWKSTimeout || isTimeout(error.cause)) return new IssuerFailure('timeout')
  if (error instanceof errors.JWKSInvalid) return new IssuerFailure('not-a-key-set')
  // jose has one class for what else may be wrong with an answer; all but this one are told apart before.
  return error.code === errors.JOSEError.code ? new IssuerFailure('not-json') : undefined
}

export function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}
