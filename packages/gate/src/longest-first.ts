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

  /** Tells that a thing has grown or shrunk by one, to `size`. */
  resize(thing: T, size: number): void {
    const link = this.links.get(thing) ?? { thing, size: 0, before: undefined, after: undefined }
    if (link.size > 0) this.unchain(link)
    link.size = size
    if (size === 0) this.links.delete(thing)
    else {
      this.links.set(thing, link)
      this.chain(link)
    }
    while (this.ends.length > 0 && this.ends.at(-1) === undefined) this.ends.pop()
  }

  /** Up to `count` of the things of the greatest size, who came to it last coming first. */
  newestOfLongest(count: number): T[] {
    const found: T[] = []
    let link = this.ends.at(-1)
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
