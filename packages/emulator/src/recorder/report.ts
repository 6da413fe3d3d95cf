import type { Window } from '../gateway/rate-limit.ts'
import { flatCopy } from '../json.ts'
import { createLastSecond, SECOND_MS } from '../last-second.ts'
import type { ReceivedRequest } from './received-request.ts'

/** What the recorder counted since it was started or cleared, whether or not the requests are still kept. */
export interface Report {
  received: number
  /** Of these, well signed, in time and for a known action; see `ReceivedRequest.accepted`. */
  accepted: number
  /** Requests that are counted here and no longer kept. */
  dropped: number
  /** When the first and the last request was received, in milliseconds since 1970; null if there was none. */
  first: number | null
  last: number | null
  /** The most requests in any half-open second `[t, t + 1 s)`, of all accounts and actions, refused ones included. */
  mostReceivedInAnySecond: number
  /** The same for accepted requests alone. */
  mostAcceptedInAnySecond: number
  /** Answered without an error: so many calls were carried out. */
  ok: number
  /** Answered `RequestLimitExceeded` or a code below it. */
  throttled: number
  /** Answered with any other error, or failed. */
  refused: number
  /** Of these, refused because the timestamp was more than five minutes off. */
  expired: number
  /** Not processed, because of a fault. */
  unprocessed: number
  quotas: QuotaReport[]
  /** The first 10,000 callers. */
  callers: CallerReport[]
  /** Requests of further callers. */
  otherCallers: number
}

/** One account and action: what Tencent's limit is counted by. */
export interface QuotaReport {
  account: string
  service: string
  action: string
  /** Null where there is no limit. */
  requestsPerSecond: number | null
  received: number
  accepted: number
  mostReceivedInAnySecond: number
  mostAcceptedInAnySecond: number
  ok: number
  throttled: number
  /**
   * Calls let through, over the most that the window allows from the first request to the last: 1 is all of it. With
   * `calendar` that is the limit in each second of the clock between them, the first and the last second included. Null
   * where there is no limit.
   */
  use: number | null
}

/** One value of `Extra`; null stands for requests without one. */
export interface CallerReport {
  extra: string | null
  received: number
  ok: number
  throttled: number
}

/** The limit of an action in calls a second; `Infinity` where there is none. */
export type LimitOf = (service: string, action: string) => number

export interface Counters {
  count: (request: ReceivedRequest) => void
  report: (dropped: number) => Report
}

const MAX_CALLERS = 10_000
/** Longer than any documented `Extra`. */
const MAX_CALLER_LENGTH = 2048

export function createCounters(limitOf: LimitOf, window: Window): Counters {
  const total = createTally()
  const quotas = new Map<string, { account: string; service: string; action: string; tally: Tally }>()
  const callers = new Map<string | null, CallerReport>()
  let otherCallers = 0

  const callerOf = (extra: string | null): CallerReport | undefined => {
    const name =
      extra === null || extra.length <= MAX_CALLER_LENGTH ? extra : flatCopy(extra.slice(0, MAX_CALLER_LENGTH))
    const known = callers.get(name)
    if (known || callers.size >= MAX_CALLERS) return known
    const caller = { extra: name, received: 0, ok: 0, throttled: 0 }
    callers.set(name, caller)
    return caller
  }

  return {
    count: (request) => {
      const { account, service, action, extra } = request
      total.add(request)
      if (account !== null && service !== null && action !== null) {
        const key = JSON.stringify([account, service, action])
        const quota = quotas.get(key) ?? { account, service, action, tally: createTally() }
        quotas.set(key, quota)
        quota.tally.add(request)
      }
      const caller = callerOf(extra)
      if (!caller) otherCallers += 1
      else {
        caller.received += 1
        if (request.outcome === 'ok') caller.ok += 1
        if (isThrottled(request)) caller.throttled += 1
      }
    },
    report: (dropped) => ({
      ...total.counts(),
      dropped,
      quotas: [...quotas.values()].map(({ account, service, action, tally }) => {
        const { refused: _refused, expired: _expired, unprocessed, first, last, ...counts } = tally.counts()
        const limit = limitOf(service, action)
        const letThrough = counts.received - counts.throttled - unprocessed
        const most = limit * secondsOf(first ?? 0, last ?? 0, window)
        return Number.isFinite(limit)
          ? { account, service, action, requestsPerSecond: limit, ...counts, use: letThrough / most }
          : { account, service, action, requestsPerSecond: null, ...counts, use: null }
      }),
      callers: [...callers.values()].map((caller) => ({ ...caller })),
      otherCallers,
    }),
  }
}

type Counts = Omit<Report, 'dropped' | 'quotas' | 'callers' | 'otherCallers'>

interface Tally {
  add: (request: ReceivedRequest) => void
  counts: () => Counts
}

function createTally(): Tally {
  const received = createFullestSecond()
  const accepted = createFullestSecond()
  const counts = { received: 0, accepted: 0, ok: 0, throttled: 0, refused: 0, expired: 0, unprocessed: 0 }
  let first: number | null = null
  let last: number | null = null
  return {
    add: (request) => {
      first ??= request.time
      last = request.time
      received.add(request.time)
      counts.received += 1
      if (request.accepted) {
        accepted.add(request.time)
        counts.accepted += 1
      }
      counts[kindOf(request)] += 1
      if (request.outcome === 'AuthFailure.SignatureExpire') counts.expired += 1
    },
    counts: () => ({
      ...counts,
      first,
      last,
      mostReceivedInAnySecond: received.most(),
      mostAcceptedInAnySecond: accepted.most(),
    }),
  }
}

export interface FullestSecond {
  /** Times ascend. */
  add: (time: number) => void
  most: () => number
}

/** The most times in any half-open second, which may be taken to end with one of them. */
export function createFullestSecond(): FullestSecond {
  const lastSecond = createLastSecond()
  let most = 0
  return {
    add: (time) => {
      lastSecond.add(time)
      most = Math.max(most, lastSecond.count(time))
    },
    most: () => most,
  }
}

function kindOf(request: ReceivedRequest): 'ok' | 'throttled' | 'refused' | 'unprocessed' {
  if (request.outcome === 'ok' || request.outcome === 'unprocessed') return request.outcome
  return isThrottled(request) ? 'throttled' : 'refused'
}

function isThrottled({ outcome }: ReceivedRequest): boolean {
  return outcome === 'RequestLimitExceeded' || outcome.startsWith('RequestLimitExceeded.')
}

/** How many times over the limit can be used up between two requests. */
function secondsOf(first: number, last: number, window: Window): number {
  if (window === 'calendar') return Math.floor(last / SECOND_MS) - Math.floor(first / SECOND_MS) + 1
  return Math.floor((last - first) / SECOND_MS) + 1
}
