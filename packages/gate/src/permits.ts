import type { Signature, Signatures } from './signatures.ts'

/**
 * How long a permit rests after its call has ended, in milliseconds: a second, so that two calls with one permit arrive at
 * least a second apart, and one more, because clocks of whole milliseconds hide up to that.
 */
export const COOLDOWN_MS = 1_001

/**
 * How long calls are taken to last before any has ended, and how many measured calls that weighs as much as. Rather too long:
 * what is promised by then must be kept, and the first calls to end are those of the nearest Workers.
 */
const ASSUMED = { callMs: 500, calls: 10 }

/** The mean is of about so many calls: of fewer it is too short now and then, and too much is promised. */
const MEAN_OF = 50

/** A call that takes so many times the usual duration may never be heard of again. */
const TIMES_THE_USUAL = 10

/** The last grant of a permit, as it is stored: once, before it is used. */
export interface PermitRow extends Signature {
  readonly slot: number
  readonly grant: string
}

export interface Permit extends PermitRow {
  /** Of its call: it may be under way, it has ended, nobody knows how it ended, it was never made. */
  state: 'open' | 'ended' | 'unknown' | 'unused'
  /** A previous instance granted it. Then `grantedAt` is when this one began. */
  readonly recovered: boolean
  readonly grantedAt: number
  endedAt: number
}

/**
 * The permits of one lane. Each is taken from its grant until its call has ended, plus the cooldown. A call has ended when
 * its end is reported, at the latest when its signature has expired: Tencent itself refuses what turns up later.
 */
export class Permits {
  private readonly signatures: Signatures
  private readonly permits: Permit[]
  /** Mean time from grant to report, in milliseconds. */
  callMs = ASSUMED.callMs
  /** Of how many calls, at most `MEAN_OF`. */
  private measured = ASSUMED.calls

  /** `stored`: the rows of previous instances. Each counts as open. */
  constructor(signatures: Signatures, stored: readonly PermitRow[], now: number) {
    this.signatures = signatures
    this.permits = stored.map((row) => ({ ...row, state: 'open', recovered: true, grantedAt: now, endedAt: 0 }))
  }

  /** How long a call takes its permit, in milliseconds. */
  get cycleMs(): number {
    return this.callMs + COOLDOWN_MS
  }

  /** When the next permit is free; `now` if one is. */
  nextFreeAt(now: number, limit: number): number {
    const taken = this.permits.map((permit) => this.freeAt(permit)).filter((at) => at > now)
    return taken.sort(ascending)[taken.length - limit] ?? now
  }

  /** When no call can be under way any more, if no end is reported; `now` if none is. */
  noneOpenAt(now: number): number {
    const open = this.permits.filter((permit) => this.mayBeMade(now, permit))
    return Math.max(now, ...open.map(({ expires }) => this.signatures.expiredAt(expires)))
  }

  /** When permits are expected to be free that rest for longer than a call takes. */
  longRests(now: number): number[] {
    return this.permits.map((permit) => this.expectedFreeAt(now, permit)).filter((at) => at > now + this.cycleMs)
  }

  /** How many grants can be expected within the next `ms`. */
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

  /** The permit of a grant whose call may still be made, or be under way. */
  open(now: number, grant: string): Permit | undefined {
    return this.permits.find((permit) => permit.grant === grant && this.mayBeMade(now, permit))
  }

  /** Takes in what became of a call. Returns its permit; nothing if that is known already, or the permit has gone on. */
  end(now: number, grant: string, timestamp: number | undefined, state: Permit['state']): Permit | undefined {
    // A lost grant that was asked for again after it had expired may have two permits.
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
    this.measured = Math.min(this.measured + 1, MEAN_OF)
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

  /** A call of usual duration is expected to end like others. */
  private expectedFreeAt(now: number, permit: Permit): number {
    const { state, grantedAt } = permit
    const freeAt = this.freeAt(permit)
    if (state !== 'open' || now >= grantedAt + TIMES_THE_USUAL * this.callMs) return freeAt
    return Math.min(freeAt, Math.max(now, grantedAt + this.callMs) + COOLDOWN_MS)
  }
}

const ascending = (a: number, b: number) => a - b

/** What is stored of a permit. */
export function rowOf({ slot, grant, timestamp, expires }: PermitRow): PermitRow {
  return { slot, grant, timestamp, expires }
}
