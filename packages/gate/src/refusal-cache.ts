import { putNewest } from './rate-meter.ts'
import type { Refusal } from './types.ts'

/** How long a refusal for a used quota is repeated, in milliseconds: a call that issues no token gives one back. */
const QUOTA_MS = 10_000

/** How long an isolate forwards only a part of a tenant's requests, in milliseconds. */
export const FORWARD_MS = 5_000

/** The Retry-After of a request that is not forwarded, in seconds: the least, and the jitter on top. */
const WAIT_S = { least: 60, jitter: 30 }

const HOLDERS = 10_000
const TENANTS = 1_000

/** Whom a refusal is for. */
export interface Holder {
  readonly holder: string
  readonly caller: string
  readonly tenant: string
  /** It may have a stored answer, which a used quota does not rule out. */
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

/** A refusal that may be repeated. */
interface Entry {
  readonly reason: 'full' | 'quota'
  readonly retryAt: number
  /** Until when it is repeated even without pressure. */
  readonly repeatUntil: number
}

/** The refusals that an isolate repeats by itself, so that refused traffic does not reach the object. */
export class RefusalCache {
  private readonly random: () => number
  private readonly entries = new Map<string, Entry>()
  private readonly pressure = new Map<string, Forwarding>()

  /** `random`: at least 0 and below 1. */
  constructor(random: () => number = Math.random) {
    this.random = random
  }

  /** Returns the refusal to repeat, or with which probability the request was let through. */
  check(now: number, { holder, caller, tenant, idempotent }: Holder): Checked {
    const entry = this.entries.get(holder)
    if (entry !== undefined && now < entry.repeatUntil && !idempotent) return repeated(now, entry)
    const pressure = this.pressure.get(tenant)
    if (pressure === undefined || now >= pressure.until) return { sampled: 1 }
    if (entry?.reason === 'full' && now < entry.retryAt) return repeated(now, entry)
    // An appointment is for one request.
    if (entry?.reason === 'full' && this.entries.delete(holder)) return { sampled: 1 }
    if (pressure.due.delete(hash(holder))) return { sampled: 1 }
    const sampled = pressure.callers.get(hash(caller)) ?? pressure.others
    if (this.random() < sampled) return { sampled }
    const retryAfterS = WAIT_S.least + Math.floor(WAIT_S.jitter * this.random())
    return { reason: 'full', retryAfterS, promised: false }
  }

  /** Takes a refusal of the gate. */
  remember(now: number, { holder, tenant }: Holder, { reason, retryAfterS, promised, pressure }: Refusal): void {
    const retryAt = now + 1_000 * retryAfterS
    if (reason === 'quota') {
      const repeatUntil = Math.min(retryAt, now + QUOTA_MS)
      putNewest(this.entries, holder, { reason, retryAt, repeatUntil }, HOLDERS)
    } else if (promised) putNewest(this.entries, holder, { reason: 'full', retryAt, repeatUntil: now }, HOLDERS)
    if (pressure === undefined) return
    const { forward: others, due } = pressure
    const callers = new Map(pressure.callers.map(({ caller, forward }) => [caller, forward]))
    putNewest(this.pressure, tenant, { until: now + FORWARD_MS, others, callers, due: new Set(due) }, TENANTS)
  }
}

function repeated(now: number, { reason, retryAt }: Entry): Checked {
  return { reason, retryAfterS: Math.ceil((retryAt - now) / 1_000), promised: reason === 'full' }
}

/** FNV-1a, 32 bits: short names for holders. Two with the same one are both forwarded. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193)
  return value >>> 0
}
