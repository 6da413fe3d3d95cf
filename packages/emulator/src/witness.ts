/** One request that arrived. */
export interface Arrival {
  /** When its last byte had been received, in milliseconds since 1970, with fractions. */
  time: number
  /** Null where the signature did not prove it. */
  account: string | null
  action: string | null
  region: string | null
  /** The caller's `Extra`; null where there was none, or it was not read. */
  extra: string | null
  /**
   * `ok`, the code of the error, `unprocessed` where an ordered fault came first, or `failed` where a function of the
   * option `answers` threw, or gave what is no JSON.
   */
  outcome: string
  /** The kind of the fault that was ordered for it, if one was. */
  fault: string | null
  /** Null where it was not processed, or failed. */
  requestId: string | null
}

export interface Witness {
  record: (arrival: Arrival) => void
  /** Oldest first. */
  arrivals: () => Arrival[]
  /** How many of the oldest are no longer kept. */
  dropped: () => number
  clear: () => void
}

/** Keeps the newest `capacity` arrivals, and says how many it had to let go. */
export function createWitness(capacity: number): Witness {
  let kept: Arrival[] = []
  let recorded = 0
  return {
    record: (arrival) => {
      kept[recorded % capacity] = arrival
      recorded += 1
    },
    arrivals: () => {
      const oldest = recorded > capacity ? recorded % capacity : 0
      return [...kept.slice(oldest), ...kept.slice(0, oldest)]
    },
    dropped: () => Math.max(0, recorded - capacity),
    clear: () => {
      kept = []
      recorded = 0
    },
  }
}
