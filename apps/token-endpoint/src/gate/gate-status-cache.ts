import type { GateClient } from './gate-client.ts'
import type { GateStatus } from './messages.ts'

/** How old the status may get, in milliseconds. */
const FRESH_MS = 10_000

/** The gate's status as this isolate knows it. Anybody may ask for it: a flood must not reach the gate's object. */
export class GateStatusCache {
  private askedAt = Number.NEGATIVE_INFINITY
  private known: GateStatus | undefined

  /** Asks the gate every ten seconds at most. Returns undefined if it could not be reached, or was not asked yet. */
  async of(gate: Pick<GateClient, 'status'>): Promise<GateStatus | undefined> {
    if (Date.now() < this.askedAt + FRESH_MS) return this.known
    this.askedAt = Date.now()
    this.known = await gate.status().catch(() => undefined)
    return this.known
  }
}
