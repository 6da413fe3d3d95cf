import { DurableObject } from 'cloudflare:workers'
import { Permits, SteadyClock, survivors } from '@tc3-edge/gate'
import type { Env } from '../env.ts'
import { readSettings } from '../settings.ts'
import type { Grant, Refusal, Report } from './messages.ts'
import { PermitTable } from './permit-table.ts'

/** The gate of one Tencent account. There is one instance of it in the world. */
export class Gate extends DurableObject<Env> {
  private readonly clock = new SteadyClock()
  private readonly table: PermitTable
  private readonly leaseMs: number
  private readonly permits: Permits

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const { quotaPerSecond, upstreamTimeoutMs } = readSettings(env)
    this.table = new PermitTable(ctx.storage.sql)
    this.leaseMs = upstreamTimeoutMs
    const stored = survivors(this.now(), this.table.all(), this.leaseMs)
    this.permits = new Permits({ limit: quotaPerSecond, leaseMs: this.leaseMs }, stored)
  }

  /** Asks for a permit. The answer leaves only after the grant has been stored: the platform's output gate sees to it. */
  ask(): Grant | Refusal {
    const now = this.now()
    const row = this.permits.take(now, crypto.randomUUID())
    if (row === undefined) return { granted: false, retryAfterMs: this.permits.nextFreeAt(now) - now }
    this.table.put(row)
    return { granted: true, grant: row.grant, leaseMs: this.leaseMs }
  }

  /** Takes in what became of a call. */
  report({ grant, outcome }: Report): void {
    const row = this.permits.report(this.now(), grant, outcome)
    if (row !== undefined) this.table.put(row)
  }

  private now(): number {
    return this.clock.at(Date.now())
  }
}
