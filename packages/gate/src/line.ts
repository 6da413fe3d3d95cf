import { LongestFirst } from './longest-first.ts'

/** A request that waits for a permit. Times are in milliseconds on the gate's clock. */
export interface Waiter {
  readonly id: string
  /** Who asks. */
  readonly caller: string
  /** With whom the caller takes turns: a backend by itself, app users as one party. */
  readonly party: string
  readonly since: number
  /** When its patience ends. */
  readonly deadline: number
}

/** How many of the longest queues are looked at when somebody has to go. */
const CANDIDATES = 8

/** The waiters of one caller, oldest first. */
class Queue {
  readonly caller: string
  /** When the caller was turned away last. */
  readonly turnedAwayAt: number
  readonly waiters: Waiter[] = []

  constructor(caller: string, turnedAwayAt: number) {
    this.caller = caller
    this.turnedAwayAt = turnedAwayAt
  }

  get size(): number {
    return this.waiters.length
  }
}

/** The callers that take turns with each other. A `Map` keeps them in the order of their next turn. */
class Party {
  readonly name: string
  readonly queues = new Map<string, Queue>()
  readonly longest = new LongestFirst<Queue>()
  size = 0

  constructor(name: string) {
    this.name = name
  }
}

/**
 * The line before the permits: parties take turns, and within a party its callers do. Joining, leaving and being served
 * take the same time whatever the length of the line.
 */
export class Line {
  private readonly parties = new Map<string, Party>()
  private readonly longest = new LongestFirst<Party>()
  private readonly byId = new Map<string, Waiter>()

  get size(): number {
    return this.byId.size
  }

  has(id: string): boolean {
    return this.byId.has(id)
  }

  /** How many of a caller's requests wait. */
  waitingOf({ party, caller }: Pick<Waiter, 'party' | 'caller'>): number {
    return this.parties.get(party)?.queues.get(caller)?.size ?? 0
  }

  all(): Iterable<Waiter> {
    return this.byId.values()
  }

  /** `turnedAwayAt`: when the caller was turned away last, if it does not wait yet. */
  join(waiter: Waiter, turnedAwayAt: (caller: string) => number): void {
    const party = this.parties.get(waiter.party) ?? new Party(waiter.party)
    const queue = party.queues.get(waiter.caller) ?? new Queue(waiter.caller, turnedAwayAt(waiter.caller))
    this.parties.set(waiter.party, party)
    party.queues.set(waiter.caller, queue)
    queue.waiters.push(waiter)
    this.byId.set(waiter.id, waiter)
    this.resized(party, queue, 1)
  }

  /** Takes out whoever's turn it is. */
  next(): Waiter | undefined {
    const [party] = this.parties.values()
    const [queue] = party?.queues.values() ?? []
    const [waiter] = queue?.waiters ?? []
    if (party === undefined || queue === undefined || waiter === undefined) return undefined
    this.leave(waiter.id)
    // Behind the others, for the next turn.
    if (party.queues.delete(queue.caller) && queue.size > 0) party.queues.set(queue.caller, queue)
    if (this.parties.delete(party.name) && party.size > 0) this.parties.set(party.name, party)
    return waiter
  }

  /** Takes a waiter out, wherever it stands. */
  leave(id: string): Waiter | undefined {
    const waiter = this.byId.get(id)
    const party = waiter && this.parties.get(waiter.party)
    const queue = waiter && party?.queues.get(waiter.caller)
    if (waiter === undefined || party === undefined || queue === undefined) return undefined
    this.byId.delete(id)
    if (queue.waiters[0] === waiter) queue.waiters.shift()
    else queue.waiters.splice(queue.waiters.lastIndexOf(waiter), 1)
    this.resized(party, queue, -1)
    if (queue.size === 0) party.queues.delete(queue.caller)
    if (party.size === 0) this.parties.delete(party.name)
    return waiter
  }

  /**
   * Which turn a waiter gets, counted from 1, if nobody joins or leaves and it is the last of its round. Stops counting
   * past `enough`.
   */
  turnOf({ id, party: name, caller }: Waiter, enough: number): number {
    const party = this.parties.get(name)
    const queue = party?.queues.get(caller)
    const depth = queue?.waiters.findLastIndex((waiter) => waiter.id === id) ?? -1
    if (party === undefined || depth < 0) return Number.POSITIVE_INFINITY
    return this.longest.turnsIn(party.longest.turnsIn(depth + 1, enough), enough)
  }

  /**
   * Who has to go when one has to: the newest in the longest queue of the longest party. Among equals, the one whose caller
   * was turned away least recently.
   */
  lastInLine(): Waiter | undefined {
    let last: Queue | undefined
    for (const party of this.longest.newestOfLongest(CANDIDATES)) {
      for (const queue of party.longest.newestOfLongest(CANDIDATES)) {
        if (last === undefined || queue.turnedAwayAt < last.turnedAwayAt) last = queue
      }
    }
    return last?.waiters.at(-1)
  }

  private resized(party: Party, queue: Queue, by: 1 | -1): void {
    party.longest.resize(queue, queue.size)
    party.size += by
    this.longest.resize(party, party.size)
  }
}
