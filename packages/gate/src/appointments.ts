import type { RateMeter } from './rate-meter.ts'
import { hash } from './refusal-cache.ts'

/**
 * The part of the capacity that is promised: of the next second, and of the last before the horizon, less because the duration
 * of calls by then is uncertain. The rest is for newcomers.
 */
const PROMISED = { next: 0.9, last: 0.6 }

/** How late a holder may come to its appointment, in seconds. */
const GRACE_S = 5

interface Booking {
  /** On our clock. */
  readonly second: number
  readonly tenant: string
}

export interface BookingRequest {
  /** Who has the appointment: one at a time. */
  readonly holder: string
  readonly tenant: string
  readonly weight: number
  /** The grants to expect in the second that begins `at`. */
  readonly capacity: (at: number) => number
  /** The recent grants of tenants, per second. */
  readonly grants: RateMeter
  /** The nearest appointment, in seconds from now. */
  readonly minWaitS: number
}

interface Others {
  readonly grants: number
  readonly grantsOfUnbooked: number
  readonly weights: number
}

/**
 * A calendar of whole seconds, because Retry-After counts those. No second is promised to more callers than can be served in
 * it, nor to more of a tenant than its share. A booking is a right to come, not a duty: no permit waits for anybody.
 */
export class Appointments {
  private readonly horizonS: number
  private readonly bookings = new Map<string, Booking>()
  /** The number of bookings in each second: all, and by tenant. */
  private readonly seconds = new Map<number, { total: number; readonly tenants: Map<string, number> }>()
  /** The tenants that have bookings. */
  private readonly tenants = new Map<string, { readonly weight: number; bookings: number }>()
  private forgottenUntil = 0
  private due: { readonly second: number; readonly hashes: readonly number[] } = { second: Number.NaN, hashes: [] }

  constructor(horizonS: number) {
    this.horizonS = horizonS
  }

  /** Returns the seconds until the holder's appointment: the one it has, or the first that has room. Undefined if none has. */
  book(now: number, request: BookingRequest): number | undefined {
    const { holder, tenant, weight, minWaitS } = request
    const second = secondOf(now)
    const earlier = this.bookings.get(holder)
    if (earlier !== undefined && earlier.second > second) return earlier.second - second
    this.cancel(holder)
    const others = this.others(now, request)
    for (let wait = minWaitS; wait <= this.horizonS; wait++) {
      if (!this.hasRoom(second + wait, wait, request, others)) continue
      this.enter(holder, { second: second + wait, tenant }, weight)
      return wait
    }
    return undefined
  }

  /** Recent grants of other tenants: all, and those of tenants without bookings, who will come as before. And the weights of the rest. */
  private others(now: number, { tenant, grants }: BookingRequest): Others {
    const booked = [...this.tenants].filter(([name]) => name !== tenant)
    const grantsOfAll = grants.total(now) - grants.of(now, tenant)
    return {
      grants: grantsOfAll,
      grantsOfUnbooked: booked.reduce((left, [name]) => left - grants.of(now, name), grantsOfAll),
      weights: booked.reduce((sum, [, { weight }]) => sum + weight, 0),
    }
  }

  private hasRoom(second: number, wait: number, { tenant, weight, capacity }: BookingRequest, others: Others): boolean {
    const expected = capacity(1_000 * second)
    if (expected <= 0) return false
    const part = PROMISED.next + ((PROMISED.last - PROMISED.next) * wait) / this.horizonS
    const room = Math.max(1, Math.floor(part * expected))
    // Of what tenants without bookings leave: that is all the room that newcomers need.
    const left = (part / PROMISED.next) * (expected - others.grantsOfUnbooked)
    const share = Math.min(room, (left * weight) / (weight + others.weights))
    const most = Math.max(1, share, part * (expected - others.grants))
    const { total = 0, tenants } = this.seconds.get(second) ?? {}
    const own = (tenants?.get(tenant) ?? 0) + 1
    // A tenant within its share need not wait because others have taken all.
    return own <= most && (total < room || own <= share)
  }

  /** Whether the holder comes at its time or within the grace. If so, its appointment is used up. */
  claim(now: number, holder: string): boolean {
    this.forgetMissed(now)
    const booking = this.bookings.get(holder)
    if (booking === undefined || booking.second > secondOf(now)) return false
    this.cancel(holder)
    return true
  }

  /** Drops the appointment of a holder that was served, or needs another. */
  cancel(holder: string): void {
    const booking = this.bookings.get(holder)
    if (booking === undefined) return
    this.bookings.delete(holder)
    const second = this.seconds.get(booking.second)
    if (second !== undefined) {
      second.total--
      add(second.tenants, booking.tenant, -1)
    }
    const tenant = this.tenants.get(booking.tenant)
    if (tenant !== undefined && --tenant.bookings === 0) this.tenants.delete(booking.tenant)
  }

  /** Hashes of the holders whose time is now or within so many seconds; computed once a second. */
  dueWithin(now: number, seconds: number): readonly number[] {
    const second = secondOf(now)
    if (this.due.second !== second) {
      const soon = [...this.bookings].filter(([, booking]) => booking.second <= second + seconds)
      this.due = { second, hashes: soon.map(([holder]) => hash(holder)) }
    }
    return this.due.hashes
  }

  private enter(holder: string, booking: Booking, weight: number): void {
    const second = this.seconds.get(booking.second) ?? { total: 0, tenants: new Map<string, number>() }
    second.total++
    add(second.tenants, booking.tenant, 1)
    this.seconds.set(booking.second, second)
    this.bookings.set(holder, booking)
    const bookings = (this.tenants.get(booking.tenant)?.bookings ?? 0) + 1
    this.tenants.set(booking.tenant, { weight, bookings })
  }

  /** Drops appointments that were missed; once a second. */
  private forgetMissed(now: number): void {
    const oldest = secondOf(now) - GRACE_S
    if (oldest <= this.forgottenUntil) return
    this.forgottenUntil = oldest
    for (const [holder, { second }] of this.bookings) if (second < oldest) this.cancel(holder)
    for (const second of this.seconds.keys()) if (second < oldest) this.seconds.delete(second)
  }
}

function secondOf(now: number): number {
  return Math.floor(now / 1_000)
}

function add(counts: Map<string, number>, name: string, more: number): void {
  const sum = (counts.get(name) ?? 0) + more
  if (sum === 0) counts.delete(name)
  else counts.set(name, sum)
}
