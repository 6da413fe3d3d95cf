import { LastTurns } from './last-turns.ts'
import { LongestFirst } from './longest-first.ts'
import { TurnOrder, type TurnTaker } from './turn-order.ts'

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

/** The waiters of one caller, oldest first. */
interface Queue extends TurnTaker {
  readonly caller: string
  readonly waiters: Waiter[]
}

/** The callers that take turns with each other. */
interface Party extends TurnTaker {
  readonly name: string
  readonly queues: Map<string, Queue>
  readonly order: TurnOrder<Queue>
  readonly longest: LongestFirst<Queue>
  size: number
}

/**
 * The line before the permits: parties take turns, and within a party its callers do. Whoever had its turn longest ago is
 * next, and turns are remembered for a while, so that asking all the time earns nobody more than its share.
 */
export class Line {
  private readonly parties = new Map<string, Party>()
  private readonly order = new TurnOrder<Party>()
  private readonly longest = new LongestFirst<Party>()
  private readonly byId = new Map<string, Waiter>()
  private readonly partyTurns = new LastTurns()
  private readonly callerTurns = new LastTurns()
  private arrivals = 0

  get size(): number {
    return this.byId.size
  }

  /** How many of a caller's requests wait. */
  waitingOf({ party, caller }: Pick<Waiter, 'party' | 'caller'>): number {
    return this.parties.get(party)?.queues.get(caller)?.waiters.length ?? 0
  }

  join(now: number, waiter: Waiter): void {
    const party = this.parties.get(waiter.party) ?? this.newParty(now, waiter.party)
    const queue = party.queues.get(waiter.caller) ?? this.newQueue(now, party, waiter.caller)
    queue.waiters.push(waiter)
    this.byId.set(waiter.id, waiter)
    this.resized(party, queue, 1)
  }

  /** Takes out whoever's turn it is. */
  next(now: number): Waiter | undefined {
    const party = this.order.first
    const queue = party?.order.first
    const [waiter] = queue?.waiters ?? []
    if (party === undefined || queue === undefined || waiter === undefined) return undefined
    this.callerTurns.remember(now, queue.caller)
    this.partyTurns.remember(now, party.name)
    queue.lastTurn = now
    party.lastTurn = now
    this.leave(waiter.id)
    this.tookTurn(party.order, queue, queue.waiters.length)
    this.tookTurn(this.order, party, party.size)
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
    if (queue.waiters.length === 0) {
      party.queues.delete(queue.caller)
      party.order.remove(queue)
    }
    if (party.size === 0) {
      this.parties.delete(party.name)
      this.order.remove(party)
    }
    return waiter
  }

  /** Everybody in the order of their turns, if nobody comes or goes. */
  inOrder(): Waiter[] {
    const sequence = ({ queues }: Party) => byRounds(inTurn(queues.values()).map(({ waiters }) => waiters))
    return byRounds(inTurn(this.parties.values()).map(sequence))
  }

  /** Who has to go when one has to: the newest in the longest queue of the longest party. */
  lastInLine(): Waiter | undefined {
    return this.longest.first?.longest.first?.waiters.at(-1)
  }

  private newParty(now: number, name: string): Party {
    const party: Party = {
      name,
      lastTurn: this.partyTurns.of(now, name),
      joined: this.arrivals++,
      queues: new Map(),
      order: new TurnOrder(),
      longest: new LongestFirst(),
      size: 0,
    }
    this.parties.set(name, party)
    this.order.add(party)
    return party
  }

  private newQueue(now: number, party: Party, caller: string): Queue {
    const queue = { caller, lastTurn: this.callerTurns.of(now, caller), joined: this.arrivals++, waiters: [] }
    party.queues.set(caller, queue)
    party.order.add(queue)
    return queue
  }

  /** Puts whoever had its turn behind the others, if it has more to come. */
  private tookTurn<T extends TurnTaker>(order: TurnOrder<T>, taker: T, left: number): void {
    if (left === 0) return
    taker.joined = this.arrivals++
    order.changed(taker)
  }

  private resized(party: Party, queue: Queue, by: 1 | -1): void {
    party.longest.resize(queue, queue.waiters.length)
    party.size += by
    this.longest.resize(party, party.size)
  }
}

function inTurn<T extends TurnTaker>(takers: Iterable<T>): T[] {
  return [...takers].sort((a, b) =>
    a.lastTurn === b.lastTurn ? a.joined - b.joined : a.lastTurn < b.lastTurn ? -1 : 1,
  )
}

/** The first of each list, then the second of each, and so on. */
function byRounds<T>(lists: readonly (readonly T[])[]): T[] {
  const order: T[] = []
  let left = lists
  for (let round = 0; left.length > 0; round++) {
    left = left.filter((list) => list.length > round)
    for (const list of left) order.push(...list.slice(round, round + 1))
  }
  return order
}
