import { DurableObject } from 'cloudflare:workers'
import {
  type AcquireRequest,
  type Completion,
  type Decision,
  Gate as GateMachine,
  type GateSettings as MachineSettings,
  MonotonicClock,
  type Step,
} from '@tc3-edge/gate'
import { readGateSettings, type SettingBindings } from '../settings/read-settings.ts'
import { type GateSettings, PRESENT_TIME_MS } from '../settings/settings.ts'
import { GateStorage } from './gate-storage.ts'
import { laneOfObject } from './lane.ts'
import type { GateRpc, GateStatus } from './messages.ts'

/** How long to wait between two clean-ups, in milliseconds. */
const CLEAN_UP_MS = 60_000

/**
 * The gate of one lane: one instance worldwide. It gives the state machine of `@tc3-edge/gate` a clock, a timer and storage,
 * and holds the acquires that wait.
 *
 * A reply leaves only when everything that was written before it is durable: the platform's output gate sees to that.
 */
export class Gate extends DurableObject<SettingBindings> implements GateRpc {
  private readonly clock = new MonotonicClock()
  private readonly storage: GateStorage
  private readonly machine: GateMachine
  private readonly waiting = new Map<string, (decision: Decision) => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private cleaningUp = false

  constructor(ctx: DurableObjectState, env: SettingBindings) {
    super(ctx, env)
    this.storage = new GateStorage(ctx.storage.sql, () => this.now())
    this.machine = new GateMachine(machineSettings(readGateSettings(env)), this.storage, this.now())
  }

  acquire(request: AcquireRequest): Promise<Decision> {
    return new Promise((resolve) => {
      // The same request again, because its connection broke: both calls get the same decision.
      const earlier = this.waiting.get(request.id)
      this.waiting.set(request.id, (decision) => {
        earlier?.(decision)
        resolve(decision)
      })
      this.run((now) => this.machine.acquire(now, request))
    })
  }

  /** Also settles the acquire that waits; its caller has gone. */
  cancel(id: string): void {
    this.run((now) => this.machine.cancel(now, id))
    this.decide({ kind: 'refused', id, reason: 'full', retryAfterS: 1, promised: false })
  }

  complete(completion: Completion): { readonly fenced: boolean } {
    const { fenced } = this.run((now) => this.machine.complete(now, completion))
    return { fenced }
  }

  status(): GateStatus {
    return { signing: this.machine.signing(this.now()) }
  }

  override async alarm(): Promise<void> {
    // If this one fails, the next write sets another.
    this.cleaningUp = false
    if (this.storage.deleteExpired()) await this.cleanUpLater()
  }

  private run<S extends Step>(event: (now: number) => S): S {
    const step = this.durably(() => event(this.now()))
    if (this.storage.expiring) void this.cleanUpLater()
    for (const { kind, ...facts } of step.notices) {
      console.warn(JSON.stringify({ gate: kind, lane: laneOfObject(this.ctx.id.name), ...facts }))
    }
    for (const decision of step.decisions) this.decide(decision)
    if (this.timer !== undefined) clearTimeout(this.timer)
    if (step.wakeAt !== undefined) {
      this.timer = setTimeout(() => this.run((now) => this.machine.tick(now)), step.wakeAt - this.now())
    }
    return step
  }

  /** If a write fails, aborts: the next instance restarts from durable state. */
  private durably<T>(event: () => T): T {
    try {
      return event()
    } catch (error) {
      this.ctx.abort(`The gate could not store: ${error}`)
      throw error
    }
  }

  private decide(decision: Decision): void {
    this.waiting.get(decision.id)?.(decision)
    this.waiting.delete(decision.id)
  }

  private async cleanUpLater(): Promise<void> {
    if (this.cleaningUp) return
    this.cleaningUp = true
    try {
      // A previous instance may have set it: an object that keeps restarting must not postpone it for ever.
      const alarm = await this.ctx.storage.getAlarm()
      if (alarm === null) await this.ctx.storage.setAlarm(Date.now() + CLEAN_UP_MS)
    } catch {
      this.cleaningUp = false
    }
  }

  private now(): number {
    return this.clock.at(Date.now())
  }
}

function machineSettings(settings: GateSettings): MachineSettings {
  const { quotaPerSecond, maxWaitMs, upstreamTimeoutMs, signatureLifetimeMs, appointmentHorizonSeconds } = settings
  const present = signatureLifetimeMs === PRESENT_TIME_MS
  return {
    limit: quotaPerSecond,
    maxWaitMs,
    // A signature of the present time outlives any wait: permits of unknown ends rest for the timeout of a call instead.
    lifetimeS: Math.ceil((present ? upstreamTimeoutMs + 1_000 : signatureLifetimeMs) / 1_000),
    signing: present ? 'present' : 'backdated',
    horizonS: appointmentHorizonSeconds,
  }
}
