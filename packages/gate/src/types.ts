import type { IdempotentRequest } from './idempotency.ts'
import type { Quota } from './quotas.ts'
import type { Signing } from './signatures.ts'

export interface GateSettings {
  /** Calls a second, 1 to 200. */
  readonly limit: number
  /** The longest that a request waits, in milliseconds. With `limit`: at most 2,000 calls can be waited for. */
  readonly maxWaitMs: number
  /** How long a signature is valid, in whole seconds: at least the call's timeout and one more. */
  readonly lifetimeS: number
  /** `present` where the service refuses timestamps that are set back. Requests that arrive late may be carried out then. */
  readonly signing: Signing
  /** How far ahead appointments are made, in seconds. */
  readonly horizonS: number
}

/** A request for a permit. */
export interface AcquireRequest {
  /** Identifies the request and its grant. A second acquire with the same id is the same request. */
  readonly id: string
  readonly caller: string
  /** Whom the gate schedules fairly against others: each backend by itself, all app users together. */
  readonly tenant: string
  /** The tenant's share, relative to those of other tenants. Default: 1. */
  readonly weight?: number | undefined
  /** Whom an appointment is for: an app user, or one request of a backend, by its idempotency key. Default: `id`. */
  readonly holder?: string | undefined
  /** The longest that it waits, in milliseconds; at most the gate's own `maxWaitMs`. */
  readonly maxWaitMs: number
  /** The quotas that its token counts against. Default: none. */
  readonly quotas?: readonly Quota[] | undefined
  readonly idempotent?: IdempotentRequest | undefined
  /** The probability with which the isolate forwarded the request. Default: 1. */
  readonly sampled?: number | undefined
}

/** What became of a call. */
export type Outcome =
  /**
   * The service carried the call out; `answer` is stored for the idempotency key. `replayMs`: for how long it may be
   * replayed, in milliseconds; at most `ANSWER_KEPT_MS`, which is the default.
   */
  | { readonly kind: 'succeeded'; readonly answer: string; readonly replayMs?: number | undefined }
  /** The call has ended in a fault of the service: it frees its key, but a token may have been issued, so quotas count it. */
  | { readonly kind: 'failed' }
  /** Nothing was carried out: refused, throttled, refused because its signature had expired, or never sent. */
  | { readonly kind: 'refused' | 'throttled' | 'expired' | 'not-sent' }
  /** A token may have been issued, and the request may still be on its way. */
  | { readonly kind: 'unknown' }

/** The report of a call's end. `quotas` and `idempotent` are those of its acquire. */
export interface Completion extends Pick<AcquireRequest, 'id' | 'quotas' | 'idempotent'> {
  /** The grant's; undefined where the reply with the grant was lost. */
  readonly timestamp?: number | undefined
  readonly outcome: Outcome
  /** The `Date` of Tencent's response, in milliseconds. */
  readonly date?: number | undefined
}

export type RefusalReason =
  /** More wait than can be served in time. */
  | 'full'
  /** The caller's quota is used up. */
  | 'quota'
  /** The account's budget is used up. */
  | 'budget'
  /** A call for the same key is under way, or may be. */
  | 'in-progress'
  /** The key was used with another request. */
  | 'other-request'

export interface Refusal {
  readonly kind: 'refused'
  readonly id: string
  readonly reason: RefusalReason
  readonly retryAfterS: number
  /** Whether `retryAfterS` is an appointment: capacity is kept for the caller then. */
  readonly promised: boolean
  readonly pressure?: Pressure | undefined
}

/** The parts of a tenant's requests that isolates are to forward for a while. Names are hashed. */
export interface Pressure {
  /** Of each caller that `callers` does not list, from 0 to 1. */
  readonly forward: number
  /** Callers with a part of their own. */
  readonly callers: readonly { readonly caller: number; readonly forward: number }[]
  /** Holders whose appointments are near: the next request of each is always forwarded. */
  readonly due: readonly number[]
}

export type Decision =
  /** The call has to be signed with `timestamp`, in seconds, whatever the Worker's clock says. */
  | {
      readonly kind: 'granted'
      readonly id: string
      readonly timestamp: number
      readonly signing: Signing
      /** How long from now until the signature has certainly expired. */
      readonly expiresInMs: number
      readonly waitedMs: number
    }
  /** The key's call was made before; `answer` is what it stored. */
  | { readonly kind: 'replayed'; readonly id: string; readonly answer: string }
  | Refusal

/** What the operator should know. */
export type Notice =
  /** Four fifths of the account's budget are used. */
  | { readonly kind: 'budget-nearly-used'; readonly used: number; readonly limit: number }
  /** The service refused fresh signatures: calls are signed with the present time, and late requests may be carried out. */
  | { readonly kind: 'signing-present-time' }

/** The result of an event. */
export interface Step {
  readonly decisions: readonly Decision[]
  readonly notices: readonly Notice[]
  /** When to call `tick` if no other event comes first; undefined while nobody waits. */
  readonly wakeAt: number | undefined
}

export interface CompleteStep extends Step {
  /** The key belongs to another call by now: this call's token must not be handed out. */
  readonly fenced: boolean
}
