interface Entry {
  readonly at: number
  readonly order: number
  readonly run: (now: number) => void
}

/** The events of a simulation: run in the order of time, and at one time in the order in which they were added. */
export class EventQueue {
  private readonly heap: Entry[] = []
  private added = 0

  /** The time of the next event; infinity if there is none. */
  get nextAt(): number {
    return this.heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  add(at: number, run: (now: number) => void): void {
    const entry = { at, order: this.added++, run }
    let index = this.heap.push(entry) - 1
    while (index > 0) {
      const parentIndex = (index - 1) >> 1
      const parent = this.heap[parentIndex]
      if (parent === undefined || isBefore(parent, entry)) break
      this.heap[index] = parent
      index = parentIndex
    }
    this.heap[index] = entry
  }

  runNext(): void {
    const [first] = this.heap
    const last = this.heap.pop()
    if (first === undefined || last === undefined) return
    if (this.heap.length > 0) this.siftDown(last)
    first.run(first.at)
  }

  /** Runs what is due, and what that adds, up to and including `end`. */
  runUntil(end: number): void {
    while (this.nextAt <= end) this.runNext()
  }

  private siftDown(entry: Entry): void {
    let index = 0
    for (;;) {
      const [left, right] = [this.heap[2 * index + 1], this.heap[2 * index + 2]]
      if (left === undefined) break
      const first = right !== undefined && isBefore(right, left) ? right : left
      if (isBefore(entry, first)) break
      this.heap[index] = first
      index = 2 * index + (first === left ? 1 : 2)
    }
    this.heap[index] = entry
  }
}

function isBefore(one: Entry, two: Entry): boolean {
  return one.at < two.at || (one.at === two.at && one.order < two.order)
}
