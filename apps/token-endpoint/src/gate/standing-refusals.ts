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

/** Who asks, and with whom it takes turns. */
export interface Asker {
  readonly id: string
  readonly party: string
}

/**
 * The refusals that this isolate repeats by itself, so that refused traffic does not reach the gate's object. They never
 * stand in the way of a request with an Idempotency-Key, which may have its answer stored, unless the object is overloaded.
 * Then they hold back the party that was refused and nobody else: it is not for the others to make up for it.
 */
export class StandingRefusals {
  private readonly callers = new Map<string, number>()
  /** As few as there are backends, and one. */
  private readonly parties = new Map<string, HeldBack>()

  /** How long a request is refused without asking, in milliseconds; undefined if the object is to be asked. */
  standing(now: number, { id, party }: Asker, keyed: boolean): number | undefined {
    const until = this.callers.get(id) ?? 0
    if (until > now && !keyed) return until - now
    const heldBack = this.parties.get(party)
    if (heldBack === undefined || now >= heldBack.until) return undefined
    if (now < heldBack.nextAsk) return heldBack.nextAsk - now
    heldBack.nextAsk = now + 1_000 / ASKS_PER_SECOND
    return undefined
  }

  /** Remembers a refusal for want of room. */
  remember(now: number, { id, party }: Asker, retryAfterMs: number, overloaded: boolean): void {
    this.callers.delete(id)
    this.callers.set(id, now + retryAfterMs)
    if (overloaded) {
      this.parties.set(party, { until: now + HOLD_BACK_MS, nextAsk: this.parties.get(party)?.nextAsk ?? 0 })
    }
    if (this.callers.size <= REMEMBERED) return
    const [oldest = id] = this.callers.keys()
    this.callers.delete(oldest)
  }
}
