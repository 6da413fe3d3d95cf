import type { Operation } from './generated/operations.ts'

/** Options of one call. Each overrides the client's. */
export interface CallOptions {
  /** Gives the call up. It rejects with `AbortedError`. */
  readonly signal?: AbortSignal
  /** How long one attempt may take, in milliseconds, up to the last byte of the answer. */
  readonly timeout?: number
  /** How many more attempts may follow the first. 0 means exactly one. */
  readonly maxRetries?: number
  /** `X-TC-Region`. */
  readonly region?: string
  /** The language of error messages. */
  readonly language?: 'zh-CN' | 'en-US'
}

/** Makes one call and answers what stood in the envelope. */
export type Call = <Answer>(
  operation: Operation,
  parameters: object | undefined,
  options: CallOptions | undefined,
) => Promise<Answer>
