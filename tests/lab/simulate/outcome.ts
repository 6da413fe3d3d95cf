import { countBy, fulfilled, fullestSecond, mean, quantile, shares } from '@tc3-edge/test-support/statistics'
import { LIMIT } from '../baselines/baseline.ts'
import type { Placement } from './fleet.ts'
import { type Kind, type ScheduledRequest, SECONDS } from './schedule.ts'
import type { Subject } from './subjects.ts'
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
  readonly subject: Subject
  readonly scene: Scene
  /** When calls arrived at Tencent, in seconds. */
  readonly arrivals: readonly number[]
  readonly most: number
  /** Calls let through by Tencent, over 20 a second. */
  readonly use: number
  /** Calls that Tencent refused, of all that arrived. */
  readonly throttled: number
  /** What each light backend got, over the lesser of what it demanded and its fair share. */
  readonly light: { readonly mean: number; readonly least: number }
  /** Who got the tokens, as parts of all. */
  readonly tokens: Readonly<Record<Kind, number>>
  /** Requests that were answered with no, of all. */
  readonly refused: number
  readonly lightWaitMs: Wait
  readonly userWaitMs: Wait
  readonly requestsPerSecond: number
  readonly acquiresPerSecond: number
}

/** The beginning, when nobody knows anything yet, does not count. */
const WARM_UP_SECONDS = 2
/** Nor do requests so late that there is no time to come back. */
const LATEST_REQUEST_SECONDS = SECONDS - 10

export function simulate(subject: Subject, scene: Scene, requests: readonly ScheduledRequest[]): Outcome {
  const world = new World(subject, scene.placement, scene.callMs)
  world.run(requests)
  const { upstream } = world
  const counts = ({ at }: ScheduledRequest) => at >= WARM_UP_SECONDS * 1_000 && at < LATEST_REQUEST_SECONDS * 1_000
  const asked = requests.filter(counts)
  const served = new Map([...world.served].filter(([request]) => counts(request)))
  const arrivals = upstream.arrivals.map((time) => time / 1_000)
  return {
    subject,
    scene,
    arrivals,
    most: fullestSecond(arrivals, 1),
    use: counted(upstream.served).length / (LIMIT * (SECONDS - WARM_UP_SECONDS)),
    throttled: 1 - upstream.served.length / arrivals.length,
    light: sharesOfLight(asked, served),
    tokens: tokensByKind(served),
    refused: world.refusals / world.requests,
    lightWaitMs: waitOf('light', served),
    userWaitMs: waitOf('user', served),
    requestsPerSecond: world.requests / SECONDS,
    acquiresPerSecond: world.acquires / SECONDS,
  }
}

function waitOf(kind: Kind, served: ReadonlyMap<ScheduledRequest, number>): Wait {
  const waits = [...served].flatMap(([request, wait]) => (request.kind === kind ? [wait] : []))
  return { p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) }
}

function counted(times: readonly number[]): number[] {
  return times.filter((time) => time >= WARM_UP_SECONDS * 1_000 && time < SECONDS * 1_000)
}

function sharesOfLight(
  requests: readonly ScheduledRequest[],
  served: ReadonlyMap<ScheduledRequest, number>,
): Outcome['light'] {
  const tenantOf = ({ tenant }: ScheduledRequest) => tenant
  const all = shares(countBy(requests, tenantOf), countBy(served.keys(), tenantOf))
  const light = [...all].filter(([tenant]) => tenant.startsWith('light')).map(([, share]) => fulfilled(share))
  return { mean: mean(light), least: Math.min(...light) }
}

function tokensByKind(served: ReadonlyMap<ScheduledRequest, number>): Record<Kind, number> {
  const counts = { greedy: 0, user: 0, light: 0 }
  for (const { kind } of served.keys()) counts[kind] += 1 / served.size
  return counts
}
