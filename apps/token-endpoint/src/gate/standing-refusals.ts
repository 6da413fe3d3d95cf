/** How many callers are remembered. */
const REMEMBERED = 10_000

/** How long an isolate holds back after the object said it is overloaded, in milliseconds. */
const HOLD_BACK_MS = 2_000

/** How often it asks in that time. */
const ASKS_PER_SECOND = 3

/**
 * The refusals that this isolate repeats by itself, so that refused traffic does not reach the gate's object. They never
 * stand in the way of a request with an Idempotency-Key, which may have its answer stored, unless the object is overloaded.
 */
export class StandingRefusals {
  private readonly callers = new Map<string, number>()
  private overloadedUntil = 0
  private nextAsk = 0

  /** How long a request is refused without asking, in milliseconds; undefined if the object is to be asked. */
  standing(now: number, caller: string, keyed: boolean): number | undefined {
    const until = this.callers.get(caller) ?? 0
    if (until > now && !keyed) return until - now
    if (now >= this.overloadedUntil) return undefined
    if (now < this.nextAsk) return this.nextAsk - now
    this.nextAsk = now + 1_000 / ASKS_PER_SECOND
    return undefined
  }

  /** Remembers a refusal for want of room. */
  remember(now: number, caller: string, retryAfterMs: number, overloaded: boolean): void {
    this.callers.delete(caller)
    this.callers.set(caller, now + retryAfterMs)
    if (overloaded) this.overloadedUntil = now + HOLD_BACK_MS
    if (this.callers.size <= REMEMBERED) return
    const [oldest = caller] = this.callers.keys()
    this.callers.delete(oldest)
  }
}
