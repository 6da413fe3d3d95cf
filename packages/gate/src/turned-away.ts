/** How many callers are remembered. */
const REMEMBERED = 10_000

/** When callers were turned away last, so that refusals go round among equals. */
export class TurnedAway {
  private readonly times = new Map<string, number>()

  remember(now: number, caller: string): void {
    this.times.delete(caller)
    this.times.set(caller, now)
    if (this.times.size <= REMEMBERED) return
    const [oldest = caller] = this.times.keys()
    this.times.delete(oldest)
  }

  /** The time, or the beginning of time for one who never was. */
  at(caller: string): number {
    return this.times.get(caller) ?? Number.NEGATIVE_INFINITY
  }
}
