import type { FaultOrder } from './order.ts'
import { parseOrder } from './parse-order.ts'

/** An order that stands. */
export interface StandingOrder {
  id: number
  order: FaultOrder
  /** To how many requests it has happened. */
  applied: number
}

/** What is to go wrong, and with which requests. */
export interface Faults {
  /**
   * Orders a fault, and returns the number of the order. Orders stand in line: a request gets the first that applies.
   *
   * @throws {TypeError} saying what is wrong with the order.
   */
  order: (order: FaultOrder) => number
  /** The orders that still stand. */
  standing: () => StandingOrder[]
  /** Calls off all orders. */
  clear: () => void
}

export interface FaultLine extends Faults {
  /** The order for the request at hand. */
  take: () => FaultOrder | undefined
}

/** More than anybody has use for; keeps a client in a loop from filling the memory. */
const MOST_ORDERS = 1000

export function createFaults(random: () => number): FaultLine {
  let line: StandingOrder[] = []
  let count = 0
  return {
    order: (given) => {
      const order = parseOrder(given)
      if (line.length >= MOST_ORDERS) throw new TypeError(`${MOST_ORDERS} orders stand already: clear them first.`)
      count += 1
      line.push({ id: count, order, applied: 0 })
      return count
    },
    standing: () => line.map((standing) => ({ ...standing })),
    clear: () => {
      line = []
    },
    take: () => {
      const standing = line.find(({ order }) => order.share === undefined || random() < order.share)
      if (!standing) return undefined
      standing.applied += 1
      line = line.filter(({ order, applied }) => order.next === undefined || applied < order.next)
      return standing.order
    },
  }
}
