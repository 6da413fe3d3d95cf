import { Gate, MemoryStore } from '@tc3-edge/gate'
import type { Random } from '@tc3-edge/test-support/random'
import { FixedWindow, Gcra, LIMIT, SlidingLog, TokenBucket } from '../baselines.ts'
import { LeastServed } from './least-served.ts'
import { type Limiter, withoutQueue } from './limiter.ts'

export interface Subject {
  readonly name: string
  readonly detail: string
  /** One instance for all in the object, or one in each site. */
  readonly where: 'object' | 'site'
  readonly make: (random: Random, sites: number) => Limiter
}

export const MAX_WAIT_MS = 2_000

/** The margin of a log for the way to the upstream. */
const MARGIN_MS = 50

/** The call's timeout, and one second more. */
const LIFETIME_S = 6
const HORIZON_S = 60

export const gate: Subject = {
  name: 'the gate',
  detail: '20 permits and a queue',
  where: 'object',
  make: (random) =>
    new Gate(
      { limit: LIMIT, maxWaitMs: MAX_WAIT_MS, lifetimeS: LIFETIME_S, signing: 'backdated', horizonS: HORIZON_S },
      new MemoryStore(),
      0,
      () => random.next(),
    ),
}

export const leastServed: Subject = {
  name: 'a perfect rule',
  detail: 'whoever had least',
  where: 'object',
  make: () => new LeastServed(LIMIT, MAX_WAIT_MS),
}

export const subjects: readonly Subject[] = [
  gate,
  {
    name: 'fixed window',
    detail: '20 in each second',
    where: 'object',
    make: () => withoutQueue(new FixedWindow()),
  },
  {
    name: 'token bucket',
    detail: 'holds 20, gets 20 a second',
    where: 'object',
    make: () => withoutQueue(new TokenBucket()),
  },
  { name: 'GCRA', detail: 'one every 50 ms', where: 'object', make: () => withoutQueue(new Gcra()) },
  {
    name: 'exact sliding log',
    detail: '20 in any 1,050 ms',
    where: 'object',
    make: () => withoutQueue(new SlidingLog(MARGIN_MS)),
  },
  {
    name: 'one in each location',
    detail: '20 a second each',
    where: 'site',
    make: () => withoutQueue(new FixedWindow()),
  },
  {
    name: 'one in each location',
    detail: 'an equal part of 20 each',
    where: 'site',
    make: (_, sites) => withoutQueue(new Gcra(LIMIT / sites)),
  },
]
