import type { GateClient } from './gate-client.ts'
import type { GateStatus } from './messages.ts'

/** How old the status may get, in milliseconds. */
const FRESH_MS = 10_000

/** Caches the gate's status in this isolate, because anybody may request it: a flood must not reach the gate's object. */
export class GateStatusCache {
  private fetchedAt = Number.NEGATIVE_INFINITY
  private known: GateStatus | undefined

  /** Returns the status; undefined if the gate could not be reached, or has not responded yet. */
  async of(gate: Pick<GateClient, 'status'>): Promise<GateStatus | undefined> {
    if (Date.now() < this.fetchedAt + FRESH_MS) return this.known
    this.fetchedAt = Date.now()
    this.known = await gate.status().catch(() => undefined)
    return this.known
  }
}
