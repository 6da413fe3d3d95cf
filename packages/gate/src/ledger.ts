/**
 * What is known of one Idempotency-Key, as it is stored. A key is entered with the grant of its call, and leaves the
 * ledger when the call is known to have issued nothing.
 */
export interface LedgerRow {
  /** The caller and its key, hashed together. */
  readonly key: string
  /** The request that came with it, hashed. */
  readonly request: string
  /** The grant of the call that is made, or was made, for it. */
  readonly grant: string
  /** What the call issued; undefined while that is not known. */
  readonly answer: string | undefined
  /** While open: when the call's lease ends. Once answered: when the answer is forgotten. In milliseconds. */
  readonly until: number
}

/** How long an answer is kept, in milliseconds. */
export const ANSWER_KEPT_MS = 10 * 60 * 1_000

/** A key that comes with a request. */
export interface KeyedRequest {
  readonly key: string
  readonly request: string
}

export type LedgerVerdict =
  /** Nothing stands in the way of a call. */
  | { readonly verdict: 'new' }
  | { readonly verdict: 'answered'; readonly answer: string }
  | { readonly verdict: 'in-progress'; readonly grant: string; readonly until: number }
  | { readonly verdict: 'other-request' }

/** Holds a request with a key against what is stored for the key. */
export function consult(now: number, asked: KeyedRequest, row: LedgerRow | undefined): LedgerVerdict {
  // What is over does not count: an answer that is forgotten, a call that ended without one.
  if (row === undefined || row.until <= now) return { verdict: 'new' }
  if (row.request !== asked.request) return { verdict: 'other-request' }
  if (row.answer !== undefined) return { verdict: 'answered', answer: row.answer }
  return { verdict: 'in-progress', grant: row.grant, until: row.until }
}

/** The row to store with a grant. */
export function opened(asked: KeyedRequest, grant: string, leaseEndsAt: number): LedgerRow {
  return { ...asked, grant, answer: undefined, until: leaseEndsAt }
}

/** The row to store with an answer; nothing if the key has gone on to another call, whose answer is the one that counts. */
export function answered(
  now: number,
  row: LedgerRow | undefined,
  grant: string,
  answer: string,
): LedgerRow | undefined {
  if (row === undefined || row.grant !== grant) return undefined
  if (row.answer !== undefined) return row.until > now ? row : undefined
  return { ...row, answer, until: now + ANSWER_KEPT_MS }
}
