import { fairShare, inTheSecondBefore, quantile } from '../../../packages/gate/simulate/figures.ts'
import type { Order } from '../world/orders.ts'
import { CALLERS, QUOTA, type RunPlan } from '../world/plan.ts'
import type { RunRecord } from '../world/run.ts'
import { deliveredTwice } from './delivered-twice.ts'

/** What a run comes to. */
export interface Figures {
  readonly plan: RunPlan
  /** In seconds from the first, ascending. */
  readonly arrivals: readonly number[]
  /** The most arrivals in any half-open second. */
  readonly most: number
  /** Calls made, over those that the permits allow while all of them are in use. */
  readonly use: number
  /** From grant to report, as the object sees it. */
  readonly meanCallMs: number
  readonly orders: number
  readonly served: number
  /** Orders that got no answer: workerd was down, or went down. */
  readonly lost: number
  /** How many tokens the greedy one got, over the fair share. */
  readonly greedyShare: number
  /** What each light caller got, over the lesser of what it asked and its fair share. */
  readonly lightShares: readonly number[]
  /** How many tokens the light caller that is furthest behind its share lacks. */
  readonly furthestBehind: number
  readonly waitMs: { readonly p50: number; readonly p99: number }
  readonly asksPerSecond: number
  readonly refusalsPerSecond: number
  /** Keys that got two tokens, and tokens that two orders got. */
  readonly twice: number
}

const REST_MS = 1_001

/** How long after the first arrival all permits are in use if they ever are, in milliseconds. */
const WARM_UP_MS = 2_000

export function measure(record: RunRecord): Figures {
  const { plan, object } = record
  const times = record.arrivals.map(({ time }) => time).sort((a, b) => a - b)
  const most = Math.max(0, ...inTheSecondBefore(times, 1_000))
  if (most !== record.mostInAnySecond) throw new Error(`Counted ${most}, the witness ${record.mostInAnySecond}`)
  const meanCallMs = object.callMs / Math.max(1, object.calls)
  const waits = record.attempts.filter(({ token }) => token !== undefined).map(({ tookMs }) => tookMs)
  return {
    plan,
    arrivals: times.map((time) => (time - (times[0] ?? 0)) / 1_000),
    most,
    use: useOf(times, meanCallMs, plan.seconds),
    meanCallMs,
    ...ordersOf(record),
    waitMs: { p50: quantile(waits, 0.5) ?? 0, p99: quantile(waits, 0.99) ?? 0 },
    asksPerSecond: object.asks / plan.seconds,
    refusalsPerSecond: object.refusals / plan.seconds,
    twice: deliveredTwice(record),
  }
}

/** Counted in a whole number of rounds, each of which takes every permit once if none is ever idle. */
function useOf(times: readonly number[], callMs: number, seconds: number): number {
  const cycleMs = callMs + REST_MS
  const from = (times[0] ?? 0) + WARM_UP_MS
  const rounds = Math.floor((seconds * 1_000 - WARM_UP_MS) / cycleMs)
  return times.filter((time) => time >= from && time < from + rounds * cycleMs).length / (QUOTA * rounds)
}

/** An order is served if one of its attempts is; it is lost if none was answered. */
function ordersOf({ plan, orders, attempts }: RunRecord) {
  const answered = new Set(attempts.filter(({ status }) => status !== 0).map(({ order }) => order))
  const served = new Set(attempts.filter(({ token }) => token !== undefined).map(({ order }) => order))
  const crowded = ({ at }: Order) => at >= WARM_UP_MS && at < plan.seconds * 1_000 - WARM_UP_MS
  const byCaller = (which: ReadonlySet<number>) => {
    const counts = Array<number>(CALLERS).fill(0)
    orders.forEach((order, number) => {
      if (which.has(number) && crowded(order)) counts[order.caller] = (counts[order.caller] ?? 0) + 1
    })
    return counts
  }
  return {
    orders: orders.length,
    served: served.size,
    lost: orders.length - answered.size,
    ...sharesOf(byCaller(answered), byCaller(served)),
  }
}

/**
 * What was lost is left out: shares are about what was decided. So are the first two seconds, when the gate is idle and gives
 * whoever comes first what it asks, and the last two, after which there is time for whoever still waits.
 */
function sharesOf(asked: readonly number[], served: readonly number[]) {
  const tokens = served.reduce((sum, count) => sum + count, 0)
  const fair = fairShare(asked, tokens)
  const light = asked
    .map((count, caller) => ({ due: Math.min(count, fair), got: served[caller] ?? 0 }))
    .filter(({ due }, caller) => caller > 0 && due > 0)
  return {
    lightShares: light.map(({ due, got }) => Math.min(1, got / due)),
    greedyShare: (served[0] ?? 0) / Math.min(fair, asked[0] ?? 0),
    furthestBehind: Math.max(0, ...light.map(({ due, got }) => due - got)),
  }
}
