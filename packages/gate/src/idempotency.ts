/** How long an answer is kept at most, in milliseconds. */
export const ANSWER_KEPT_MS = 600_000

/** A request that comes with an Idempotency-Key. */
export interface IdempotentRequest {
  /** The caller and its key, hashed together. */
  readonly key: string
  /** The request, hashed. */
  readonly fingerprint: string
}

/** What is known of a key, as it is stored. `grant` fences it: only that call may complete it. */
export type IdempotencyRecord = IdempotentRequest & { readonly grant: string } & (
    | {
        readonly state: 'open'
        /** When the call's signature expires, in seconds of Tencent's clock. */
        readonly expires: number
      }
    | { readonly state: 'answered'; readonly answer: string; readonly forgetAt: number }
  )
