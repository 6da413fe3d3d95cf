import { UpstreamClock } from './upstream-clock.ts'

/** Tencent refuses a timestamp that is more than this many seconds off. */
const WINDOW_S = 300

/** So many fresh signatures refused as expired, one after the other, show that the window is narrower than documented. */
const REFUSED_IN_A_ROW = 2

/** How long the present time is signed with before back-dated signatures are tried again, in milliseconds. */
const PRESENT_MS = 3_600_000

/** How requests are signed: so that Tencent refuses them soon, or with the present time. */
export type Signing = 'backdated' | 'present'

/** Both in seconds of Tencent's clock. */
export interface Signature {
  /** The X-TC-Timestamp that the call is signed with. */
  readonly timestamp: number
  /** From when on the call is not carried out any more. */
  readonly expires: number
}

/** Chooses the timestamps of calls, so that their signatures expire when we want them to. */
export class Signatures {
  private readonly clock = new UpstreamClock()
  private readonly lifetimeS: number
  private readonly setting: Signing
  private presentUntil: number
  private refusedInARow = 0

  /** `presentUntil`: what a previous instance has stored. */
  constructor(lifetimeS: number, setting: Signing, presentUntil: number, now: number) {
    this.lifetimeS = lifetimeS
    this.setting = setting
    // On the clock of another machine, perhaps.
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

  /** On our clock, when a signature has certainly expired. */
  expiredAt(expires: number): number {
    return expires * 1_000 - this.clock.low
  }

  /** A response was made between the two times, and says what time it is. */
  observe(from: number, to: number, date: number): void {
    this.clock.observe(from, to, date)
  }

  /** A call was answered: Tencent accepts our signatures. */
  accepted(): void {
    this.refusedInARow = 0
  }

  /**
   * A call granted and reported at these times was refused as expired. If that makes us sign with the present time, returns
   * until when.
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
