import type { components } from './generated/wire-types.ts'
import type { ParameterIssue } from './parameter-issue.ts'

/** Codes of errors that Tencent Cloud answers with. The documented ones are listed; others may come. */
export type ServiceErrorCode = components['schemas']['ErrorCode']

/** Codes of errors that arise on this side of the wire. */
export type ClientErrorCode =
  | 'Client.NetworkError'
  | 'Client.Timeout'
  | 'Client.Aborted'
  | 'Client.InvalidResponse'
  | 'Client.InvalidParameters'
  | 'Client.SigningError'

/**
 * What became of a call that failed, all its attempts taken together.
 * - `not-sent`: it never reached Tencent Cloud
 * - `refused`: Tencent Cloud answered that it was not carried out
 * - `unknown`: it may have been carried out, and its answer is lost
 */
export type Outcome = 'not-sent' | 'refused' | 'unknown'

/** What every error of the client tells. */
export interface FaceidErrorDetails {
  /** The action that was called. */
  readonly action: string
  readonly outcome: Outcome
  /** Whether the same call may succeed later without anything being changed. */
  readonly retryable: boolean
  /** How many attempts were made. */
  readonly attempts: number
  /** Tencent Cloud's name for the request, where there was an answer. */
  readonly requestId?: string | undefined
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined
  /** When the answer was sent (its `Date`, whole seconds), in milliseconds since the epoch. */
  readonly date?: number | undefined
  /** How long the answer asks to wait before the next attempt (`Retry-After`), in milliseconds. */
  readonly retryAfterMs?: number | undefined
  readonly cause?: unknown
}

/** The one family of errors that calls are rejected with. */
export class FaceidError extends Error implements FaceidErrorDetails {
  override readonly name: string = 'FaceidError'
  declare readonly code: ServiceErrorCode | ClientErrorCode
  declare readonly action: string
  declare readonly outcome: Outcome
  declare readonly retryable: boolean
  declare readonly attempts: number
  declare readonly requestId?: string | undefined
  declare readonly status?: number | undefined
  declare readonly date?: number | undefined
  declare readonly retryAfterMs?: number | undefined

  constructor(code: ServiceErrorCode | ClientErrorCode, message: string, { cause, ...details }: FaceidErrorDetails) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, details, { code })
  }
}

/** Tencent Cloud refused the call; `code` is its own. */
export class ServiceError extends FaceidError {
  override readonly name = 'ServiceError'
}

/** The connection failed. `outcome` tells whether the request can have been carried out. */
export class NetworkError extends FaceidError {
  override readonly name = 'NetworkError'
}

/** No whole answer came within `timeout`. */
export class TimeoutError extends FaceidError {
  override readonly name = 'TimeoutError'
}

/** The caller's `signal` was aborted. `cause` is its reason. */
export class AbortedError extends FaceidError {
  override readonly name = 'AbortedError'
}

/** Something answered, but not as the API does: HTML, JSON without `Response`, a truncated or oversized body. */
export class InvalidResponseError extends FaceidError {
  override readonly name = 'InvalidResponseError'
  /** The first 500 characters of the body, for diagnosis. Tokens and photos in it are blacked out. */
  declare readonly bodyStart: string

  constructor(message: string, details: FaceidErrorDetails & { readonly bodyStart: string }) {
    super('Client.InvalidResponse', message, details)
  }
}

/** The parameters break the spec, so nothing was sent. */
export class InvalidParametersError extends FaceidError {
  override readonly name = 'InvalidParametersError'
  /** Which parameters, and why. */
  readonly issues: readonly ParameterIssue[]

  constructor(action: string, issues: readonly ParameterIssue[]) {
    super('Client.InvalidParameters', `${action}: ${issues.map(({ message }) => message).join('; ')}`, {
      action,
      outcome: 'not-sent',
      retryable: false,
      attempts: 0,
    })
    this.issues = issues
  }
}

/**
 * The request could not be signed: the credentials provider failed, or gave what can't be credentials. `cause` is what it
 * threw. Not tried again, because only the provider knows whether that helps; the next call asks it anew.
 */
export class SigningError extends FaceidError {
  override readonly name = 'SigningError'
}
