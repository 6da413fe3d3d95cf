import { createHash } from 'node:crypto'
import { Random } from '@tc3-edge/test-support/random'
import { arrivalTimes, type Pattern } from '../arrivals.ts'
import { CALLERS, QUOTA } from './plan.ts'

export interface ScheduledRequest {
  /** In milliseconds from the beginning of the run. */
  readonly at: number
  /** 0 is the greedy one. */
  readonly caller: number
  /** Its Idempotency-Key, if it has one. */
  readonly key?: string
  /** When the same request is sent a second time, with the same key; undefined if it is not. */
  readonly again?: number
}

export interface Schedule {
  readonly pattern: Pattern
  /** In quotas. */
  readonly load: number
  readonly seconds: number
}

const GREEDY_SHARE = 0.9
const KEYED_SHARE = 0.1
const REPEATED_SHARE = 0.5
const LATEST_REPEAT_MS = 2_500
/** One for all: each run of a load is given the same requests. */
const SEED = 20

/** Requests that are sent whatever becomes of those before them. One caller sends nine tenths, the others an equal part. */
export function scheduleRequests({ pattern, load, seconds }: Schedule): ScheduledRequest[] {
  const random = new Random(SEED)
  const perSecond = QUOTA * load
  const lightRate = (perSecond * (1 - GREEDY_SHARE)) / (CALLERS - 1)
  return Array.from({ length: CALLERS }, (_, caller) => {
    const rate = caller === 0 ? perSecond * GREEDY_SHARE : lightRate
    return arrivalTimes(pattern, rate, seconds * 1_000, random).map((at) => scheduled(at, caller, random))
  })
    .flat()
    .sort((a, b) => a.at - b.at)
}

function scheduled(at: number, caller: number, random: Random): ScheduledRequest {
  if (!random.chance(KEYED_SHARE)) return { at, caller }
  const key = `${caller}-${at}-${random.next()}`
  if (!random.chance(REPEATED_SHARE)) return { at, caller, key }
  return { at, caller, key, again: at + random.between(0, LATEST_REPEAT_MS) }
}

/** Not a secret: it opens nothing but the workerd of a run. */
export function apiKeyOf(caller: number): string {
  return `load-test-${caller}`
}

/** The setting BACKENDS: each caller is a backend of its own. */
export function backends(): string {
  const entries = Array.from({ length: CALLERS }, (_, caller) => {
    const hash = createHash('sha256').update(apiKeyOf(caller)).digest('hex')
    return [`caller-${caller}`, { keys: [hash], tokensPerHour: 1_000_000 }]
  })
  return JSON.stringify(Object.fromEntries(entries))
}
