/** Things in an order, the first of them at hand: a binary heap that can also give up whatever is in it. */
export class Heap<T> {
  private readonly isBefore: (one: T, two: T) => boolean
  private readonly things: T[] = []
  private readonly places = new Map<T, number>()

  /** `isBefore` must not change its mind about things while they are in here. */
  constructor(isBefore: (one: T, two: T) => boolean) {
    this.isBefore = isBefore
  }

  get first(): T | undefined {
    return this.things[0]
  }

  add(thing: T): void {
    this.rise(this.put(thing, this.things.length))
  }

  /** Takes something out, wherever it stands. */
  remove(thing: T): void {
    const place = this.places.get(thing)
    if (place === undefined) return
    this.places.delete(thing)
    const last = this.things.pop()
    if (last === undefined || last === thing) return
    this.put(last, place)
    this.sink(this.rise(place))
  }

  private put(thing: T, place: number): number {
    this.things[place] = thing
    this.places.set(thing, place)
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
      const child = this.comesBefore(left + 1, left) ? left + 1 : left
      if (!this.swapIfBefore(child, place)) return
      place = child
    }
  }

  private swapIfBefore(place: number, other: number): boolean {
    const [one, two] = [this.things[place], this.things[other]]
    if (one === undefined || two === undefined || !this.isBefore(one, two)) return false
    this.put(two, place)
    this.put(one, other)
    return true
  }

  private comesBefore(place: number, other: number): boolean {
    const [one, two] = [this.things[place], this.things[other]]
    return one !== undefined && two !== undefined && this.isBefore(one, two)
  }
}
