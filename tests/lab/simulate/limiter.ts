import type { Ask, Decision, Report, Step } from '@tc3-edge/gate'
import type { Baseline } from '../baselines/baseline.ts'

/** What decides on requests. The gate is one. */
export interface Limiter {
  ask(now: number, ask: Ask): Pick<Step, 'decisions' | 'wakeAt'>
  report(now: number, report: Report): Pick<Step, 'decisions' | 'wakeAt'>
  tick(now: number): Pick<Step, 'decisions' | 'wakeAt'>
}

export const LEASE_MS = 5_000

/** As the gate has it: above so many acquires a second, isolates are to hold back. */
const OVERLOAD_PER_SECOND = 60

const NOTHING = { decisions: [], wakeAt: undefined }

/** A baseline as a limiter that nobody waits at. */
export function withoutQueue(baseline: Baseline): Limiter {
  let second = 0
  let count = 0
  const isOverloaded = (now: number) => {
    if (Math.floor(now / 1_000) !== second) count = 0
    second = Math.floor(now / 1_000)
    return ++count > OVERLOAD_PER_SECOND
  }
  const decide = (now: number, id: string): Decision => {
    const holdBack = isOverloaded(now) ? 'party' : undefined
    const nextAt = baseline.nextAt(now)
    if (nextAt > now) return { kind: 'refused', id, reason: 'full', retryAfterMs: nextAt - now, holdBack }
    baseline.count(now)
    return { kind: 'granted', id, leaseMs: LEASE_MS, waitedMs: 0 }
  }
  return {
    ask: (now, { id }) => ({ decisions: [decide(now, id)], wakeAt: undefined }),
    report: () => NOTHING,
    tick: () => NOTHING,
  }
}
