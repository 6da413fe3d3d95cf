import { createHash } from 'node:crypto'
import { Random } from '@tc3-edge/test-support/random'
import { arrivalTimes } from '../arrivals.ts'
import { CALLERS, type Lane, QUOTA, type RunPlan } from './plan.ts'

export interface ScheduledRequest {
  /** In milliseconds from the beginning of the run. */
  readonly at: number
  readonly lane: Lane
  /** 0 is the greedy one. */
  readonly caller: number
  /** Its Idempotency-Key, if it has one. */
  readonly key?: string
  /** When the same request is sent a second time, with the same key; undefined if it is not. */
  readonly again?: number
}

const GREEDY_SHARE = 0.9
const KEYED_SHARE = 0.1
const REPEATED_SHARE = 0.5
const LATEST_REPEAT_MS = 2_500
/** All runs with the same load get the same requests. */
const SEED = 20

/**
 * Schedules an open loop: each request is sent whatever the responses before it are, equally many to each lane. One caller sends
 * nine tenths, the others equal parts of the rest.
 */
export function scheduleRequests(plan: Pick<RunPlan, 'lanes' | 'pattern' | 'load' | 'seconds'>): ScheduledRequest[] {
  return plan.lanes.flatMap((lane) => scheduleLane(lane, plan)).sort((a, b) => a.at - b.at)
}

function scheduleLane(lane: Lane, { pattern, load, seconds }: Parameters<typeof scheduleRequests>[0]) {
  const random = new Random(SEED)
  const perSecond = QUOTA * load
  const lightRate = (perSecond * (1 - GREEDY_SHARE)) / (CALLERS - 1)
  return Array.from({ length: CALLERS }, (_, caller) => {
    const rate = caller === 0 ? perSecond * GREEDY_SHARE : lightRate
    return arrivalTimes(pattern, rate, seconds * 1_000, random).map((at) => scheduled({ at, lane, caller }, random))
  }).flat()
}

/** Reads have no Idempotency-Key. */
function scheduled(request: ScheduledRequest, random: Random): ScheduledRequest {
  const { at, lane, caller } = request
  if (lane === 'results' || !random.chance(KEYED_SHARE)) return request
  const key = `${caller}-${at}-${random.next()}`
  if (!random.chance(REPEATED_SHARE)) return { ...request, key }
  return { ...request, key, again: at + random.between(0, LATEST_REPEAT_MS) }
}

/** Not a secret: it is valid only in the workerd of a run. */
export function apiKeyOf(caller: number): string {
  return `load-test-${caller}`
}

/** The setting BACKENDS: each caller is a backend of its own. */
export function backends(): string {
  const entries = Array.from({ length: CALLERS }, (_, caller) => {
    const hash = createHash('sha256').update(apiKeyOf(caller)).digest('hex')
    return [`caller-${caller}`, { keys: [hash], scopes: ['issue', 'results'], tokensPerHour: 1_000_000 }]
  })
  return JSON.stringify(Object.fromEntries(entries))
}
