import { countBy, fulfilled, fullestSecond, quantile, type Share, shares } from '@tc3-edge/test-support/statistics'
import { isOutage, LANES, type Lane, QUOTA, type RunPlan } from './plan.ts'
import type { ReceivedRequest } from './recorder.ts'
import type { RunRecord } from './run.ts'
import { NO_COUNTS } from './sandbox.ts'
import type { ScheduledRequest } from './schedule.ts'
import type { Attempt } from './send.ts'

/** The figures of a run in one of its lanes. */
export interface Result {
  readonly plan: RunPlan
  readonly lane: Lane
  /** When requests were carried out, in seconds from the first, ascending. */
  readonly arrivals: readonly number[]
  /** The most carried out in any half-open second. */
  readonly most: number
  /** The most received, those with expired signatures included. */
  readonly mostReceived: number
  /** From the end of an outage to a second with 80 % of the quota issued; NaN where there was none. */
  readonly recoveryS: number
  /** Calls made, over those that the permits allow while all of them are in use. */
  readonly use: number
  /** From grant to report, as the object sees it. */
  readonly meanCallMs: number
  readonly requests: number
  readonly served: number
  /** Requests that got no response: workerd was down, or went down. */
  readonly lost: number
  /** How many responses the greedy caller got, over the fair share. */
  readonly greedyShare: number
  /** What each light caller got, over the lesser of what it demanded and its fair share. */
  readonly lightShares: readonly number[]
  /** How many responses the light caller that is furthest behind its share lacks. */
  readonly furthestBehind: number
  readonly waitMs: { readonly p50: number; readonly p99: number }
  readonly acquiresPerSecond: number
  readonly refusalsPerSecond: number
  /** Keys that got two tokens, and tokens that two requests got. */
  readonly twice: number
}

const COOLDOWN_MS = 1_001

/** How long after an outage what was sent before its end is delivered, in milliseconds. */
const LATE_MS = 200

/** How long after the first arrival all permits are in use, in milliseconds. */
const WARM_UP_MS = 2_000

/** Recovery: the first second with this part of the quota issued. */
const RECOVERED = 0.8

/** By lane. */
export function measure(record: RunRecord): Result[] {
  return record.plan.lanes.map((lane) => {
    const { action } = LANES[lane]
    return measureLane(lane, {
      ...record,
      requests: record.requests.filter((request) => request.lane === lane),
      attempts: record.attempts.filter(({ request }) => request.lane === lane),
      received: record.received.filter((request) => request.action === action),
    })
  })
}

function measureLane(lane: Lane, record: RunRecord): Result {
  const { plan, attempts, received, outage } = record
  const object = record.objects.get(LANES[lane].object) ?? NO_COUNTS
  const timesOf = (some: readonly ReceivedRequest[]) => some.map(({ time }) => time).sort((a, b) => a - b)
  const times = timesOf(received.filter(({ accepted }) => accepted))
  const [most, mostReceived] = [fullestSecond(times), fullestSecond(timesOf(received))]
  const report = record.report.find(({ action }) => action === LANES[lane].action)
  if (most !== report?.mostAcceptedInAnySecond || mostReceived !== report.mostReceivedInAnySecond) {
    throw new Error(`Counted ${most} and ${mostReceived}, the emulator ${JSON.stringify(report)}`)
  }
  const meanCallMs = object.callMs / Math.max(1, object.calls)
  const waits = attempts.filter(({ served }) => served).map(({ tookMs }) => tookMs)
  return {
    plan,
    lane,
    arrivals: times.map((time) => (time - (times[0] ?? 0)) / 1_000),
    most,
    mostReceived,
    recoveryS: outage === undefined ? Number.NaN : recovery(timesOf(received.filter(isIssued)), outage.to),
    use: useOf(times, meanCallMs, plan.seconds),
    meanCallMs,
    ...servedOf(record),
    waitMs: { p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) },
    acquiresPerSecond: object.acquires / plan.seconds,
    refusalsPerSecond: object.refusals / plan.seconds,
    twice: deliveredTwice(attempts),
  }
}

function isIssued({ outcome }: ReceivedRequest): boolean {
  return outcome === 'ok'
}

/** Requests that are delivered late are issued at once when the path is back: they don't count. */
function recovery(times: readonly number[], end: number): number {
  const after = times.filter((time) => time >= end + LATE_MS)
  const enough = RECOVERED * QUOTA
  const at = after.find((time, index) => (after[index + enough - 1] ?? Number.POSITIVE_INFINITY) < time + 1_000)
  return at === undefined ? Number.NaN : (at - end) / 1_000
}

/** Counted in a whole number of cycles, each of which takes every permit once if none is ever idle. */
function useOf(times: readonly number[], callMs: number, seconds: number): number {
  const cycleMs = callMs + COOLDOWN_MS
  const from = (times[0] ?? 0) + WARM_UP_MS
  const cycles = Math.floor((seconds * 1_000 - WARM_UP_MS) / cycleMs)
  return times.filter((time) => time >= from && time < from + cycles * cycleMs).length / (QUOTA * cycles)
}

/**
 * A request is served if one of its attempts is; it is lost if none got a response. What was lost is left out of shares, which
 * are about what was decided. So are the first two seconds, when the gate is idle and serves the first callers in
 * full, and the last two, whose waiting requests are still served after the run. Of a run with an outage there are no shares: most
 * of what is demanded meanwhile can't be served.
 */
function servedOf({ plan, requests, attempts }: RunRecord) {
  const decided = new Set(attempts.filter(({ status }) => status !== 0).map(({ request }) => request))
  const served = new Set(attempts.filter((attempt) => attempt.served).map(({ request }) => request))
  const counts = ({ at }: ScheduledRequest) => at >= WARM_UP_MS && at < plan.seconds * 1_000 - WARM_UP_MS
  const byCaller = (which: ReadonlySet<ScheduledRequest>) => countBy([...which].filter(counts), ({ caller }) => caller)
  const all = shares(byCaller(decided), byCaller(served))
  const hadOutage = isOutage(plan)
  const light = hadOutage ? [] : [...all].filter(([caller]) => caller > 0).map(([, share]) => share)
  return {
    requests: requests.length,
    served: served.size,
    lost: requests.length - decided.size,
    greedyShare: hadOutage ? Number.NaN : overDue(all.get(0)),
    lightShares: light.map(fulfilled),
    furthestBehind: Math.max(0, ...light.map((share) => share.due - share.served)),
  }
}

/** How many keys were answered with more than one token, and how many tokens more than one request got. */
export function deliveredTwice(attempts: readonly Pick<Attempt, 'request' | 'token'>[]): number {
  const tokensOf = new Map<string, Set<string>>()
  const holdersOf = new Map<string, Set<unknown>>()
  for (const { request, token } of attempts) {
    if (token === undefined) continue
    if (request.key !== undefined) tokensOf.set(request.key, (tokensOf.get(request.key) ?? new Set()).add(token))
    holdersOf.set(token, (holdersOf.get(token) ?? new Set()).add(request))
  }
  return [...tokensOf.values(), ...holdersOf.values()].filter(({ size }) => size > 1).length
}

function overDue(share: Share | undefined): number {
  return share === undefined ? Number.NaN : share.served / share.due
}
