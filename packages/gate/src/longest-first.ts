/** A link in the chain of things of one size. */
interface Link<T> {
  readonly thing: T
  size: number
  before: Link<T> | undefined
  after: Link<T> | undefined
}

/** Things ordered by a size of theirs that changes by one at a time. Every change takes the same time. */
export class LongestFirst<T extends object> {
  private readonly links = new Map<T, Link<T>>()
  /** For each size, the end of the chain of those that have it: who came to that size last. */
  private readonly ends: (Link<T> | undefined)[] = []
  /** For each size, how many things have at least that size. */
  private readonly atLeast: number[] = []

  /** Tells that a thing has grown or shrunk by one, to `size`. */
  resize(thing: T, size: number): void {
    const link = this.links.get(thing) ?? { thing, size: 0, before: undefined, after: undefined }
    if (link.size > 0) this.unchain(link)
    if (size > link.size) this.atLeast[size] = (this.atLeast[size] ?? 0) + 1
    else this.atLeast[link.size] = (this.atLeast[link.size] ?? 1) - 1
    link.size = size
    if (size === 0) this.links.delete(thing)
    else {
      this.links.set(thing, link)
      this.chain(link)
    }
    while (this.atLeast.length > 1 && this.atLeast.at(-1) === 0) this.atLeast.pop()
  }

  /** How many turns pass until everything has had `rounds` of them, one a round as long as its size lasts. */
  turnsIn(rounds: number, enough: number): number {
    let turns = 0
    // There may be few things with many turns each, or many with few.
    if (this.links.size < rounds) for (const { size } of this.links.values()) turns += Math.min(size, rounds)
    else for (let round = 1; round <= rounds && turns <= enough; round++) turns += this.atLeast[round] ?? 0
    return turns
  }

  /** Up to `count` of the things of the greatest size, who came to it last coming first. */
  newestOfLongest(count: number): T[] {
    const found: T[] = []
    let link = this.ends[this.atLeast.length - 1]
    for (; link !== undefined && found.length < count; link = link.before) found.push(link.thing)
    return found
  }

  private chain(link: Link<T>): void {
    const end = this.ends[link.size]
    link.before = end
    link.after = undefined
    if (end !== undefined) end.after = link
    this.ends[link.size] = link
  }

  private unchain(link: Link<T>): void {
    if (link.before !== undefined) link.before.after = link.after
    if (link.after !== undefined) link.after.before = link.before
    else this.ends[link.size] = link.before
  }
}
