/**
 * How long a permit stays taken after its call's outcome is known, in milliseconds: one second, so that two calls with
 * the same permit arrive at least a second apart; and one millisecond, because clocks here count whole ones.
 */
export const REST_MS = 1_001

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

/**
 * The permits of one account.
 *
 * A permit is taken from its grant until its call's outcome is reported and one second has passed. A call arrives upstream
 * between its grant and its report. So of any calls that arrive within one second, all hold their permits at the moment of
 * the last grant among them; and never more than the limit are held.
 */
export class Permits {
  private readonly leaseMs: number
  private readonly rows: PermitRow[]
  /** When each permit is free, as far as that is certain, in ascending order. */
  private certain: readonly number[] = []
  /** When each permit can be expected to be free, in ascending order: within a span of time. */
  private expected: readonly number[] = []
  private expectedWithin = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY }
  /** How long calls take, from grant to report: a moving average, in milliseconds. */
  callMs = 100

  /** `leaseMs`: how long a call may be under way, from its grant. `stored`: the rows of an earlier life, see `survivors`. */
  constructor(leaseMs: number, stored: readonly PermitRow[] = []) {
    this.leaseMs = leaseMs
    this.rows = [...stored]
    this.certain = this.rows.map(({ freeAt }) => freeAt).sort(ascending)
  }

  /** How long one call takes its permit, in milliseconds. */
  get cycleMs(): number {
    return this.callMs + REST_MS
  }

  /** Whether a permit can be granted: fewer than `limit` are taken. */
  isFree(now: number, limit: number): boolean {
    return this.nextFreeAt(now, limit) <= now
  }

  /** When the next permit can be granted, as far as that is certain; `now` if one can be. */
  nextFreeAt(now: number, limit: number): number {
    return Math.max(now, this.certain[this.certain.length - limit] ?? now)
  }

  /** When the grant with that number, from 0, can be expected. */
  opening(number: number, now: number, limit: number): number {
    const round = Math.floor(number / limit)
    const times = this.expectedAt(now)
    const free = times[times.length - limit + (number % limit)] ?? now
    return Math.max(now, free) + round * this.cycleMs
  }

  /** Grants a permit if one is free. The row must be stored before the grant is used. */
  take(now: number, limit: number, grant: string): PermitRow | undefined {
    if (!this.isFree(now, limit)) return undefined
    const leaseEndsAt = now + this.leaseMs
    const free = this.rows.findIndex(({ freeAt }) => freeAt <= now)
    const index = free < 0 ? this.rows.length : free
    const slot = this.rows[index]?.slot ?? this.freshSlot()
    const row = { slot, grant, grantedAt: now, leaseEndsAt, reported: false, freeAt: leaseEndsAt + REST_MS }
    this.rows[index] = row
    this.foresee(now)
    return row
  }

  /** The permit of a grant whose call may still be made. */
  held(now: number, grant: string): PermitRow | undefined {
    return this.rows.find((row) => row.grant === grant && !row.reported && row.leaseEndsAt > now)
  }

  /**
   * Takes in that a call is over (`sure`), or that its end is not known: then it may be on its way until its lease ends.
   * Answers the row to store; nothing if the grant is over already.
   */
  report(now: number, grant: string, sure: boolean): PermitRow | undefined {
    return this.settle(now, grant, (row) => {
      if (!sure) return row.freeAt
      this.callMs += (now - row.grantedAt - this.callMs) / 10
      return Math.min(row.freeAt, now + REST_MS)
    })
  }

  /** Takes back a grant that was not used at all. */
  giveBack(now: number, grant: string): PermitRow | undefined {
    return this.settle(now, grant, () => now)
  }

  private settle(now: number, grant: string, freeAt: (row: PermitRow) => number): PermitRow | undefined {
    // Who lost its grant and asked again after its lease may have a second permit: the report is of that one.
    const row = this.rows.reduce<PermitRow | undefined>((latest, candidate) => {
      if (candidate.grant !== grant) return latest
      return latest === undefined || candidate.grantedAt > latest.grantedAt ? candidate : latest
    }, undefined)
    if (row === undefined || row.reported || row.freeAt <= now) return undefined
    const settled = { ...row, reported: true, freeAt: freeAt(row) }
    this.rows[this.rows.indexOf(row)] = settled
    this.foresee(now)
    return settled
  }

  private freshSlot(): number {
    return this.rows.reduce((next, { slot }) => Math.max(next, slot + 1), 0)
  }

  /** Done with each grant and report, so that a question costs next to nothing. */
  private foresee(now: number): void {
    this.certain = this.rows.map(({ freeAt }) => freeAt).sort(ascending)
    this.expect(now)
  }

  private expectedAt(now: number): readonly number[] {
    const { from, until } = this.expectedWithin
    if (now < from || now > until) this.expect(now)
    return this.expected
  }

  /** A call that takes longer than calls do may end at any moment: its permit is free a second after that. */
  private expect(now: number): void {
    let until = Number.POSITIVE_INFINITY
    const times = this.rows.map(({ reported, freeAt, grantedAt }) => {
      if (reported || freeAt <= now) return freeAt
      const end = Math.max(now, grantedAt + this.callMs)
      until = Math.min(until, end)
      return Math.min(freeAt, end + REST_MS)
    })
    this.expected = times.sort(ascending)
    this.expectedWithin = { from: now, until }
  }
}

const ascending = (a: number, b: number) => a - b

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
    // The calls of an earlier life have as much time as its settings gave them.
    const leaseEndsAt = now + Math.max(leaseMs, row.leaseEndsAt - row.grantedAt)
    return { ...row, grantedAt: now, leaseEndsAt, freeAt: leaseEndsAt + REST_MS }
  })
}
