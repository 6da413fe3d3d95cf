import type { FaultOrder } from '@tc3-edge/emulator'

/** One way for the emulator to misbehave, and what a caller of the endpoint makes of it. */
export interface FaultSwitch {
  readonly id: string
  readonly name: string
  readonly order: FaultOrder
  /** What the caller gets: a status, and the code of a problem if it is one. A test holds it against the endpoint. */
  readonly answer: { readonly status: number; readonly code?: string }
  readonly explanation: string
}

/** `GET /api/faults`: which switch is on, and how many requests it has met. */
export interface FaultState {
  readonly on: string | null
  readonly applied: number
}
