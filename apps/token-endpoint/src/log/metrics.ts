import type { LogLine } from './fields.ts'

/** What stands for a time that a request did not spend: 0 is a time as well. */
const NONE = -1

/** A column of the Analytics Engine, in the order of the data point. */
type Column<Value> = readonly [name: string, holds: string, value: (line: LogLine) => Value]

/** Requests of one index are sampled together. */
const index: Column<string> = [
  'caller',
  '`backend:` and its name; `app-users` for all app users; `nobody` if the credentials are missing or invalid',
  ({ caller }) => kindOf(caller),
]

const blobs: readonly Column<string>[] = [
  ['code', 'as in the log; empty if the log has none', ({ code = '' }) => code],
  [
    'path',
    '`/v1/tokens`, `/v1/results`, or `other`',
    ({ path }) => (/^\/v1\/(tokens|results)$/.test(path) ? path : 'other'),
  ],
  ['preset', 'the preset, if it exists; otherwise empty', ({ preset = '' }) => preset],
  ['reason', 'as in the log; empty if the log has none', ({ reason = '' }) => reason],
]

const doubles: readonly Column<number>[] = [
  ['status', 'status of the response', ({ status }) => status],
  ['durationMs', 'time from the request to its response', ({ durationMs }) => durationMs],
  ['waitMs', `the wait for a permit; ${NONE} if there was none`, ({ waitMs = NONE }) => waitMs],
  ['upstreamMs', `the call to Tencent; ${NONE} if there was none`, ({ upstreamMs = NONE }) => upstreamMs],
  ['throttled', 'how many calls of the request Tencent throttled', ({ throttled = 0 }) => throttled],
]

/** The columns by their names in SQL: `[column, name, what it holds]`. docs/operating.md shows this table. */
export const metricColumns: readonly (readonly [column: string, name: string, holds: string])[] = [
  ['index1', index[0], index[1]],
  ...blobs.map(([name, holds], i) => [`blob${i + 1}`, name, holds] as const),
  ...doubles.map(([name, holds], i) => [`double${i + 1}`, name, holds] as const),
]

/** A binding to the Analytics Engine. */
interface Dataset {
  readonly writeDataPoint: (point: { indexes: string[]; blobs: string[]; doubles: number[] }) => void
}

/** Writes the data point of a request, if there is a dataset. Never throws: a request must not fail for its metrics. */
export function writeMetrics(dataset: Dataset | undefined, line: LogLine): void {
  try {
    dataset?.writeDataPoint({
      indexes: [index[2](line)],
      blobs: blobs.map(([, , value]) => value(line)),
      doubles: doubles.map(([, , value]) => value(line)),
    })
  } catch {
    // The log has the same.
  }
}

/** App users are counted together: of them not even the pseudonym is written. */
function kindOf(caller: string | undefined): string {
  if (caller === undefined) return 'nobody'
  return caller.startsWith('backend:') ? caller : 'app-users'
}
