import { DurableObject } from 'cloudflare:workers'
import type { AskMessage, Decision, ReportMessage } from '../../../apps/token-endpoint/src/gate/messages.ts'
import { Meter } from './meter.ts'

interface Waiter {
  readonly id: string
  readonly since: number
  readonly deadline: number
  readonly resolve: (decision: Decision) => void
}

/**
 * A gate as it is usually built: it counts what it lets through, at the moment that it does. First come, first served, with
 * the product's patience. It stands where the product's gate stands, so that a run of it differs in nothing else.
 */
export abstract class ControlGate extends DurableObject {
  private readonly meter = new Meter()
  private line: Waiter[] = []
  private timer: ReturnType<typeof setTimeout> | undefined

  /** When one more may be let through: now, or later. */
  protected abstract nextAt(now: number): number
  /** One is let through. */
  protected abstract count(now: number): void

  ask({ id, patienceMs }: AskMessage): Promise<Decision> {
    const since = Date.now()
    const decision = new Promise<Decision>((resolve) => {
      this.line.push({ id, since, deadline: since + patienceMs, resolve })
      this.serve()
    })
    return this.meter.asked(decision)
  }

  cancel(id: string): void {
    this.refuse(({ id: waiting }) => waiting === id)
  }

  report({ id }: ReportMessage): { readonly superseded: boolean } {
    this.meter.reported(id)
    return { superseded: false }
  }

  private serve(): void {
    const now = Date.now()
    this.refuse(({ deadline }) => deadline < now)
    while (this.line.length > 0 && this.nextAt(now) <= now) {
      const waiter = this.line.shift()
      if (waiter === undefined) break
      this.count(now)
      waiter.resolve({ kind: 'granted', id: waiter.id, leaseMs: 5_000, waitedMs: now - waiter.since })
    }
    if (this.timer !== undefined) clearTimeout(this.timer)
    if (this.line.length > 0) this.timer = setTimeout(() => this.serve(), this.nextAt(now) - now)
  }

  private refuse(hopeless: (waiter: Waiter) => boolean): void {
    for (const { id, resolve } of this.line.filter(hopeless)) {
      resolve({ kind: 'refused', id, reason: 'full', retryAfterMs: 1_000 })
    }
    this.line = this.line.filter((waiter) => !hopeless(waiter))
  }
}
