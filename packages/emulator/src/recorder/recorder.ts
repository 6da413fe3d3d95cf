import type { Window } from '../gateway/rate-limit.ts'
import type { JsonObject } from '../json.ts'
import { createCounters, type LimitOf, type Report } from './report.ts'
import { createRingBuffer } from './ring-buffer.ts'

/** One request that was received. */
export interface ReceivedRequest {
  /** When its last byte had been received, in milliseconds since 1970, with fractions. */
  time: number
  /** Null where the signature did not prove it. */
  account: string | null
  /** Null where the request names none that there is. Known even where the signature is wrong. */
  service: string | null
  action: string | null
  region: string | null
  /** The caller's `Extra`; null where there was none, or it was not read. */
  extra: string | null
  /**
   * What was asked; empty where it was not read because the request was refused before. The values of secrets
   * (`x-secret` in the API description) and what is very long are replaced by their length in brackets.
   */
  parameters: JsonObject
  /**
   * Whether the gateway took it on: signed well and in time, for a known action with the headers that it takes. Such a
   * request is carried out unless the limit or its parameters stand against it (see `outcome`). A request that is not
   * accepted was merely received: it is carried out under no circumstances.
   */
  accepted: boolean
  /**
   * `ok`, the code of the error, `unprocessed` where a fault came first, or `failed` where a function of the option
   * `answers` threw, or returned what is no object of JSON.
   */
  outcome: string
  /** The kind of the fault that happened to it, if one did. */
  fault: string | null
  /** Null where it was not processed, or failed. */
  requestId: string | null
}

export interface Recorder {
  record: (request: ReceivedRequest) => void
  /** Copies of what is still kept, oldest first. */
  received: () => ReceivedRequest[]
  report: () => Report
  /** How many of the oldest are no longer kept. */
  dropped: () => number
  clear: () => void
}

/**
 * Counts requests as they come, so that a report costs nothing while a load runs, and keeps the newest as text, so that
 * their memory is bounded to the byte and what is read is a snapshot.
 */
export function createRecorder(maxBytes: number, limitOf: LimitOf, window: Window): Recorder {
  const kept = createRingBuffer(maxBytes)
  let counters = createCounters(limitOf, window)
  return {
    record: (request) => {
      counters.count(request)
      kept.push(JSON.stringify({ ...request, extra: isExtra(request) ? undefined : request.extra }))
    },
    received: () => kept.lines().map(parseRecord),
    report: () => counters.report(kept.dropped()),
    dropped: kept.dropped,
    clear: () => {
      kept.clear()
      counters = createCounters(limitOf, window)
    },
  }
}

/** Whether `Extra` is in the parameters as well, so that it need not be kept twice. */
function isExtra({ extra, parameters }: ReceivedRequest): boolean {
  return extra !== null && extra === parameters.Extra
}

function parseRecord(line: string): ReceivedRequest {
  const record: ReceivedRequest = JSON.parse(line)
  // Written above, where the field is left out if the parameters hold it.
  return record.extra === undefined ? { ...record, extra: String(record.parameters.Extra) } : record
}
