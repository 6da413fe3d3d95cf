/** How long a turn is remembered, in milliseconds. */
export const REMEMBERED_MS = 60_000

/** How many turns are remembered. */
const REMEMBERED = 10_000

/** When callers and parties had their last turns, so that turns are fair over time and not only among those who wait. */
export class LastTurns {
  private readonly times = new Map<string, number>()

  remember(now: number, name: string): void {
    this.times.delete(name)
    this.times.set(name, now)
    if (this.times.size <= REMEMBERED) return
    const [oldest = name] = this.times.keys()
    this.times.delete(oldest)
  }

  /** The time, or the beginning of time for who had no turn or had it long ago. */
  of(now: number, name: string): number {
    const time = this.times.get(name) ?? Number.NEGATIVE_INFINITY
    return time + REMEMBERED_MS > now ? time : Number.NEGATIVE_INFINITY
  }
}
