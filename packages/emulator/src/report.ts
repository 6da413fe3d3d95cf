import type { Window } from './rate-limit.ts'
import type { Arrival } from './witness.ts'

/** What the witness saw. It speaks of the arrivals that are still kept. */
export interface Report {
  arrivals: number
  /** Arrivals that are no longer kept, and so not in this report. */
  dropped: number
  /** Time of the first and the last arrival, in milliseconds since 1970; null if there was none. */
  first: number | null
  last: number | null
  /** The most arrivals in any half-open second `[t, t + 1 s)`, of all accounts and actions, refused ones included. */
  mostInAnySecond: number
  /** Answered without an error: so many tokens were issued. */
  ok: number
  /** Answered `RequestLimitExceeded` or a code below it. */
  throttled: number
  /** Answered with any other error, or failed. */
  refused: number
  /** Not processed, because a fault was ordered. */
  unprocessed: number
  quotas: QuotaReport[]
  callers: CallerReport[]
}

/** One account and action: what Tencent's limit is counted by. */
export interface QuotaReport {
  account: string
  action: string
  requestsPerSecond: number
  arrivals: number
  mostInAnySecond: number
  ok: number
  throttled: number
  /**
   * Calls let through, over the most that the window allows from the first arrival to the last: 1 is all of it. With
   * `calendar` that is the limit in each second of the clock between them, the first and the last second included.
   */
  use: number
}

/** One value of `Extra`; null stands for requests without one. */
export interface CallerReport {
  extra: string | null
  arrivals: number
  ok: number
  throttled: number
}

const SECOND_MS = 1000

export function reportOf(
  arrivals: readonly Arrival[],
  dropped: number,
  limitOf: (action: string) => number,
  window: Window,
): Report {
  const ok = arrivals.filter(isOk).length
  const throttled = arrivals.filter(isThrottled).length
  const unprocessed = arrivals.filter(isUnprocessed).length
  return {
    arrivals: arrivals.length,
    dropped,
    first: arrivals[0]?.time ?? null,
    last: arrivals.at(-1)?.time ?? null,
    mostInAnySecond: mostInAnySecond(arrivals.map(({ time }) => time)),
    ok,
    throttled,
    refused: arrivals.length - ok - throttled - unprocessed,
    unprocessed,
    quotas: groupBy(arrivals, quotaKey).map((group) => quotaReport(group, limitOf, window)),
    callers: groupBy(arrivals, ({ extra }) => JSON.stringify(extra)).map(callerReport),
  }
}

/** Exact: the fullest half-open second may be taken to begin at an arrival. */
export function mostInAnySecond(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [index, time] of sorted.entries()) {
    while (time - (sorted[first] ?? time) >= SECOND_MS) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}

function quotaReport(group: readonly Arrival[], limitOf: (action: string) => number, window: Window): QuotaReport {
  const times = group.map(({ time }) => time)
  const action = group[0]?.action ?? ''
  const requestsPerSecond = limitOf(action)
  const throttled = group.filter(isThrottled).length
  const letThrough = group.filter((arrival) => !isThrottled(arrival) && !isUnprocessed(arrival)).length
  return {
    account: group[0]?.account ?? '',
    action,
    requestsPerSecond,
    arrivals: group.length,
    mostInAnySecond: mostInAnySecond(times),
    ok: group.filter(isOk).length,
    throttled,
    use: letThrough / (requestsPerSecond * secondsOf(times[0] ?? 0, times.at(-1) ?? 0, window)),
  }
}

/** How many times over the limit can be used up between two arrivals. */
function secondsOf(first: number, last: number, window: Window): number {
  if (window === 'calendar') return Math.floor(last / SECOND_MS) - Math.floor(first / SECOND_MS) + 1
  return Math.floor((last - first) / SECOND_MS) + 1
}

function callerReport(group: readonly Arrival[]): CallerReport {
  return {
    extra: group[0]?.extra ?? null,
    arrivals: group.length,
    ok: group.filter(isOk).length,
    throttled: group.filter(isThrottled).length,
  }
}

function isOk({ outcome }: Arrival): boolean {
  return outcome === 'ok'
}

function isUnprocessed({ outcome }: Arrival): boolean {
  return outcome === 'unprocessed'
}

function isThrottled({ outcome }: Arrival): boolean {
  return outcome === 'RequestLimitExceeded' || outcome.startsWith('RequestLimitExceeded.')
}

function quotaKey({ account, action }: Arrival): string | undefined {
  return account === null || action === null ? undefined : JSON.stringify([account, action])
}

function groupBy(arrivals: readonly Arrival[], key: (arrival: Arrival) => string | undefined): Arrival[][] {
  const groups = new Map<string, Arrival[]>()
  for (const arrival of arrivals) {
    const name = key(arrival)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group) group.push(arrival)
    else groups.set(name, [arrival])
  }
  return [...groups.values()]
}
