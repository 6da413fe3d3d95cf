import { putNewest } from './rate-meter.ts'
import type { Refusal } from './types.ts'

/** How long a refusal for a used quota is repeated without asking again: a call without a token gives one back. */
const QUOTA_MS = 10_000

/** How long a part of a tenant's requests is forwarded before all are again. */
export const FORWARD_MS = 5_000

/** The wait of whoever is not forwarded, in seconds: at least, and how much more by chance. */
const WAIT_S = { least: 60, spread: 30 }

const HOLDERS = 10_000
const TENANTS = 1_000

/** Who asks. */
export interface Holder {
  readonly holder: string
  readonly caller: string
  readonly tenant: string
  /** Its answer may be stored, so that a used quota is not in its way. */
  readonly idempotent: boolean
}

/** A refusal that is repeated, or the probability with which the request is forwarded. */
export type Checked = Pick<Refusal, 'reason' | 'retryAfterS' | 'promised'> | { readonly sampled: number }

interface Forwarding {
  readonly until: number
  readonly others: number
  readonly callers: ReadonlyMap<number, number>
  readonly due: Set<number>
}

interface Told {
  readonly reason: 'full' | 'quota'
  readonly retryAt: number
  /** Until then the refusal is repeated even while there is no pressure. */
  readonly repeatUntil: number
}

/** The refusals that an isolate repeats by itself, so that refused traffic does not reach the object. */
export class RefusalCache {
  private readonly random: () => number
  private readonly told = new Map<string, Told>()
  private readonly pressure = new Map<string, Forwarding>()

  /** `random`: at least 0 and below 1. */
  constructor(random: () => number = Math.random) {
    this.random = random
  }

  check(now: number, { holder, caller, tenant, idempotent }: Holder): Checked {
    const told = this.told.get(holder)
    if (told !== undefined && now < told.repeatUntil && !idempotent) return repeated(now, told)
    const pressure = this.pressure.get(tenant)
    if (pressure === undefined || now >= pressure.until) return { sampled: 1 }
    if (told?.reason === 'full' && now < told.retryAt) return repeated(now, told)
    // An appointment is for one request.
    if (told?.reason === 'full' && this.told.delete(holder)) return { sampled: 1 }
    if (pressure.due.delete(hash(holder))) return { sampled: 1 }
    const sampled = pressure.callers.get(hash(caller)) ?? pressure.others
    if (this.random() < sampled) return { sampled }
    const retryAfterS = WAIT_S.least + Math.floor(WAIT_S.spread * this.random())
    return { reason: 'full', retryAfterS, promised: false }
  }

  remember(now: number, { holder, tenant }: Holder, { reason, retryAfterS, promised, pressure }: Refusal): void {
    const retryAt = now + 1_000 * retryAfterS
    if (reason === 'quota') {
      const repeatUntil = Math.min(retryAt, now + QUOTA_MS)
      putNewest(this.told, holder, { reason, retryAt, repeatUntil }, HOLDERS)
    } else if (promised) putNewest(this.told, holder, { reason: 'full', retryAt, repeatUntil: now }, HOLDERS)
    if (pressure === undefined) return
    const { forward: others, due } = pressure
    const callers = new Map(pressure.callers.map(({ caller, forward }) => [caller, forward]))
    putNewest(this.pressure, tenant, { until: now + FORWARD_MS, others, callers, due: new Set(due) }, TENANTS)
  }
}

function repeated(now: number, { reason, retryAt }: Told): Checked {
  return { reason, retryAfterS: Math.ceil((retryAt - now) / 1_000), promised: reason === 'full' }
}

/** FNV-1a, 32 bits: short names for holders. Two with the same one are both forwarded. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193)
  return value >>> 0
}
