/** How many callers are remembered. */
const REMEMBERED = 10_000

/** How long an isolate holds a party back after the object said it is overloaded, in milliseconds. */
const HOLD_BACK_MS = 2_000

/** How often it asks for the party in that time. */
const ASKS_PER_SECOND = 3

interface HeldBack {
  readonly until: number
  nextAsk: number
}

interface Told {
  readonly until: number
  /** It has come before its time already, this time or the last. */
  early: boolean
}

/** Who asks, and with whom it takes turns. */
export interface Asker {
  readonly id: string
  readonly party: string
}

/**
 * The refusals that this isolate repeats by itself, so that refused traffic does not reach the gate's object. They never
 * stand in the way of a request with an Idempotency-Key, which may have its answer stored, unless the object is overloaded.
 * Then they hold back the party that was refused and nobody else: it is not for the others to make up for it.
 *
 * Somebody who comes early for once is let through to the gate, where it may well be next: who asks now and then loses a large
 * part of its share by a refusal that is repeated. Who keeps coming early waits for its time.
 */
export class StandingRefusals {
  private readonly callers = new Map<string, Told>()
  /** As few as there are backends, and one. */
  private readonly parties = new Map<string, HeldBack>()

  /** How long a request is refused without asking, in milliseconds; undefined if the object is to be asked. */
  standing(now: number, { id, party }: Asker, keyed: boolean): number | undefined {
    const told = keyed ? undefined : this.callers.get(id)
    if (told !== undefined && told.until > now && told.early) return told.until - now
    if (told !== undefined) told.early = told.until > now
    const heldBack = this.parties.get(party)
    if (heldBack === undefined || now >= heldBack.until) return undefined
    if (now < heldBack.nextAsk) return heldBack.nextAsk - now
    heldBack.nextAsk = now + 1_000 / ASKS_PER_SECOND
    return undefined
  }

  /** Remembers a refusal for want of room. */
  remember(now: number, { id, party }: Asker, retryAfterMs: number, overloaded: boolean): void {
    const early = this.callers.get(id)?.early ?? false
    this.callers.delete(id)
    this.callers.set(id, { until: now + retryAfterMs, early })
    if (overloaded) {
      this.parties.set(party, { until: now + HOLD_BACK_MS, nextAsk: this.parties.get(party)?.nextAsk ?? 0 })
    }
    if (this.callers.size <= REMEMBERED) return
    const [oldest = id] = this.callers.keys()
    this.callers.delete(oldest)
  }
}
