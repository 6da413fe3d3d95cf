import type { Operation } from './generated/operations.ts'
import type { OnAttempt } from './on-attempt.ts'
import type { Signal } from './runtime-types.ts'

/** Options of one call. Each goes before the client's own; `signal` and `headers` add to it. */
export interface CallOptions {
  /** Gives the call up, between attempts too: it rejects with `AbortedError`. */
  readonly signal?: Signal | undefined
  /**
   * How long one attempt may take, in milliseconds, from fetching credentials to the last byte of the answer. Calls share
   * the question for credentials, so it is bounded by the client's, also where a call has more time.
   * @default 10000
   */
  readonly timeout?: number | undefined
  /**
   * How many more attempts may follow the first. 0 means exactly one.
   * @default 2
   */
  readonly maxRetries?: number | undefined
  /**
   * Whether to try again where the request may have been carried out: a connection lost after sending, a timeout, an
   * answer that is none. The API has no idempotency input, so this may issue a second token.
   * @default false
   */
  readonly retryUnknownOutcome?: boolean | undefined
  /** `X-TC-Region`, such as `ap-singapore`. */
  readonly region?: string | undefined
  /**
   * Signs every attempt with exactly this time, in UNIX seconds (`X-TC-Timestamp`). The client's clock correction and its
   * retry after `AuthFailure.SignatureExpire` are off for the call. Default: now, by the service's clock as far as it is
   * known.
   */
  readonly timestamp?: number | undefined
  /** The language of error messages. Default: the service's choice. */
  readonly language?: 'zh-CN' | 'en-US' | undefined
  /**
   * Sent besides those of the API. `X-TC-*`, `Authorization`, `Content-Type` and `Host` are refused, and so are those that
   * `fetch` refuses, such as `Content-Length` and `Connection`.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Told of every attempt as it ends, for logs and traces. */
  readonly onAttempt?: OnAttempt | undefined
}

/** What every answer has. */
export interface AnyAnswer {
  readonly RequestId: string
}

/** Makes one call and answers what stood in the envelope. */
export type Call = <Answer extends AnyAnswer>(
  operation: Operation,
  parameters: object | undefined,
  options: CallOptions | undefined,
) => Promise<Answer>
