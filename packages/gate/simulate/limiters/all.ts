import { Gate } from '../../src/index.ts'
import type { Random } from '../random.ts'
import { FixedWindow } from './fixed-window.ts'
import { Gcra } from './gcra.ts'
import { LEASE_MS, LIMIT, type Limiter } from './limiter.ts'
import { SlidingLog } from './sliding-log.ts'
import { TokenBucket } from './token-bucket.ts'

export interface Contestant {
  readonly name: string
  readonly detail: string
  /** Whether there is one for all, in the object, or one in each site. */
  readonly where: 'object' | 'site'
  readonly make: (random: Random, sites: number) => Limiter
}

export const MAX_WAIT_MS = 2_000

export const contestants: readonly Contestant[] = [
  {
    name: 'the gate',
    detail: '20 permits and a line',
    where: 'object',
    make: (random) => {
      return new Gate({ limit: LIMIT, leaseMs: LEASE_MS, maxWaitMs: MAX_WAIT_MS }, 0, [], () => random.next())
    },
  },
  { name: 'fixed window', detail: '20 in each second', where: 'object', make: () => new FixedWindow() },
  { name: 'token bucket', detail: 'holds 20, gets 20 a second', where: 'object', make: () => new TokenBucket() },
  { name: 'GCRA', detail: 'one every 50 ms', where: 'object', make: () => new Gcra() },
  { name: 'exact sliding log', detail: '20 in any 1,050 ms', where: 'object', make: () => new SlidingLog() },
  { name: 'one in each location', detail: '20 a second each', where: 'site', make: () => new FixedWindow() },
  {
    name: 'one in each location',
    detail: 'an equal part of 20 each',
    where: 'site',
    make: (_, sites) => new Gcra(LIMIT / sites),
  },
]
