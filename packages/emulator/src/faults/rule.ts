/** A time that is drawn evenly from `ms` to `ms + spread`. */
export interface Delay {
  ms: number
  /** Default 0. */
  spread?: number
}

/** `before`: it was never processed; no token, no quota used. `after`: it was, but the answer is lost. */
export type When = 'before' | 'after'

export type Fault =
  /** The connection stays open and nothing comes. `when` defaults to `before`. */
  | { kind: 'hang'; when?: When }
  /** The connection is reset. `when` defaults to `before`. */
  | { kind: 'reset'; when?: When }
  /** A page of a proxy that could not reach the API. `status` defaults to 502; 204, 205 and 304 have no page. */
  | { kind: 'html'; status?: number }
  /** The first half of the answer. */
  | { kind: 'truncated-json' }
  /** The answer with a field that makes it at least `bytes` long. Default 11,000,000. */
  | { kind: 'oversize-json'; bytes?: number }
  /** JSON that has no `Response`. */
  | { kind: 'no-response' }
  /** An error in place of an answer that would have been good. */
  | { kind: 'error'; code: string }
  /** The clock of the API is off by this much; positive is fast. Also seen in the `Date` header. */
  | { kind: 'clock-skew'; seconds: number }

/** What happens to requests to come. */
export interface FaultRule {
  /** To how many. Default 1; not together with `share`. */
  next?: number
  /** To each with this probability, above 0 and at most 1, until faults are cleared. */
  share?: number
  /** Only to requests that say this of themselves. Default: to any. */
  match?: FaultMatch
  /** Before the request counts as received. */
  delayBefore?: Delay
  /** After it was processed, before the answer leaves. */
  delayAfter?: Delay
  fault?: Fault
}

/** All that are given must be equal. */
export interface FaultMatch {
  action?: string
  /** The account of the SecretId, whether or not the signature is good. */
  account?: string
  extra?: string
}
