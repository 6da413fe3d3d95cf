import { createHash } from 'node:crypto'
import { Random } from '../../../packages/gate/simulate/random.ts'
import { CALLERS } from './plan.ts'

/** Somebody wants a token. */
export interface Order {
  /** In milliseconds from the beginning of the run. */
  readonly at: number
  /** 0 is the greedy one. */
  readonly caller: number
  /** Its Idempotency-Key, if it has one. */
  readonly key: string | undefined
  /** When the same request is sent a second time, with the same key; undefined if it is not. */
  readonly again: number | undefined
}

const GREEDY_SHARE = 0.9
const KEYED_SHARE = 0.1
const REPEATED_SHARE = 0.5
const LATEST_REPEAT_MS = 2_500

/**
 * Orders that come whatever becomes of those before them. Each caller orders at its own pace, as regular as a clock with some
 * jitter, so that what it asks for is what it wants; one of them asks for nine tenths of everything.
 */
export function ordersFor(perSecond: number, seconds: number, seed: number): Order[] {
  const random = new Random(seed)
  const lightPace = (perSecond * (1 - GREEDY_SHARE)) / (CALLERS - 1)
  return Array.from({ length: CALLERS }, (_, caller) => {
    const gapMs = 1_000 / (caller === 0 ? perSecond * GREEDY_SHARE : lightPace)
    return timesOf(gapMs, seconds * 1_000, random).map((at) => orderAt(at, caller, random))
  })
    .flat()
    .sort((a, b) => a.at - b.at)
}

function timesOf(gapMs: number, endMs: number, random: Random): number[] {
  const times: number[] = []
  for (let at = random.between(0, gapMs); at < endMs; at += gapMs * random.between(0.5, 1.5)) times.push(at)
  return times
}

function orderAt(at: number, caller: number, random: Random): Order {
  const keyed = random.next() < KEYED_SHARE
  const repeated = keyed && random.next() < REPEATED_SHARE
  return {
    at,
    caller,
    key: keyed ? `${caller}-${at}` : undefined,
    again: repeated ? at + random.between(0, LATEST_REPEAT_MS) : undefined,
  }
}

/** Not a secret: it opens nothing but the workerd of a run. */
export function apiKeyOf(caller: number): string {
  return `load-test-${caller}`
}

/** The setting API_KEY_HASHES: each caller is a backend of its own. */
export function apiKeyHashes(): string {
  return Array.from({ length: CALLERS }, (_, caller) => {
    const hash = createHash('sha256').update(apiKeyOf(caller)).digest('hex')
    return `caller-${caller}:${hash}`
  }).join(',')
}
