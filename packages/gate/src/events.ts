import type { AllowanceRow } from './allowance.ts'
import type { KeyedRequest, LedgerRow } from './ledger.ts'
import type { PermitRow } from './permits.ts'

export interface GateSettings {
  /** The account's calls a second. */
  readonly limit: number
  /** How long a call may be under way, from its grant, in milliseconds. */
  readonly leaseMs: number
  /** The longest that anybody waits, in milliseconds. */
  readonly maxWaitMs: number
}

/** A request for a permit. */
export interface Ask {
  /** Names the request, and the grant that it gets. One that comes again is the same request, asked once more. */
  readonly id: string
  readonly caller: string
  /** With whom the caller takes turns: a backend by itself, app users as one party. */
  readonly party: string
  /** How long it may wait, in milliseconds. */
  readonly patienceMs: number
  /** How many tokens the caller may have in an hour. Default: any number. */
  readonly tokensPerHour?: number | undefined
  readonly keyed?: KeyedRequest | undefined
  /** What is stored for the key, if it has one. */
  readonly ledgerRow?: LedgerRow | undefined
  /** What is stored for the caller. */
  readonly allowanceRow?: AllowanceRow | undefined
}

/** What became of a call. */
export type Outcome =
  /** A token was issued; `answer` is what to keep for the key. */
  | { readonly kind: 'issued'; readonly answer: string }
  /** No token was issued: the upstream refused the call, or throttled it, or it was never sent. */
  | { readonly kind: 'refused' | 'throttled' | 'not-sent' }
  /** A token may have been issued, and its answer is lost. */
  | { readonly kind: 'unknown' }

export interface Report extends Pick<Ask, 'id' | 'caller' | 'keyed' | 'ledgerRow' | 'allowanceRow'> {
  readonly outcome: Outcome
  /** Whether the grant counted against an allowance. */
  readonly counted: boolean
}

export type RefusalReason =
  /** The line is full, or others came first. */
  | 'full'
  /** The caller has had its tokens of this hour. */
  | 'allowance'
  /** A call for the same key is being made. */
  | 'in-progress'
  /** The key has come with another request before. */
  | 'other-request'

export type Decision =
  | { readonly kind: 'granted'; readonly id: string; readonly leaseMs: number; readonly waitedMs: number }
  /** The key's call has been made before; this is what it issued. */
  | { readonly kind: 'answered'; readonly id: string; readonly answer: string }
  | {
      readonly kind: 'refused'
      readonly id: string
      readonly reason: RefusalReason
      /** When asking again makes sense, in milliseconds from now. */
      readonly retryAfterMs: number
      /** Who is better held back for a while, because the gate is asked more often than it should be. */
      readonly holdBack?: 'caller' | 'party' | undefined
    }

/** A row to store, or a key to forget, in the same transaction as everything else of the step. */
export type Write =
  | { readonly table: 'permits'; readonly row: PermitRow }
  | { readonly table: 'ledger'; readonly row: LedgerRow }
  | { readonly table: 'ledger'; readonly forget: string }
  | { readonly table: 'allowances'; readonly row: AllowanceRow }

/** What comes of an event. */
export interface Step {
  readonly decisions: readonly Decision[]
  readonly writes: readonly Write[]
  /** When to call `tick` if nothing happens before; undefined while nobody waits. */
  readonly wakeAt: number | undefined
}

export interface ReportStep extends Step {
  /** The key has gone on to another call: this one's token must not be handed out. */
  readonly superseded: boolean
}
