import { fairShare, inTheSecondBefore, mean, quantile } from './figures.ts'
import type { Placement } from './fleet.ts'
import type { Contestant } from './limiters/all.ts'
import { LIMIT } from './limiters/limiter.ts'
import { type Kind, type Order, SECONDS } from './orders.ts'
import { World } from './world.ts'

/** A world: where the Workers run, and how long a call takes at Tencent. */
export interface Scene {
  readonly placement: Placement
  readonly callMs: number
}

/** From the first request to the token, with all the coming back, of those who got one, in milliseconds. */
interface Wait {
  readonly p50: number
  readonly p99: number
}

/** What a limiter comes to in a world. */
export interface Outcome {
  readonly contestant: Contestant
  readonly scene: Scene
  /** When calls arrived at Tencent, in seconds. */
  readonly arrivals: readonly number[]
  readonly most: number
  /** Calls let through by Tencent, over 20 a second. */
  readonly use: number
  /** Calls that Tencent refused, of all that arrived. */
  readonly throttled: number
  /** What each light backend got, over the lesser of what it asked and its fair share. */
  readonly light: { readonly mean: number; readonly least: number }
  /** Who got the tokens, as parts of all. */
  readonly tokens: Readonly<Record<Kind, number>>
  /** Requests that were answered with no, of all. */
  readonly refused: number
  readonly lightWaitMs: Wait
  readonly userWaitMs: Wait
  readonly requestsPerSecond: number
  readonly questionsPerSecond: number
}

/** The beginning, when nobody knows anything yet, does not count. */
const WARM_UP_SECONDS = 2
/** Nor do orders so late that whoever comes back has no time to. */
const LATEST_ORDER_SECONDS = SECONDS - 10

export function simulate(contestant: Contestant, scene: Scene, orders: readonly Order[]): Outcome {
  const world = new World(contestant, scene.placement, scene.callMs)
  world.run(orders)
  const { upstream, requests } = world
  const counts = ({ at }: Order) => at >= WARM_UP_SECONDS * 1_000 && at < LATEST_ORDER_SECONDS * 1_000
  const asked = orders.filter(counts)
  const served = new Map([...world.served].filter(([order]) => counts(order)))
  const arrivals = upstream.arrivals.map((time) => time / 1_000)
  return {
    contestant,
    scene,
    arrivals,
    most: inTheSecondBefore(arrivals, 1).reduce((most, count) => Math.max(most, count), 0),
    use: counted(upstream.served).length / (LIMIT * (SECONDS - WARM_UP_SECONDS)),
    throttled: 1 - upstream.served.length / arrivals.length,
    light: sharesOfLight(asked, served),
    tokens: tokensByKind(served),
    refused: world.refusals / requests,
    lightWaitMs: waitOf('light', served),
    userWaitMs: waitOf('user', served),
    requestsPerSecond: requests / SECONDS,
    questionsPerSecond: world.questions / SECONDS,
  }
}

function waitOf(kind: Kind, served: ReadonlyMap<Order, number>): Wait {
  const waits = [...served].flatMap(([order, wait]) => (order.kind === kind ? [wait] : []))
  return { p50: quantile(waits, 0.5) ?? 0, p99: quantile(waits, 0.99) ?? 0 }
}

function counted(times: readonly number[]): number[] {
  return times.filter((time) => time >= WARM_UP_SECONDS * 1_000 && time < SECONDS * 1_000)
}

function sharesOfLight(orders: readonly Order[], served: ReadonlyMap<Order, number>): Outcome['light'] {
  const asked = byParty(orders)
  const got = byParty(served.keys())
  const parties = [...asked.keys()]
  const fair = fairShare([...asked.values()], served.size)
  const shares = parties
    .filter((party) => party.startsWith('light'))
    .map((party) => Math.min(1, (got.get(party) ?? 0) / Math.min(fair, asked.get(party) ?? 0)))
  return { mean: mean(shares), least: Math.min(...shares) }
}

function byParty(orders: Iterable<Order>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { party } of orders) counts.set(party, (counts.get(party) ?? 0) + 1)
  return counts
}

function tokensByKind(served: ReadonlyMap<Order, number>): Record<Kind, number> {
  const counts = { greedy: 0, user: 0, light: 0 }
  for (const { kind } of served.keys()) counts[kind] += 1 / served.size
  return counts
}
