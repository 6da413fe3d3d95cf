interface Entry {
  readonly at: number
  readonly order: number
  readonly run: (now: number) => void
}

/** What is going to happen: in the order of time, and of those at one time in the order in which they were added. */
export class Agenda {
  private readonly heap: Entry[] = []
  private added = 0

  get nextAt(): number {
    return this.heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  add(at: number, run: (now: number) => void): void {
    const entry = { at, order: this.added++, run }
    let place = this.heap.push(entry) - 1
    for (let parent = (place - 1) >> 1; place > 0; parent = (place - 1) >> 1) {
      const above = this.heap[parent]
      if (above === undefined || isBefore(above, entry)) break
      this.heap[place] = above
      place = parent
    }
    this.heap[place] = entry
  }

  runNext(): void {
    const [first] = this.heap
    const last = this.heap.pop()
    if (first === undefined || last === undefined) return
    if (this.heap.length > 0) this.sink(last)
    first.run(first.at)
  }

  private sink(entry: Entry): void {
    let place = 0
    for (;;) {
      const [left, right] = [this.heap[2 * place + 1], this.heap[2 * place + 2]]
      if (left === undefined) break
      const first = right !== undefined && isBefore(right, left) ? right : left
      if (isBefore(entry, first)) break
      this.heap[place] = first
      place = 2 * place + (first === left ? 1 : 2)
    }
    this.heap[place] = entry
  }
}

function isBefore(one: Entry, two: Entry): boolean {
  return one.at < two.at || (one.at === two.at && one.order < two.order)
}
