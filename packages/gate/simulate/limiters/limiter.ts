import type { Ask, Decision, Report, Step } from '../../src/index.ts'
import { RateMeter } from '../../src/rate-meter.ts'

/** Whoever decides. The gate is one. */
export interface Limiter {
  ask(now: number, ask: Ask): Pick<Step, 'decisions' | 'wakeAt'>
  report(now: number, report: Report): Pick<Step, 'decisions' | 'wakeAt'>
  tick(now: number): Pick<Step, 'decisions' | 'wakeAt'>
}

export const LIMIT = 20
export const SECOND_MS = 1_000
export const LEASE_MS = 5_000

/** As the gate has it: more questions a second than this are more than it wants. */
const OVERLOAD_ASKS_PER_SECOND = 60

const NOTHING = { decisions: [], wakeAt: undefined }

/** A limiter that counts what it lets through at the moment that it does, and has nobody wait. */
export abstract class CountingLimiter implements Limiter {
  private readonly asks = new RateMeter()

  /** When one more may be let through: now, or later. */
  protected abstract nextAt(now: number): number
  /** One is let through. */
  protected abstract count(now: number): void

  ask(now: number, { id }: Ask): Pick<Step, 'decisions' | 'wakeAt'> {
    this.asks.count(now)
    return { decisions: [this.decide(now, id)], wakeAt: undefined }
  }

  report(_now: number, _report: Report): Pick<Step, 'decisions' | 'wakeAt'> {
    return NOTHING
  }

  tick(_now: number): Pick<Step, 'decisions' | 'wakeAt'> {
    return NOTHING
  }

  private decide(now: number, id: string): Decision {
    const nextAt = this.nextAt(now)
    if (nextAt <= now) {
      this.count(now)
      return { kind: 'granted', id, leaseMs: LEASE_MS, waitedMs: 0 }
    }
    const holdBack = this.asks.perSecond(now) > OVERLOAD_ASKS_PER_SECOND ? 'party' : undefined
    return { kind: 'refused', id, reason: 'full', retryAfterMs: nextAt - now, holdBack }
  }
}
