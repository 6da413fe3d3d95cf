import type { Window } from '../gateway/rate-limit.ts'
import type { ReceivedRequest } from './received-request.ts'
import { createCounters, type LimitOf, type Report } from './report.ts'
import { createRingBuffer } from './ring-buffer.ts'

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
