/** How long an answer is kept at most, in milliseconds. */
export const ANSWER_KEPT_MS = 600_000

/** The Idempotency-Key of a request. */
export interface IdempotentRequest {
  /** The hash of the caller and its key. */
  readonly key: string
  /** The hash of the request. */
  readonly fingerprint: string
}

/** The stored record of a key. `grant` is its fencing token: only that call may complete it. */
export type IdempotencyRecord = IdempotentRequest & { readonly grant: string } & (
    | {
        readonly state: 'open'
        /** When the call's signature expires, in seconds of Tencent's clock. */
        readonly expires: number
      }
    | { readonly state: 'answered'; readonly answer: string; readonly forgetAt: number }
  )
