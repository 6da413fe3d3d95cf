/**
 * How long a permit stays taken after its call's outcome is known, in milliseconds: one second, so that two calls with
 * the same permit arrive at least a second apart; and one millisecond, because clocks here count whole ones.
 */
export const REST_MS = 1_001

/** What became of a call, as the one who made it reports. */
export type Outcome = 'answered' | 'not-sent' | 'unknown'

/** One permit's last grant, as it is stored. All times are in milliseconds on the gate's clock. */
export interface PermitRow {
  readonly slot: number
  /** Tells the grants of one permit apart. */
  readonly grant: string
  readonly grantedAt: number
  /** When the grant ends if nobody reports: the call must not be under way any more by then. */
  readonly leaseEndsAt: number
  /** Whether an outcome has been reported. */
  readonly reported: boolean
  /** From when on the permit may be granted again. */
  readonly freeAt: number
}

export interface PermitSettings {
  /** How many permits there are: the account's calls a second. */
  readonly limit: number
  /** How long a call may be under way, from its grant, in milliseconds. */
  readonly leaseMs: number
}

/**
 * The permits of one account.
 *
 * A permit is taken from its grant until its call's outcome is reported and one second has passed. A call arrives upstream
 * between its grant and its report. So of any calls that arrive within one second, all hold their permits at the moment of
 * the last grant among them; and never more than `limit` are held.
 */
export class Permits {
  private readonly settings: PermitSettings
  private readonly rows = new Map<number, PermitRow>()

  /** `stored` are the rows of an earlier life, see `survivors`. */
  constructor(settings: PermitSettings, stored: readonly PermitRow[] = []) {
    this.settings = settings
    for (const row of stored) this.rows.set(row.slot, row)
  }

  /** Grants a permit if one is free. The row must be stored before the grant is used. */
  take(now: number, grant: string): PermitRow | undefined {
    const slot = this.freeSlot(now)
    if (slot === undefined) return undefined
    const leaseEndsAt = now + this.settings.leaseMs
    const row = { slot, grant, grantedAt: now, leaseEndsAt, reported: false, freeAt: leaseEndsAt + REST_MS }
    this.rows.set(slot, row)
    return row
  }

  /** Takes in the outcome of a call. Answers the row to store, or nothing if that grant is over already. */
  report(now: number, grant: string, outcome: Outcome): PermitRow | undefined {
    const row = [...this.rows.values()].find((candidate) => candidate.grant === grant)
    if (row === undefined || row.reported) return undefined
    const reported = { ...row, reported: true, freeAt: freeAfter(row, now, outcome) }
    this.rows.set(row.slot, reported)
    return reported
  }

  /** When the next permit will be free, as far as that is known now; `now` if one is. */
  nextFreeAt(now: number): number {
    if (this.freeSlot(now) !== undefined) return now
    const taken = [...this.rows.values()].map(({ freeAt }) => freeAt).sort((a, b) => a - b)
    // More permits than the limit can be taken after the limit was lowered.
    return taken[taken.length - this.settings.limit] ?? now
  }

  private freeSlot(now: number): number | undefined {
    let taken = 0
    for (const row of this.rows.values()) if (row.freeAt > now) taken++
    if (taken >= this.settings.limit) return undefined
    for (let slot = 0; ; slot++) if ((this.rows.get(slot)?.freeAt ?? now) <= now) return slot
  }
}

function freeAfter(row: PermitRow, now: number, outcome: Outcome): number {
  if (outcome === 'not-sent') return now
  // A call without an answer may still be on its way, until its lease ends.
  const over = outcome === 'unknown' ? Math.max(now, row.leaseEndsAt) : now
  return over + REST_MS
}

/** How far the clocks of two machines that an object lives on may be apart, in milliseconds. */
const CLOCK_STEP_MS = 10_000

/**
 * The rows as a new life of the gate should take them. Its clock may be another machine's, so a permit that was in use a
 * short while ago counts as if it had been granted, or reported, just now.
 */
export function survivors(now: number, stored: readonly PermitRow[], leaseMs: number): PermitRow[] {
  return stored.map((row) => {
    if (row.freeAt + CLOCK_STEP_MS <= now) return row
    if (row.reported && row.freeAt <= row.leaseEndsAt) return { ...row, freeAt: now + REST_MS }
    return { ...row, leaseEndsAt: now + leaseMs, freeAt: now + leaseMs + REST_MS }
  })
}
