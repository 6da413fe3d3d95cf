import { Random } from './random.ts'

export type Kind = 'greedy' | 'user' | 'light'

/** Somebody wants a token. */
export interface Order {
  /** In milliseconds from the beginning. */
  readonly at: number
  readonly kind: Kind
  readonly caller: string
  /** With whom it takes turns: each backend by itself, all users together. */
  readonly party: string
  /** Where on earth it comes from, at least 0 and below 1. */
  readonly home: number
}

export const SECONDS = 40
export const LIGHT_BACKENDS = 20
const GREEDY_PER_SECOND = 9_300
const LIGHT_PER_SECOND = 0.4
/** New users. Those that are refused come back, which makes several times as many requests of them. */
const USERS_PER_SECOND = 100
/** Every ten seconds there are that many times as many for one second. */
const BURST = { everyMs: 10_000, lastsMs: 1_000, times: 6 }
const SEED = 20

/** One greedy backend that asks from everywhere, app users in bursts, backends that ask now and then. */
export function makeOrders(): Order[] {
  const random = new Random(SEED)
  const greedy = timesOf(random, () => GREEDY_PER_SECOND).map(
    (at): Order => ({ at, kind: 'greedy', caller: 'greedy', party: 'greedy', home: random.next() }),
  )
  const users = timesOf(random, usersPerSecond).map(
    (at, number): Order => ({ at, kind: 'user', caller: `user ${number}`, party: 'users', home: random.next() }),
  )
  const light = Array.from({ length: LIGHT_BACKENDS }, (_, number) => {
    const home = random.next()
    const caller = `light ${number}`
    return timesOf(random, () => LIGHT_PER_SECOND).map(
      (at): Order => ({ at, kind: 'light', caller, party: caller, home }),
    )
  })
  return [...greedy, ...users, ...light.flat()].sort((a, b) => a.at - b.at)
}

function usersPerSecond(at: number): number {
  const burst = at % BURST.everyMs >= BURST.everyMs - BURST.lastsMs
  return burst ? USERS_PER_SECOND * BURST.times : USERS_PER_SECOND
}

function timesOf(random: Random, perSecond: (at: number) => number): number[] {
  const times: number[] = []
  let at = 0
  for (;;) {
    at += random.gap(1_000 / perSecond(at))
    if (at >= SECONDS * 1_000) return times
    times.push(at)
  }
}
