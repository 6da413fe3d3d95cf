import type { IdempotentRequest } from './idempotency.ts'
import type { Quota } from './quotas.ts'
import type { Signing } from './signatures.ts'

export interface GateSettings {
  /** Calls a second, 1 to 200. */
  readonly limit: number
  /** The longest that a request waits, in milliseconds. With `limit`: at most 2,000 calls can be waited for. */
  readonly maxWaitMs: number
  /** How long a signature is good, in whole seconds: at least the call's timeout and one more. */
  readonly lifetimeS: number
  /** `present` where the service refuses timestamps that are set back. Then late requests may be carried out. */
  readonly signing: Signing
  /** How far ahead appointments are made, in seconds. */
  readonly horizonS: number
}

/** A request for a permit. */
export interface AcquireRequest {
  /** Names the request and its grant. An acquire that comes again is the same request. */
  readonly id: string
  readonly caller: string
  /** With whom the caller shares: a backend by itself, app users together. */
  readonly tenant: string
  /** How large the tenant's share is, beside those of others. Default: 1. */
  readonly weight?: number | undefined
  /** Who an appointment is for: an app user; of a backend one request, by its idempotency key. Default: this request. */
  readonly holder?: string | undefined
  readonly maxWaitMs: number
  /** What its token counts against. Default: nothing. */
  readonly quotas?: readonly Quota[] | undefined
  readonly idempotent?: IdempotentRequest | undefined
  /** The probability with which the isolate forwarded it. Default: 1. */
  readonly sampled?: number | undefined
}

/** What became of a call. */
export type Outcome =
  /**
   * A token was issued; `answer` is kept for the idempotency key. `replayMs`: for how long it may be replayed, in milliseconds;
   * at most `ANSWER_KEPT_MS`, which is the default.
   */
  | { readonly kind: 'issued'; readonly answer: string; readonly replayMs?: number | undefined }
  /** Nothing was issued: refused, throttled, refused because its signature had expired, or never sent. */
  | { readonly kind: 'refused' | 'throttled' | 'expired' | 'not-sent' }
  /** A token may have been issued, and the request may still be on its way. */
  | { readonly kind: 'unknown' }

export interface Completion extends Pick<AcquireRequest, 'id' | 'quotas' | 'idempotent'> {
  /** Of the grant; undefined where its reply was lost. */
  readonly timestamp?: number | undefined
  readonly outcome: Outcome
  /** The `Date` of Tencent's response, in milliseconds. */
  readonly date?: number | undefined
}

export type RefusalReason =
  /** There is no room in the queue. */
  | 'full'
  /** The caller has had the tokens of its quota. */
  | 'quota'
  /** The account has had the tokens of its budget. */
  | 'budget'
  /** A call for the same key is under way, or may be. */
  | 'in-progress'
  /** The key came with another request before. */
  | 'other-request'

export interface Refusal {
  readonly kind: 'refused'
  readonly id: string
  readonly reason: RefusalReason
  readonly retryAfterS: number
  /** Room is kept for the caller then: `retryAfterS` is an appointment. */
  readonly promised: boolean
  readonly pressure?: Pressure | undefined
}

/** What isolates are to forward of a tenant's requests for a while. Names are hashed. */
export interface Pressure {
  /** The part of each caller's requests. */
  readonly forward: number
  /** Callers of whose requests another part is to be forwarded. */
  readonly callers: readonly { readonly caller: number; readonly forward: number }[]
  /** Holders whose appointments are near: the next request of each is to be forwarded anyway. */
  readonly due: readonly number[]
}

export type Decision =
  /** The call is to be signed with `timestamp`, in seconds, whatever the Worker's clock says. */
  | {
      readonly kind: 'granted'
      readonly id: string
      readonly timestamp: number
      readonly signing: Signing
      /** How long from now until the signature has certainly expired. */
      readonly expiresInMs: number
      readonly waitedMs: number
    }
  /** The key's call has been made before; this is what it issued. */
  | { readonly kind: 'replayed'; readonly id: string; readonly answer: string }
  | Refusal

/** What the operator should hear of. */
export type Notice =
  /** Four fifths of the account's budget are used. */
  | { readonly kind: 'budget-nearly-used'; readonly used: number; readonly limit: number }
  /** The service refused fresh signatures: calls are signed with the present time, and late requests may be carried out. */
  | { readonly kind: 'signing-present-time' }

/** What comes of an event. */
export interface Step {
  readonly decisions: readonly Decision[]
  readonly notices: readonly Notice[]
  /** When to call `tick` if nothing happens before; undefined while nobody waits. */
  readonly wakeAt: number | undefined
}

export interface CompleteStep extends Step {
  /** The key has gone on to another call: this one's token must not be handed out. */
  readonly fenced: boolean
}
