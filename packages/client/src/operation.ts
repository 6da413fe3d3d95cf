/**
 * What the client may know of an operation, mostly generated from its description. What is left out has a default that is
 * safe for any operation.
 */
export interface OperationInfo {
  /**
   * Whether carrying it out twice does no harm: it reads, or says the same thing again. Only then is an unknown outcome
   * retried, and `InternalError*` and `ServiceUnavailable` with it.
   * @default false
   */
  readonly idempotent?: boolean | undefined
  /**
   * Whether `X-TC-Region` must be sent, may be, or is not.
   * @default 'optional'
   */
  readonly region?: 'required' | 'optional' | 'none' | undefined
  /**
   * The longest response that is read, in bytes after decompression.
   * @default 1048576
   */
  readonly maxResponseBytes?: number | undefined
  /**
   * Names of the request and response fields that must not show up in errors.
   * @default all strings of the parameters and of JSON responses
   */
  readonly secrets?: readonly string[] | undefined
  /** The fields that every response has, with their JSON type: several with `or` between. `RequestId` is always one. */
  readonly requiredResponseFields?: Readonly<Record<string, string>> | undefined
  /** How many requests a second the service documents for one account. The client does not enforce it. */
  readonly requestsPerSecond?: number | undefined
}

export const DEFAULT_MAX_RESPONSE_BYTES: number = 1024 * 1024

/** What every response of the API has. */
export interface BaseResponse {
  readonly RequestId: string
}
