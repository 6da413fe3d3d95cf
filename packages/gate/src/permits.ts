import type { Signature, Signatures } from './signatures.ts'

/**
 * How long a permit rests after its call has ended, in milliseconds: a second, so that two calls with one permit arrive at
 * least a second apart, and one more, because clocks of whole milliseconds hide up to that.
 */
export const COOLDOWN_MS = 1_001

/**
 * The duration of calls that is assumed before any has ended, and how many measured calls that weighs as much as. Rather too
 * long: appointments have to be kept, and the first calls to end are those of the nearest Workers.
 */
const ASSUMED = { callMs: 500, calls: 10 }

/** How many calls the mean duration is of, about: of fewer it is too short now and then, and too much is promised. */
const MEAN_WINDOW = 50

/** A call that has taken this many mean durations may never be reported. */
const OVERDUE_FACTOR = 10

/** The last grant of a permit, as it is stored: once, before it is used. */
export interface PermitRow extends Signature {
  readonly slot: number
  readonly grant: string
}

export interface Permit extends PermitRow {
  /** Its call's: may be under way, has ended, has an unknown end, was never made. */
  state: 'open' | 'ended' | 'unknown' | 'unused'
  /** Whether a previous instance granted it. `grantedAt` is when this instance started then. */
  readonly recovered: boolean
  readonly grantedAt: number
  endedAt: number
}

/**
 * The permits of one lane. Each is taken from its grant until its call has ended, plus the cooldown. A call has ended when
 * its end is reported, at the latest when its signature has expired: Tencent refuses what arrives later.
 */
export class Permits {
  private readonly signatures: Signatures
  private readonly permits: Permit[]
  /** Mean time from grant to report, in milliseconds. */
  callMs = ASSUMED.callMs
  /** How many calls the mean is of, at most `MEAN_WINDOW`. */
  private measured = ASSUMED.calls

  /** `stored`: the rows of previous instances. Each counts as open. */
  constructor(signatures: Signatures, stored: readonly PermitRow[], now: number) {
    this.signatures = signatures
    this.permits = stored.map((row) => ({ ...row, state: 'open', recovered: true, grantedAt: now, endedAt: 0 }))
  }

  /** How long a call holds its permit, in milliseconds: the mean. */
  get cycleMs(): number {
    return this.callMs + COOLDOWN_MS
  }

  /** Returns when the next permit is free; `now` if one is. */
  nextFreeAt(now: number, limit: number): number {
    const taken = this.permits.map((permit) => this.freeAt(permit)).filter((at) => at > now)
    return taken.sort(ascending)[taken.length - limit] ?? now
  }

  /** Returns when no call can be under way any more, even if no end is reported; `now` if none can be. */
  noneOpenAt(now: number): number {
    const open = this.permits.filter((permit) => this.mayBeMade(now, permit))
    return Math.max(now, ...open.map(({ expires }) => this.signatures.expiredAt(expires)))
  }

  /** Returns when each permit that rests for longer than a call usually holds it is expected to be free. */
  longRests(now: number): number[] {
    return this.permits.map((permit) => this.expectedFreeAt(now, permit)).filter((at) => at > now + this.cycleMs)
  }

  /** Returns how many grants to expect within the next `ms`. */
  expectedGrants(now: number, limit: number, ms: number): number {
    const frees = this.permits.map((permit) => Math.max(now, this.expectedFreeAt(now, permit)))
    while (frees.length < limit) frees.push(now)
    const inTime = frees
      .sort(ascending)
      .slice(-limit)
      .filter((at) => at <= now + ms)
    return inTime.reduce((sum, at) => sum + 1 + Math.floor((now + ms - at) / this.cycleMs), 0)
  }

  /** Grants a permit, if `nextFreeAt` is now. The row must be stored before the grant is used. */
  take(now: number, grant: string): PermitRow {
    const free = this.permits.findIndex((permit) => this.freeAt(permit) <= now)
    const slot = this.permits[free]?.slot ?? this.permits.reduce((next, { slot }) => Math.max(next, slot + 1), 0)
    const row = { slot, grant, ...this.signatures.choose(now) }
    this.permits[free < 0 ? this.permits.length : free] = {
      ...row,
      state: 'open',
      recovered: false,
      grantedAt: now,
      endedAt: 0,
    }
    return row
  }

  /** Returns the permit of a grant whose call may still be made, or be under way. */
  open(now: number, grant: string): Permit | undefined {
    return this.permits.find((permit) => permit.grant === grant && this.mayBeMade(now, permit))
  }

  /** Records a call's end. Returns its permit; undefined if the end is known already, or another call has the permit. */
  end(now: number, grant: string, timestamp: number | undefined, state: Permit['state']): Permit | undefined {
    // A caller that acquired again after its grant had expired may hold two permits.
    const permit = this.permits.find((candidate) => {
      if (candidate.grant !== grant || candidate.state !== 'open') return false
      return timestamp === undefined ? this.mayBeMade(now, candidate) : timestamp === candidate.timestamp
    })
    if (permit === undefined || this.freeAt(permit) <= now) return undefined
    permit.state = state
    permit.endedAt = now
    if (state === 'ended' && !permit.recovered) this.measure(now - permit.grantedAt)
    return permit
  }

  private measure(callMs: number): void {
    this.measured = Math.min(this.measured + 1, MEAN_WINDOW)
    this.callMs += (callMs - this.callMs) / this.measured
  }

  private mayBeMade(now: number, { state, expires }: Permit): boolean {
    return state === 'open' && this.signatures.expiredAt(expires) > now
  }

  private freeAt({ state, endedAt, expires }: Permit): number {
    if (state === 'unused') return Number.NEGATIVE_INFINITY
    const expiredAt = this.signatures.expiredAt(expires)
    return (state === 'ended' ? Math.min(endedAt, expiredAt) : expiredAt) + COOLDOWN_MS
  }

  /** A call is expected to end after the mean duration; one that is overdue, when its signature has expired. */
  private expectedFreeAt(now: number, permit: Permit): number {
    const { state, grantedAt } = permit
    const freeAt = this.freeAt(permit)
    if (state !== 'open' || now >= grantedAt + OVERDUE_FACTOR * this.callMs) return freeAt
    return Math.min(freeAt, Math.max(now, grantedAt + this.callMs) + COOLDOWN_MS)
  }
}

const ascending = (a: number, b: number) => a - b

/** What is stored of a permit. */
export function rowOf({ slot, grant, timestamp, expires }: PermitRow): PermitRow {
  return { slot, grant, timestamp, expires }
}
