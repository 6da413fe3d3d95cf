import { RefusalCache } from '@tc3-edge/gate'
import { Random } from '@tc3-edge/test-support/random'

/** The refusal cache of an isolate. */
export type Isolate = Pick<RefusalCache, 'check' | 'remember'>

/** A place where Workers run. Distances are in milliseconds, one way. */
export interface Site {
  readonly toObject: number
  readonly toTencent: number
  readonly isolates: readonly Isolate[]
  /** When its idle connections to Tencent were used last. */
  readonly idle: number[]
}

/** Where the Workers run: next to Tencent, or wherever their callers are. */
export type Placement = 'placed' | 'everywhere'

const PLACED = { sites: 3, isolates: 17, distance: [0.5, 2] } as const
const EVERYWHERE = { sites: 300, distance: [1, 150], detour: [1, 1.2] } as const
/** How long a connection may be idle before something on the way closes it. */
const IDLE_MS = 15_000
/** A handshake of TCP and one of TLS 1.3 before the request. */
const HANDSHAKE_ROUNDS = 2
const LOSS = { oneIn: 200, heldMs: 200 }
const JITTER = 0.12
const SEED = 7

/** All sites of a placement. The object is next to Tencent either way. */
export function fleetOf(placement: Placement): Site[] {
  const random = new Random(SEED)
  if (placement === 'placed') {
    return Array.from({ length: PLACED.sites }, () =>
      site(random.between(...PLACED.distance), random.between(...PLACED.distance), PLACED.isolates, random),
    )
  }
  return Array.from({ length: EVERYWHERE.sites }, () => {
    const distance = random.between(...EVERYWHERE.distance)
    const way = () => distance * random.between(...EVERYWHERE.detour)
    return site(way(), way(), 1, random)
  })
}

/** One site next to Tencent with this many isolates. */
export function nearby(isolates: number): Site[] {
  return [site(1, 1, isolates, new Random(SEED))]
}

/** One site next to Tencent whose isolate caches no refusals: the object decides on every request. */
export function withoutCaches(): Site[] {
  const forwardsAll: Isolate = { check: () => ({ sampled: 1 }), remember: () => undefined }
  return [{ toObject: 1, toTencent: 1, isolates: [forwardsAll], idle: [] }]
}

function site(toObject: number, toTencent: number, isolates: number, random: Random): Site {
  const caches = Array.from({ length: isolates }, () => new RefusalCache(() => random.next()))
  return { toObject, toTencent, isolates: caches, idle: [] }
}

/** Some sites have many times the traffic of others. `home`: at least 0 and below 1. */
export function siteOf(fleet: readonly Site[], home: number): Site {
  const found = fleet[Math.floor(home ** 2 * fleet.length)]
  if (found === undefined) throw new RangeError(`There is no site for ${home}`)
  return found
}

/** Returns how long one trip over a distance takes: with jitter, and now and then a lost packet. */
export function trip(random: Random, distance: number): number {
  const held = random.below(LOSS.oneIn) === 0 ? LOSS.heldMs : 0
  return distance * random.logNormal(JITTER) + held
}

/** Returns how long a request takes to Tencent, over an idle connection if there is one. */
export function tripToTencent(random: Random, now: number, { idle, toTencent }: Site): number {
  const last = idle.pop()
  if (last !== undefined && last + IDLE_MS > now) return trip(random, toTencent)
  idle.length = 0
  return trip(random, toTencent * (1 + 2 * HANDSHAKE_ROUNDS))
}
