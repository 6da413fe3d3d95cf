import { Random } from '@tc3-edge/test-support/random'
import { StandingRefusals } from '../../../apps/token-endpoint/src/gate/standing-refusals.ts'

/** A place where Workers run. All times are in milliseconds, one way. */
export interface Site {
  readonly toObject: number
  readonly toTencent: number
  /** What each isolate remembers of refusals. */
  readonly isolates: readonly StandingRefusals[]
  /** When its idle connections to Tencent were used last. */
  readonly idle: number[]
}

/** Where the Workers run: next to Tencent, or wherever their callers are. */
export type Placement = 'placed' | 'everywhere'

const PLACED = { sites: 3, isolates: 17, toObject: [0.5, 2], toTencent: [0.5, 2] } as const
const EVERYWHERE = { sites: 300, nearest: 1, farthest: 150 }
/** How long an idle connection is kept, on average somewhere on the way. */
const IDLE_MS = 15_000
/** A handshake of TCP and one of TLS 1.3 before the request. */
const HANDSHAKE_ROUNDS = 2
const LOSS = { oneIn: 200, heldMs: 200 }
const JITTER = 0.12
const SEED = 7

export class Fleet {
  readonly sites: readonly Site[]

  constructor(placement: Placement) {
    const random = new Random(SEED)
    this.sites = placement === 'placed' ? placed(random) : everywhere(random)
  }

  /** Some places have many times the traffic of others. */
  siteOf(home: number): Site | undefined {
    return this.sites[Math.floor(home ** 2 * this.sites.length)]
  }
}

function placed(random: Random): Site[] {
  return Array.from({ length: PLACED.sites }, () => ({
    toObject: random.between(...PLACED.toObject),
    toTencent: random.between(...PLACED.toTencent),
    isolates: Array.from({ length: PLACED.isolates }, () => new StandingRefusals(() => random.between(0, 1))),
    idle: [],
  }))
}

/** From the same city to the other side of the world. The object is next to Tencent either way. */
function everywhere(random: Random): Site[] {
  return Array.from({ length: EVERYWHERE.sites }, () => {
    const distance = random.between(EVERYWHERE.nearest, EVERYWHERE.farthest)
    return {
      toObject: distance * random.between(1, 1.2),
      toTencent: distance * random.between(1, 1.2),
      isolates: [new StandingRefusals(() => random.between(0, 1))],
      idle: [],
    }
  })
}

/** How long something takes over a distance this time: some jitter, and now and then a packet is lost. */
export function trip(random: Random, distance: number): number {
  const held = random.below(LOSS.oneIn) === 0 ? LOSS.heldMs : 0
  return distance * random.logNormal(JITTER) + held
}

/** How long a request takes to Tencent, over an idle connection if there is one. */
export function tripToTencent(random: Random, now: number, { idle, toTencent }: Site): number {
  const last = idle.pop()
  if (last !== undefined && last + IDLE_MS > now) return trip(random, toTencent)
  idle.length = 0
  return trip(random, toTencent * (1 + 2 * HANDSHAKE_ROUNDS))
}
