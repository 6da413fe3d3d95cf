interface Node<T> {
  readonly thing: T
  place: number
}

/** Things in an order, the first of them at hand: a binary heap that can also give up whatever is in it. */
export class Heap<T> {
  private readonly isBefore: (one: T, two: T) => boolean
  private readonly heap: Node<T>[] = []
  private readonly nodes = new Map<T, Node<T>>()

  /** Where `isBefore` changes its mind about a thing, `changed` has to be told before anything else. */
  constructor(isBefore: (one: T, two: T) => boolean) {
    this.isBefore = isBefore
  }

  get first(): T | undefined {
    return this.heap[0]?.thing
  }

  add(thing: T): void {
    const node = { thing, place: this.heap.length }
    this.nodes.set(thing, node)
    this.heap.push(node)
    this.rise(node)
  }

  /** Takes something out, wherever it stands. */
  remove(thing: T): void {
    const node = this.nodes.get(thing)
    if (node === undefined) return
    this.nodes.delete(thing)
    const last = this.heap.pop()
    if (last === undefined || last === node) return
    this.put(last, node.place)
    this.settle(last)
  }

  /** Puts something where it belongs now. */
  changed(thing: T): void {
    const node = this.nodes.get(thing)
    if (node !== undefined) this.settle(node)
  }

  private settle(node: Node<T>): void {
    this.rise(node)
    this.sink(node)
  }

  private rise(node: Node<T>): void {
    while (node.place > 0) {
      const parent = this.heap[(node.place - 1) >> 1]
      if (parent === undefined || !this.isBefore(node.thing, parent.thing)) return
      this.swap(node, parent)
    }
  }

  private sink(node: Node<T>): void {
    for (;;) {
      const left = this.heap[2 * node.place + 1]
      const right = this.heap[2 * node.place + 2]
      const child = left && right && this.isBefore(right.thing, left.thing) ? right : left
      if (child === undefined || !this.isBefore(child.thing, node.thing)) return
      this.swap(node, child)
    }
  }

  private swap(one: Node<T>, two: Node<T>): void {
    const { place } = one
    this.put(one, two.place)
    this.put(two, place)
  }

  private put(node: Node<T>, place: number): void {
    this.heap[place] = node
    node.place = place
  }
}
