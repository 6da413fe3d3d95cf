import type { Window } from './rate-limit.ts'
import type { ReceivedRequest } from './recorder.ts'

/** What the recorder counted. It covers the requests that are still kept. */
export interface Report {
  received: number
  /** Of these, well signed, in time and for a known action; see `ReceivedRequest.accepted`. */
  accepted: number
  /** Requests that are no longer kept, and so not in this report. */
  dropped: number
  /** When the first and the last request was received, in milliseconds since 1970; null if there was none. */
  first: number | null
  last: number | null
  /** The most requests in any half-open second `[t, t + 1 s)`, of all accounts and actions, refused ones included. */
  mostReceivedInAnySecond: number
  /** The same for accepted requests alone. */
  mostAcceptedInAnySecond: number
  /** Answered without an error: so many tokens were issued. */
  ok: number
  /** Answered `RequestLimitExceeded` or a code below it. */
  throttled: number
  /** Answered with any other error, or failed. */
  refused: number
  /** Of these, refused because the timestamp was more than five minutes off. */
  expired: number
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
  received: number
  accepted: number
  mostReceivedInAnySecond: number
  mostAcceptedInAnySecond: number
  ok: number
  throttled: number
  /**
   * Calls let through, over the most that the window allows from the first request to the last: 1 is all of it. With
   * `calendar` that is the limit in each second of the clock between them, the first and the last second included.
   */
  use: number
}

/** One value of `Extra`; null stands for requests without one. */
export interface CallerReport {
  extra: string | null
  received: number
  ok: number
  throttled: number
}

const SECOND_MS = 1000

export function reportOf(
  requests: readonly ReceivedRequest[],
  dropped: number,
  limitOf: (action: string) => number,
  window: Window,
): Report {
  const accepted = requests.filter(isAccepted)
  const ok = requests.filter(isOk).length
  const throttled = requests.filter(isThrottled).length
  const unprocessed = requests.filter(isUnprocessed).length
  return {
    received: requests.length,
    accepted: accepted.length,
    dropped,
    first: requests[0]?.time ?? null,
    last: requests.at(-1)?.time ?? null,
    mostReceivedInAnySecond: mostInAnySecond(requests.map(({ time }) => time)),
    mostAcceptedInAnySecond: mostInAnySecond(accepted.map(({ time }) => time)),
    ok,
    throttled,
    refused: requests.length - ok - throttled - unprocessed,
    expired: requests.filter(isExpired).length,
    unprocessed,
    quotas: groupBy(requests, quotaKey).map((group) => quotaReport(group, limitOf, window)),
    callers: groupBy(requests, ({ extra }) => JSON.stringify(extra)).map(callerReport),
  }
}

/** Exact: the fullest half-open second may be taken to begin at a request. */
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

function quotaReport(
  group: readonly ReceivedRequest[],
  limitOf: (action: string) => number,
  window: Window,
): QuotaReport {
  const times = group.map(({ time }) => time)
  const action = group[0]?.action ?? ''
  const requestsPerSecond = limitOf(action)
  const throttled = group.filter(isThrottled).length
  const letThrough = group.filter((request) => !isThrottled(request) && !isUnprocessed(request)).length
  const accepted = group.filter(isAccepted)
  return {
    account: group[0]?.account ?? '',
    action,
    requestsPerSecond,
    received: group.length,
    accepted: accepted.length,
    mostReceivedInAnySecond: mostInAnySecond(times),
    mostAcceptedInAnySecond: mostInAnySecond(accepted.map(({ time }) => time)),
    ok: group.filter(isOk).length,
    throttled,
    use: letThrough / (requestsPerSecond * secondsOf(times[0] ?? 0, times.at(-1) ?? 0, window)),
  }
}

/** How many times over the limit can be used up between two requests. */
function secondsOf(first: number, last: number, window: Window): number {
  if (window === 'calendar') return Math.floor(last / SECOND_MS) - Math.floor(first / SECOND_MS) + 1
  return Math.floor((last - first) / SECOND_MS) + 1
}

function callerReport(group: readonly ReceivedRequest[]): CallerReport {
  return {
    extra: group[0]?.extra ?? null,
    received: group.length,
    ok: group.filter(isOk).length,
    throttled: group.filter(isThrottled).length,
  }
}

function isAccepted({ accepted }: ReceivedRequest): boolean {
  return accepted
}

function isExpired({ outcome }: ReceivedRequest): boolean {
  return outcome === 'AuthFailure.SignatureExpire'
}

function isOk({ outcome }: ReceivedRequest): boolean {
  return outcome === 'ok'
}

function isUnprocessed({ outcome }: ReceivedRequest): boolean {
  return outcome === 'unprocessed'
}

function isThrottled({ outcome }: ReceivedRequest): boolean {
  return outcome === 'RequestLimitExceeded' || outcome.startsWith('RequestLimitExceeded.')
}

function quotaKey({ account, action }: ReceivedRequest): string | undefined {
  return account === null || action === null ? undefined : JSON.stringify([account, action])
}

function groupBy(
  requests: readonly ReceivedRequest[],
  key: (request: ReceivedRequest) => string | undefined,
): ReceivedRequest[][] {
  const groups = new Map<string, ReceivedRequest[]>()
  for (const request of requests) {
    const name = key(request)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group) group.push(request)
    else groups.set(name, [request])
  }
  return [...groups.values()]
}
