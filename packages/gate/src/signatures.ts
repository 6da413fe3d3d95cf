import { UpstreamClock } from './upstream-clock.ts'

/** Tencent refuses a timestamp that is more than this many seconds off. */
const WINDOW_S = 300

/** How many fresh signatures in a row, refused as expired, show that the window is narrower than documented. */
const REFUSED_IN_A_ROW = 2

/** How long calls are signed with the present time before back-dated signatures are tried again, in milliseconds. */
const PRESENT_MS = 3_600_000

/** How calls are signed: back-dated, so that Tencent soon refuses them, or with the present time. */
export type Signing = 'backdated' | 'present'

/** Both in seconds of Tencent's clock. */
export interface Signature {
  /** The X-TC-Timestamp that the call is signed with. */
  readonly timestamp: number
  /** From when on Tencent refuses the call. */
  readonly expires: number
}

/** Chooses the timestamps of calls, which decide when their signatures expire. */
export class Signatures {
  private readonly clock = new UpstreamClock()
  private readonly lifetimeS: number
  private readonly setting: Signing
  private presentUntil: number
  private refusedInARow = 0

  /** `presentUntil`: as a previous instance has stored it. */
  constructor(lifetimeS: number, setting: Signing, presentUntil: number, now: number) {
    this.lifetimeS = lifetimeS
    this.setting = setting
    // It may be a time of another machine's clock.
    this.presentUntil = Math.min(presentUntil, now + PRESENT_MS)
  }

  signing(now: number): Signing {
    return now < this.presentUntil ? 'present' : this.setting
  }

  /** The signature of a call that is granted now. */
  choose(now: number): Signature {
    const latest = Math.floor((now + this.clock.high) / 1_000)
    const expires = latest + this.lifetimeS + 1
    return { expires, timestamp: this.signing(now) === 'present' ? latest : expires - WINDOW_S - 1 }
  }

  /** Returns when a signature has certainly expired, on our clock. */
  expiredAt(expires: number): number {
    return expires * 1_000 - this.clock.low
  }

  /** A response was made between two times of our clock, with this `Date`. */
  observe(from: number, to: number, date: number): void {
    this.clock.observe(from, to, date)
  }

  /** Tencent has accepted a signature. */
  accepted(): void {
    this.refusedInARow = 0
  }

  /**
   * A call granted and reported at these times was refused as expired. If calls are signed with the present time from now on,
   * returns until when.
   */
  refused(from: number, to: number, { timestamp }: Signature): number | undefined {
    const { low, high } = this.clock
    const fresh = to + high < (timestamp + WINDOW_S) * 1_000 && from + low > (timestamp - WINDOW_S) * 1_000
    if (!fresh || this.signing(to) === 'present') return undefined
    this.refusedInARow++
    if (this.refusedInARow < REFUSED_IN_A_ROW) return undefined
    this.presentUntil = to + PRESENT_MS
    return this.presentUntil
  }
}
