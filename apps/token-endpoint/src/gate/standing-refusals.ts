import type { Decision } from './messages.ts'

/** How many callers are remembered. */
const REMEMBERED = 10_000

/** How long an isolate holds somebody back after the object asked for that, in milliseconds. */
const HOLD_BACK_MS = 500

/** How often it asks for them in that time. */
const ASKS_PER_SECOND = 3

/** How far those who are held back are spread when they come again, in milliseconds. */
const SPREAD_MS = 2_000

/** How long it goes without asking that a caller has had its tokens: a call without a token gives one back. In milliseconds. */
const ALLOWANCE_MS = 10_000

interface HeldBack {
  readonly until: number
  nextAsk: number
}

interface Told {
  readonly reason: 'full' | 'allowance'
  readonly until: number
  /** When it may come again. */
  readonly comeAt: number
  /** It has come before its time already, this time or the last. */
  early: boolean
}

/** Who asks, and with whom it takes turns. */
export interface Asker {
  readonly id: string
  readonly party: string
}

/** A refusal of the gate, as far as it is remembered. */
export type Refusal = Pick<Extract<Decision, { kind: 'refused' }>, 'reason' | 'retryAfterMs' | 'holdBack'>

/** A refusal that is repeated. */
export interface Standing {
  readonly reason: 'full' | 'allowance'
  readonly retryAfterMs: number
}

/**
 * The refusals that this isolate repeats by itself, so that refused traffic does not reach the gate's object. They never
 * stand in the way of a request with an Idempotency-Key, which may have its answer stored, unless the object is overloaded.
 * Then they hold back the caller that asks too often, or the party that was refused, and nobody else: it is not for the
 * others to make up for it.
 *
 * Somebody who comes early for once is let through to the gate, where it may well be next: who asks now and then loses a large
 * part of its share by a refusal that is repeated. Who keeps coming early waits for its time.
 */
export class StandingRefusals {
  private readonly random: () => number
  private readonly callers = new Map<string, Told>()
  private readonly heldBack = new Map<string, HeldBack>()

  /** `random`: at least 0 and below 1. */
  constructor(random: () => number = Math.random) {
    this.random = random
  }

  /** The refusal to repeat without asking; undefined if the object is to be asked. */
  standing(now: number, { id, party }: Asker, keyed: boolean): Standing | undefined {
    const told = keyed ? undefined : this.callers.get(id)
    if (told !== undefined && told.until > now && told.early) {
      return { reason: told.reason, retryAfterMs: told.comeAt - now }
    }
    if (told !== undefined) told.early = told.until > now
    for (const name of id === party ? [id] : [id, party]) {
      const held = this.heldBack.get(name)
      if (held === undefined || now >= held.until) continue
      // Spread, so that those who are held back together do not come back as one.
      if (now < held.nextAsk) return { reason: 'full', retryAfterMs: held.nextAsk - now + this.random() * SPREAD_MS }
      held.nextAsk = now + 1_000 / ASKS_PER_SECOND
    }
    return undefined
  }

  /** Remembers a refusal for want of room, or of tokens in this hour. */
  remember(now: number, { id, party }: Asker, { reason, retryAfterMs, holdBack }: Refusal): void {
    if (reason !== 'full' && reason !== 'allowance') return
    const early = this.callers.get(id)?.early ?? false
    const comeAt = now + retryAfterMs
    const until = reason === 'allowance' ? Math.min(comeAt, now + ALLOWANCE_MS) : comeAt
    putNewest(this.callers, id, { reason, until, comeAt, early })
    if (holdBack === undefined) return
    const who = holdBack === 'caller' ? id : party
    putNewest(this.heldBack, who, { until: now + HOLD_BACK_MS, nextAsk: this.heldBack.get(who)?.nextAsk ?? 0 })
  }
}

/** Puts an entry behind all others, and lets go of the oldest where there are too many. */
function putNewest<T>(map: Map<string, T>, name: string, entry: T): void {
  map.delete(name)
  map.set(name, entry)
  if (map.size <= REMEMBERED) return
  const [oldest = name] = map.keys()
  map.delete(oldest)
}
