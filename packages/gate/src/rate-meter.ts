/** How many names are remembered. */
const NAMES = 1_000

interface Rate {
  readonly perSecond: number
  readonly at: number
}

/** Events per second by name: exponentially weighted means. */
export class RateMeter {
  private readonly rates = new Map<string, Rate>()
  private all: Rate = { perSecond: 0, at: 0 }
  private readonly tauMs: number

  /** `tauMs`: the time constant, in milliseconds. */
  constructor(tauMs: number) {
    this.tauMs = tauMs
  }

  count(now: number, name: string, events = 1): void {
    const more = (1_000 * events) / this.tauMs
    this.all = { perSecond: this.total(now) + more, at: now }
    putNewest(this.rates, name, { perSecond: this.of(now, name) + more, at: now }, NAMES)
  }

  total(now: number): number {
    return this.decayed(now, this.all)
  }

  of(now: number, name: string): number {
    return this.decayed(now, this.rates.get(name))
  }

  /** Returns the names with at least that many events per second, and their rates, descending. */
  above(now: number, perSecond: number): (readonly [name: string, perSecond: number])[] {
    const found: (readonly [string, number])[] = []
    for (const [name, rate] of this.rates) {
      // Most names have less even before they decay.
      if (rate.perSecond < perSecond) continue
      const decayed = this.decayed(now, rate)
      if (decayed >= perSecond) found.push([name, decayed])
    }
    return found.sort(([, one], [, two]) => two - one)
  }

  private decayed(now: number, { perSecond, at }: Rate = { perSecond: 0, at: now }): number {
    return perSecond * Math.exp((at - now) / this.tauMs)
  }
}

/** Puts an entry at the end of a map, and drops the first one if there are more than `max`. */
export function putNewest<T>(map: Map<string, T>, name: string, entry: T, max: number): void {
  map.delete(name)
  map.set(name, entry)
  if (map.size <= max) return
  const [oldest = name] = map.keys()
  map.delete(oldest)
}
