import type { Ask, Decision, KeyedRequest, Outcome } from '@tc3-edge/gate'

/** What the Worker asks the gate's object, and tells it. The object adds what it has stored. */
export type AskMessage = Omit<Ask, 'ledgerRow' | 'allowanceRow'>

export interface ReportMessage {
  readonly id: string
  readonly caller: string
  readonly keyed?: KeyedRequest | undefined
  /** Whether the grant counted against an allowance. */
  readonly counted: boolean
  readonly outcome: Outcome
}

export type { Decision, KeyedRequest, Outcome }
