/** Codes of errors that arise on this side of the wire. A service can't send one: they all begin with `Client.`. */
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
 * - `unknown`: it may have been carried out, and its result is lost
 */
export type Outcome = 'not-sent' | 'refused' | 'unknown'

/** What every error of the client tells. */
export interface TencentErrorDetails {
  /** The action that was called. */
  readonly action: string
  readonly outcome: Outcome
  /** Whether the same call may succeed later without anything being changed. */
  readonly retryable: boolean
  /** How many attempts were made. */
  readonly attempts: number
  /** Tencent Cloud's name for the request, where there was a response. */
  readonly requestId?: string | undefined
  /** The HTTP status, where there was a response. */
  readonly status?: number | undefined
  /** When the response was sent (its `Date`, whole seconds), in milliseconds since the epoch. */
  readonly date?: number | undefined
  /** How long the response asks to wait before the next attempt (`Retry-After`), in milliseconds. */
  readonly retryAfterMs?: number | undefined
  readonly cause?: unknown
}

/** The one family of errors that calls are rejected with. */
export class TencentError extends Error implements TencentErrorDetails {
  override readonly name: string = 'TencentError'
  /** Tencent Cloud's own code, or one of {@link ClientErrorCode}. */
  declare readonly code: ClientErrorCode | (string & {})
  declare readonly action: string
  declare readonly outcome: Outcome
  declare readonly retryable: boolean
  declare readonly attempts: number
  declare readonly requestId?: string | undefined
  declare readonly status?: number | undefined
  declare readonly date?: number | undefined
  declare readonly retryAfterMs?: number | undefined

  constructor(code: string, message: string, { cause, ...details }: TencentErrorDetails) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, details, { code })
  }
}

/** Tencent Cloud refused the call; `code` is its own. */
export class ServiceError extends TencentError {
  override readonly name = 'ServiceError'
}

/** The connection failed. `outcome` tells whether the request can have been carried out. */
export class NetworkError extends TencentError {
  override readonly name = 'NetworkError'
}

/** No complete response came within `timeout`. */
export class TimeoutError extends TencentError {
  override readonly name = 'TimeoutError'
}

/** The caller's `signal` was aborted. `cause` is its reason. */
export class AbortedError extends TencentError {
  override readonly name = 'AbortedError'
}

/** Something answered, but not as the API does: HTML, JSON without `Response`, a truncated or oversized body. */
export class InvalidResponseError extends TencentError {
  override readonly name = 'InvalidResponseError'
  /** The first 500 characters of the body, for diagnosis. Secrets in it are redacted. */
  declare readonly bodyExcerpt: string

  constructor(message: string, details: TencentErrorDetails & { readonly bodyExcerpt: string }) {
    super('Client.InvalidResponse', message, details)
  }
}

/** One thing that is wrong with the parameters of a call. */
export interface ParameterIssue {
  /** The name of the parameter, with dots into nested ones; empty where the parameters as a whole are wrong. */
  readonly parameter: string
  readonly rule: 'unknown' | 'missing' | 'type' | 'value' | 'format' | 'length'
  /** What is wrong and what would be right. Never holds the value. */
  readonly message: string
}

/** The parameters can't be sent, or break the rules of the API; nothing was sent. */
export class InvalidParametersError extends TencentError {
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
 * The request could not be signed: the credentials provider failed, or gave what can't be credentials. `cause` has what it
 * said. Not retried, because only the provider knows whether that helps; the next call asks it again.
 */
export class SigningError extends TencentError {
  override readonly name = 'SigningError'
}
