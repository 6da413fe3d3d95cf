// Gates as they are usually built: each counts a call at the moment that it lets it through; first come, first served, with the
// product's queue timeout. They replace the product's gate, so that a run differs in nothing else.
import { DurableObject } from 'cloudflare:workers'
import type { Gate } from '@tc3-edge/token-endpoint/worker'
import { type Baseline, FixedWindow, SlidingLog } from '../baselines.ts'
import { Meter } from './meter.ts'

type Decision = Awaited<ReturnType<Gate['acquire']>>

interface Waiter {
  readonly id: string
  readonly since: number
  readonly deadline: number
  readonly resolve: (decision: Decision) => void
}

abstract class BaselineGate extends DurableObject implements Pick<Gate, 'acquire' | 'cancel' | 'complete'> {
  protected abstract readonly baseline: Baseline
  private readonly meter = new Meter(this.ctx.id.name)
  private queue: Waiter[] = []
  private timer: ReturnType<typeof setTimeout> | undefined

  acquire({ id, maxWaitMs }: Parameters<Gate['acquire']>[0]): Promise<Decision> {
    const since = Date.now()
    const decision = new Promise<Decision>((resolve) => {
      this.queue.push({ id, since, deadline: since + maxWaitMs, resolve })
      this.serve()
    })
    return this.meter.acquired(decision)
  }

  cancel(id: string): void {
    this.refuse(({ id: waiting }) => waiting === id)
  }

  complete({ id }: Parameters<Gate['complete']>[0]): ReturnType<Gate['complete']> {
    this.meter.completed(id)
    return { fenced: false }
  }

  private serve(): void {
    const now = Date.now()
    this.refuse(({ deadline }) => deadline < now)
    while (this.queue.length > 0 && this.baseline.nextAt(now) <= now) {
      const waiter = this.queue.shift()
      if (waiter === undefined) break
      this.baseline.count(now)
      waiter.resolve({
        kind: 'granted',
        id: waiter.id,
        timestamp: Math.floor(now / 1_000),
        signing: 'present',
        expiresInMs: 6_000,
        waitedMs: now - waiter.since,
      })
    }
    if (this.timer !== undefined) clearTimeout(this.timer)
    if (this.queue.length > 0) this.timer = setTimeout(() => this.serve(), this.baseline.nextAt(now) - now)
  }

  private refuse(which: (waiter: Waiter) => boolean): void {
    for (const { id, resolve } of this.queue.filter(which)) {
      resolve({ kind: 'refused', id, reason: 'full', retryAfterS: 1, promised: false })
    }
    this.queue = this.queue.filter((waiter) => !which(waiter))
  }
}

/** Must break the limit: twenty in each second of the clock. */
export class FixedWindowGate extends BaselineGate {
  protected override readonly baseline = new FixedWindow()
}

/** Must break the limit: an exact log of the last second, kept where permission is given. */
export class SlidingLogGate extends BaselineGate {
  protected override readonly baseline = new SlidingLog()
}
