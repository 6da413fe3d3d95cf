import { Heap } from './heap.ts'

/** Something of a size that changes. */
interface Sized {
  /** When it had its last turn, in milliseconds. It changes only together with the size. */
  readonly lastTurn: number
}

interface Entry<T> {
  readonly thing: T
  size: number
  lastTurn: number
  /** Counts up with the changes of size. */
  sizedAt: number
}

/** Things by size, the longest first; of those the one that had its turn last, and then the one that came to its size last. */
export class LongestFirst<T extends Sized> {
  private readonly entries = new Map<T, Entry<T>>()
  private readonly heap = new Heap<Entry<T>>(isBefore)
  private changes = 0

  get first(): T | undefined {
    return this.heap.first?.thing
  }

  /** Tells that a thing has grown or shrunk to `size`. */
  resize(thing: T, size: number): void {
    const entry = this.entries.get(thing)
    if (entry === undefined) this.enter({ thing, size, lastTurn: thing.lastTurn, sizedAt: this.changes++ })
    else if (size === 0) {
      this.entries.delete(thing)
      this.heap.remove(entry)
    } else {
      entry.size = size
      entry.lastTurn = thing.lastTurn
      entry.sizedAt = this.changes++
      this.heap.changed(entry)
    }
  }

  private enter(entry: Entry<T>): void {
    this.entries.set(entry.thing, entry)
    this.heap.add(entry)
  }
}

function isBefore(one: Entry<unknown>, two: Entry<unknown>): boolean {
  if (one.size !== two.size) return one.size > two.size
  if (one.lastTurn !== two.lastTurn) return one.lastTurn > two.lastTurn
  return one.sizedAt > two.sizedAt
}
