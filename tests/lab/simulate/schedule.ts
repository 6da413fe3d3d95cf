import { Random } from '@tc3-edge/test-support/random'
import { arrivalTimes } from '../arrivals.ts'

export type Kind = 'greedy' | 'user' | 'light'

/** Somebody wants a token. */
export interface ScheduledRequest {
  /** In milliseconds from the beginning. */
  readonly at: number
  readonly kind: Kind
  readonly caller: string
  /** What shares the quota with others: each backend by itself, all users together. */
  readonly tenant: string
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
export function scheduleRequests(): ScheduledRequest[] {
  const random = new Random(SEED)
  const greedy = arrivalTimes('poisson', GREEDY_PER_SECOND, SECONDS * 1_000, random).map(
    (at): ScheduledRequest => ({ at, kind: 'greedy', caller: 'greedy', tenant: 'greedy', home: random.next() }),
  )
  const users = arrivalTimes('poisson', usersPerSecond, SECONDS * 1_000, random).map(
    (at, number): ScheduledRequest => ({
      at,
      kind: 'user',
      caller: `user ${number}`,
      tenant: 'users',
      home: random.next(),
    }),
  )
  const light = Array.from({ length: LIGHT_BACKENDS }, (_, number) => {
    const home = random.next()
    const caller = `light ${number}`
    return arrivalTimes('poisson', LIGHT_PER_SECOND, SECONDS * 1_000, random).map(
      (at): ScheduledRequest => ({ at, kind: 'light', caller, tenant: caller, home }),
    )
  })
  return [...greedy, ...users, ...light.flat()].sort((a, b) => a.at - b.at)
}

function usersPerSecond(at: number): number {
  const burst = at % BURST.everyMs >= BURST.everyMs - BURST.lastsMs
  return burst ? USERS_PER_SECOND * BURST.times : USERS_PER_SECOND
}
