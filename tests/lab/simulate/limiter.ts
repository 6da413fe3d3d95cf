import type { AcquireRequest, Completion, Refusal } from '@tc3-edge/gate'
import type { Baseline } from '../baselines.ts'

/** Decides on requests, as the gate does. */
export interface Limiter {
  acquire(now: number, request: AcquireRequest): LimiterStep
  complete(now: number, completion: Completion): LimiterStep
  tick(now: number): LimiterStep
}

export interface LimiterStep {
  readonly decisions: readonly Decision[]
  readonly wakeAt: number | undefined
}

export type Decision =
  | { readonly kind: 'granted'; readonly id: string; readonly timestamp: number }
  | { readonly kind: 'replayed'; readonly id: string }
  | Refusal

const NO_DECISIONS: LimiterStep = { decisions: [], wakeAt: undefined }

/** A limiter of a baseline that decides at once: nobody waits. */
export function withoutQueue(baseline: Baseline): Limiter {
  const decide = (now: number, id: string): Decision => {
    const waitMs = baseline.nextAt(now) - now
    if (waitMs > 0) return refusal(id, Math.ceil(waitMs / 1_000))
    baseline.count(now)
    return grant(now, id)
  }
  return {
    acquire: (now, { id }) => ({ decisions: [decide(now, id)], wakeAt: undefined }),
    complete: () => NO_DECISIONS,
    tick: () => NO_DECISIONS,
  }
}

/** A grant whose call is signed with the present time. */
export function grant(now: number, id: string): Decision {
  return { kind: 'granted', id, timestamp: Math.floor(now / 1_000) }
}

export function refusal(id: string, retryAfterS: number): Refusal {
  return { kind: 'refused', id, reason: 'full', retryAfterS, promised: false }
}
