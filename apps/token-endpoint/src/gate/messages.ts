import type { Outcome } from '@tc3-edge/gate'

/** What the Worker and the gate's object say to each other. Both are of one deployment, or of two that follow each other. */

/** A permit for one call. */
export interface Grant {
  readonly granted: true
  readonly grant: string
  /** How long the call may be under way, from the grant, in milliseconds. */
  readonly leaseMs: number
}

export interface Refusal {
  readonly granted: false
  /** When asking again makes sense, in milliseconds from now. */
  readonly retryAfterMs: number
}

export interface Report {
  readonly grant: string
  readonly outcome: Outcome
}
