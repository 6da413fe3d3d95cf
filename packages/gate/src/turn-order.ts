import { Heap } from './heap.ts'

/** Somebody who takes turns. */
export interface TurnTaker {
  /** When it had its last turn, in milliseconds; the beginning of time if it never had one, or long ago. */
  lastTurn: number
  /** Counts up: who came first among those that had their last turn at the same time. */
  joined: number
}

/** Those who take turns, whoever had its turn longest ago first. */
export class TurnOrder<T extends TurnTaker> extends Heap<T> {
  constructor() {
    super((one, two) => one.lastTurn < two.lastTurn || (one.lastTurn === two.lastTurn && one.joined < two.joined))
  }
}
