import { Random } from '@tc3-edge/test-support/random'
import { arrivalTimes, type Pattern } from '../arrivals.ts'
import { NEVER, type Returns, type ScheduledRequest } from './client.ts'

/** Callers of one kind, each with arrivals of its own. */
export interface Population {
  readonly group: string
  readonly callers: number
  /** `backends`: each a tenant by itself, with an appointment for each request. `users`: one tenant, one appointment each. */
  readonly kind: 'backends' | 'users'
  /** The rate of each caller; a function of the time if it changes. */
  readonly perSecond: number | ((at: number) => number)
  readonly pattern?: Pattern
  readonly returns?: Returns
  /** The part of requests that never return. */
  readonly leaving?: number
  /** Whether each request is a new caller's. */
  readonly newcomers?: boolean
  readonly from?: number
}

/** Returns the requests of all populations, in the order of time. */
export function scheduleOf(populations: readonly Population[], endMs: number, seed: number): ScheduledRequest[] {
  const random = new Random(seed)
  return populations
    .flatMap((population) =>
      Array.from({ length: population.callers }, (_, number) => requestsOf(population, number, endMs, random)),
    )
    .flat()
    .sort((one, two) => one.at - two.at)
}

function requestsOf(population: Population, number: number, endMs: number, random: Random): ScheduledRequest[] {
  const { group, kind, perSecond, pattern = 'poisson', returns = NEVER, leaving = 0, newcomers = false } = population
  const { from = 0 } = population
  const home = random.next()
  return arrivalTimes(pattern, perSecond, endMs - from, random).map((at, index) => {
    const caller = newcomers ? `${group} ${number} ${index}` : `${group} ${number}`
    return {
      at: from + at,
      group,
      caller,
      tenant: kind === 'users' ? 'users' : caller,
      holder: kind === 'users' ? caller : `${caller} ${index}`,
      home: newcomers || population.callers === 1 ? random.next() : home,
      returns: random.chance(leaving) ? NEVER : returns,
    }
  })
}

/** Returns requests of this many callers within one second. */
export function herdOf(
  size: number,
  population: Omit<Population, 'callers' | 'perSecond'>,
  seed: number,
): ScheduledRequest[] {
  const { group, kind, returns = NEVER, leaving = 0 } = population
  const random = new Random(seed)
  return Array.from({ length: size }, (_, number) => {
    const caller = `${group} ${number}`
    const tenant = kind === 'users' ? 'users' : caller
    const home = random.next()
    return {
      at: random.between(0, 1_000),
      group,
      caller,
      tenant,
      holder: caller,
      home,
      returns: random.chance(leaving) ? NEVER : returns,
    }
  }).sort((one, two) => one.at - two.at)
}
