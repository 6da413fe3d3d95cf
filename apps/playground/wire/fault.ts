/** `GET /api/faults`: which switch is on, and how many requests it has met. */
export interface FaultState {
  readonly on: string | null
  readonly applied: number
}
