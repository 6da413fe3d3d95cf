import { DurableObject } from 'cloudflare:workers'
import { type Decision, Gate as GateMachine, SteadyClock, type Step, type Write } from '@tc3-edge/gate'
import { readGateSettings, type SettingBindings } from '../settings/read-settings.ts'
import type { GateRpc } from './gate-rpc.ts'
import { GateStorage } from './gate-storage.ts'
import type { AskMessage, ReportMessage } from './messages.ts'

/** How long to wait between two clean-ups, in milliseconds. */
const CLEAN_UP_MS = 60_000

/**
 * The gate of one Tencent account: there is one instance of it in the world. It gives the machine of `@tc3-edge/gate` a
 * clock, a timer and storage, and holds the calls of those who wait.
 *
 * An answer leaves only when everything that was written before it is durable: the platform's output gate sees to that.
 */
export class Gate extends DurableObject<SettingBindings> implements GateRpc {
  private readonly clock = new SteadyClock()
  private readonly storage: GateStorage
  private readonly machine: GateMachine
  private readonly waiting = new Map<string, (decision: Decision) => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private cleaningUp = false

  constructor(ctx: DurableObjectState, env: SettingBindings) {
    super(ctx, env)
    const { quotaPerSecond, upstreamTimeoutMs, maxWaitMs } = readGateSettings(env)
    this.storage = new GateStorage(ctx.storage.sql)
    const settings = { limit: quotaPerSecond, leaseMs: upstreamTimeoutMs, maxWaitMs }
    this.machine = new GateMachine(settings, this.now(), this.storage.permits())
  }

  /** Asks for a permit. Resolves when it has been granted or refused. */
  ask(message: AskMessage): Promise<Decision> {
    return new Promise((resolve) => {
      const ledgerRow = message.keyed && this.storage.ledgerRow(message.keyed.key)
      const allowanceRow = message.tokensPerHour === undefined ? undefined : this.storage.allowanceRow(message.caller)
      // Asked once more, because its connection broke: both questions have the same answer.
      const earlier = this.waiting.get(message.id)
      this.waiting.set(message.id, (decision) => {
        earlier?.(decision)
        resolve(decision)
      })
      this.take(this.machine.ask(this.now(), { ...message, ledgerRow, allowanceRow }))
    })
  }

  /** Gives up waiting. The call that waits is answered with a refusal that nobody reads. */
  cancel(id: string): void {
    this.take(this.machine.cancel(this.now(), id))
    this.decide({ kind: 'refused', id, reason: 'full', retryAfterMs: 0 })
  }

  /** Takes in what became of a call. Its token may be handed out unless the key has gone on to another call. */
  report(message: ReportMessage): { readonly superseded: boolean } {
    const ledgerRow = message.keyed && this.storage.ledgerRow(message.keyed.key)
    const allowanceRow = message.counted ? this.storage.allowanceRow(message.caller) : undefined
    const step = this.machine.report(this.now(), { ...message, ledgerRow, allowanceRow })
    this.take(step)
    return { superseded: step.superseded }
  }

  override async alarm(): Promise<void> {
    this.cleaningUp = this.storage.forgetExpired(this.now())
    if (this.cleaningUp) await this.ctx.storage.setAlarm(Date.now() + CLEAN_UP_MS)
  }

  private take({ writes, decisions, wakeAt }: Step): void {
    this.store(writes)
    if (writes.some(({ table }) => table !== 'permits')) void this.cleanUpLater()
    for (const decision of decisions) this.decide(decision)
    if (this.timer !== undefined) clearTimeout(this.timer)
    if (wakeAt === undefined) return
    this.timer = setTimeout(() => this.take(this.machine.tick(this.now())), wakeAt - this.now())
  }

  /** What can't be stored is not to be remembered either: this instance ends, and the next begins with what is stored. */
  private store(writes: readonly Write[]): void {
    try {
      for (const write of writes) this.storage.store(write)
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
    // An earlier life may have set it: an object that begins anew all the time must not put it off for ever.
    const alarm = await this.ctx.storage.getAlarm()
    if (alarm === null) await this.ctx.storage.setAlarm(Date.now() + CLEAN_UP_MS)
  }

  private now(): number {
    return this.clock.at(Date.now())
  }
}
