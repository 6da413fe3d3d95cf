/** One request that was received. */
export interface ReceivedRequest {
  /** When its last byte had been received, in milliseconds since 1970, with fractions. */
  time: number
  /** Null where the signature did not prove it. */
  account: string | null
  action: string | null
  region: string | null
  /** The caller's `Extra`; null where there was none, or it was not read. */
  extra: string | null
  /**
   * Whether the gateway took it on: signed well and in time, for a known action with the headers that it takes. Such a
   * request is carried out unless the limit or its parameters stand against it (see `outcome`). A request that is not
   * accepted was merely received: it is carried out under no circumstances.
   */
  accepted: boolean
  /**
   * `ok`, the code of the error, `unprocessed` where a fault came first, or `failed` where a function of the option
   * `answers` threw, or gave what is no JSON.
   */
  outcome: string
  /** The kind of the fault that happened to it, if one did. */
  fault: string | null
  /** Null where it was not processed, or failed. */
  requestId: string | null
}

export interface Recorder {
  record: (request: ReceivedRequest) => void
  /** Oldest first. */
  received: () => ReceivedRequest[]
  /** How many of the oldest are no longer kept. */
  dropped: () => number
  clear: () => void
}

/** Keeps the newest `capacity` requests, and says how many it had to let go. */
export function createRecorder(capacity: number): Recorder {
  let kept: ReceivedRequest[] = []
  let recorded = 0
  return {
    record: (request) => {
      kept[recorded % capacity] = request
      recorded += 1
    },
    received: () => {
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
