import type { components } from './generated/wire-types.ts'

/** Codes of errors that Tencent Cloud answers with. The documented ones are listed; others may come. */
export type ServiceErrorCode = components['schemas']['ErrorCode']

/** Codes of errors that arise on this side of the wire. */
export type ClientErrorCode =
  | 'Client.NetworkError'
  | 'Client.Timeout'
  | 'Client.Aborted'
  | 'Client.InvalidResponse'
  | 'Client.InvalidParameters'

/**
 * What became of a call that failed.
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
  /** How many requests were made before giving up. */
  readonly attempts: number
  /** Tencent Cloud's name for the request, where there was an answer. */
  readonly requestId?: string | undefined
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined
  readonly cause?: unknown
}

/** The one family of errors that calls are rejected with. */
export class FaceidError extends Error implements FaceidErrorDetails {
  override readonly name: string = 'FaceidError'
  readonly code: ServiceErrorCode | ClientErrorCode
  readonly action: string
  readonly outcome: Outcome
  readonly retryable: boolean
  readonly attempts: number
  readonly requestId: string | undefined
  readonly status: number | undefined

  constructor(code: ServiceErrorCode | ClientErrorCode, message: string, details: FaceidErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.action = details.action
    this.outcome = details.outcome
    this.retryable = details.retryable
    this.attempts = details.attempts
    this.requestId = details.requestId
    this.status = details.status
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
  /** The first characters of the body, for diagnosis. */
  readonly bodyStart: string

  constructor(message: string, details: FaceidErrorDetails & { readonly bodyStart: string }) {
    super('Client.InvalidResponse', message, details)
    this.bodyStart = details.bodyStart
  }
}
