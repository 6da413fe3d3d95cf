import type { AcquireRequest, Completion, Decision, Step } from '@tc3-edge/gate'
import type { Baseline } from '../baselines/baseline.ts'

/** What decides on requests. The gate is one. */
export interface Limiter {
  acquire(now: number, request: AcquireRequest): Pick<Step, 'decisions' | 'wakeAt'>
  complete(now: number, completion: Completion): Pick<Step, 'decisions' | 'wakeAt'>
  tick(now: number): Pick<Step, 'decisions' | 'wakeAt'>
}

/** How long a signature is good, in seconds: the call's timeout and one more. */
export const LIFETIME_S = 6

/** As the gate has it: above so many acquires a second, isolates are to hold back. */
const MOST_PER_SECOND = 400

const NOTHING = { decisions: [], wakeAt: undefined }

/** A baseline as a limiter that nobody waits at. */
export function withoutQueue(baseline: Baseline): Limiter {
  let second = 0
  let count = 0
  /** What part of the requests of this second should have come. */
  const forward = (now: number) => {
    if (Math.floor(now / 1_000) !== second) count = 0
    second = Math.floor(now / 1_000)
    return ++count > MOST_PER_SECOND ? MOST_PER_SECOND / count : undefined
  }
  const decide = (now: number, id: string): Decision => {
    const part = forward(now)
    const nextAt = baseline.nextAt(now)
    if (nextAt > now) {
      const pressure = part === undefined ? undefined : { forward: part, due: [] }
      const retryAfterS = Math.max(1, Math.ceil((nextAt - now) / 1_000))
      return { kind: 'refused', id, reason: 'full', retryAfterS, promised: false, pressure }
    }
    baseline.count(now)
    const timestamp = Math.floor(now / 1_000) - 300 + LIFETIME_S
    return { kind: 'granted', id, timestamp, signing: 'backdated', expiresInMs: LIFETIME_S * 1_000, waitedMs: 0 }
  }
  return {
    acquire: (now, { id }) => ({ decisions: [decide(now, id)], wakeAt: undefined }),
    complete: () => NOTHING,
    tick: () => NOTHING,
  }
}
