/** Somebody who takes turns. */
export interface TurnTaker {
  /** When it had its last turn, in milliseconds; the beginning of time if it never had one, or long ago. */
  lastTurn: number
  /** Counts up: who came first among those that had their last turn at the same time. */
  joined: number
}

/** Those who take turns, whoever had its turn longest ago first: a binary heap. */
export class TurnOrder<T extends TurnTaker> {
  private readonly heap: T[]
  private readonly places = new Map<T, number>()

  constructor(takers: Iterable<T> = []) {
    this.heap = []
    for (const taker of takers) this.add(taker)
  }

  get first(): T | undefined {
    return this.heap[0]
  }

  add(taker: T): void {
    this.rise(this.put(taker, this.heap.length))
  }

  /** Takes somebody out, wherever it stands. */
  remove(taker: T): void {
    const place = this.places.get(taker)
    const last = this.heap.pop()
    if (place === undefined || last === undefined) return
    this.places.delete(taker)
    if (last === taker) return
    this.put(last, place)
    this.sink(this.rise(place))
  }

  private put(taker: T, place: number): number {
    this.heap[place] = taker
    this.places.set(taker, place)
    return place
  }

  private rise(from: number): number {
    let place = from
    for (let parent = (place - 1) >> 1; place > 0 && this.swapIfBefore(place, parent); parent = (place - 1) >> 1) {
      place = parent
    }
    return place
  }

  private sink(from: number): void {
    for (let place = from; ; ) {
      const left = 2 * place + 1
      const child = this.isBefore(left + 1, left) ? left + 1 : left
      if (!this.swapIfBefore(child, place)) return
      place = child
    }
  }

  private swapIfBefore(place: number, other: number): boolean {
    const [one, two] = [this.heap[place], this.heap[other]]
    if (one === undefined || two === undefined || !this.isBefore(place, other)) return false
    this.put(two, place)
    this.put(one, other)
    return true
  }

  private isBefore(place: number, other: number): boolean {
    const [one, two] = [this.heap[place], this.heap[other]]
    if (one === undefined || two === undefined) return false
    return one.lastTurn < two.lastTurn || (one.lastTurn === two.lastTurn && one.joined < two.joined)
  }
}
