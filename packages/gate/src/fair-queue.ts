import { FairShares } from './fair-shares.ts'
import { putNewest } from './rate-meter.ts'

/** How many tenants' callers are remembered. */
const TENANTS = 1_000

/** Callers of one tenant are equal. */
const CALLER_WEIGHT = 1

/** A request that waits for a permit. */
export interface Waiter {
  readonly id: string
  readonly caller: string
  /** Whom the caller shares with: each backend by itself, all app users together. */
  readonly tenant: string
  /** The tenant's. */
  readonly weight: number
  /** Whether it comes at its appointment. */
  readonly due: boolean
  readonly since: number
  readonly deadline: number
}

/** The waiters of one tenant. Each caller's are in order of arrival, those that are due before the others. */
interface Tenant {
  readonly name: string
  readonly shares: FairShares
  readonly callers: Map<string, Waiter[]>
  /** That of the newest waiter. */
  weight: number
  size: number
  due: number
}

/**
 * The queue before the permits. Tenants share by their weights, and within a tenant its callers evenly: the least tag
 * is next. An appointment is worth one service of its caller; between tenants it only breaks ties.
 */
export class FairQueue {
  private readonly shares = new FairShares()
  private readonly sharesOf = new Map<string, FairShares>()
  private readonly tenants = new Map<string, Tenant>()
  private readonly waiters = new Map<string, Waiter>()

  get size(): number {
    return this.waiters.size
  }

  [Symbol.iterator](): Iterator<Waiter> {
    return this.waiters.values()
  }

  add(waiter: Waiter): void {
    const tenant = this.tenants.get(waiter.tenant) ?? this.newTenant(waiter.tenant)
    const queue = tenant.callers.get(waiter.caller) ?? []
    const behind = waiter.due ? queue.filter(({ due }) => due).length : queue.length
    queue.splice(behind, 0, waiter)
    tenant.callers.set(waiter.caller, queue)
    tenant.weight = waiter.weight
    tenant.size++
    if (waiter.due) tenant.due++
    this.waiters.set(waiter.id, waiter)
  }

  remove(id: string): Waiter | undefined {
    const waiter = this.waiters.get(id)
    const tenant = waiter && this.tenants.get(waiter.tenant)
    const queue = waiter && tenant?.callers.get(waiter.caller)
    if (waiter === undefined || tenant === undefined || queue === undefined) return undefined
    this.waiters.delete(id)
    queue.splice(queue.indexOf(waiter), 1)
    if (queue.length === 0) tenant.callers.delete(waiter.caller)
    if (waiter.due) tenant.due--
    if (--tenant.size === 0) this.tenants.delete(tenant.name)
    return waiter
  }

  /** The next to be served: the least tag; among equals one that is due, then the first to come. */
  first(now: number): Waiter | undefined {
    const tenant = minBy(this.tenants.values(), (each) => [this.tagOf(now, each), each.due > 0 ? 0 : 1])
    const queue = minBy(tenant?.callers.values() ?? [], ([head]) => {
      const due = head?.due === true
      return [callerTag(now, tenant, head) - (due ? 1 : 0), due ? 0 : 1, head?.since ?? 0]
    })
    return queue?.[0]
  }

  /** Longest-queue tail drop: the newest waiter of the caller that is furthest over its share; one that is due last of all. */
  last(now: number): Waiter | undefined {
    const tenant = minBy(
      this.tenants.values(),
      (each) => [(each.due - each.size) / each.weight - this.tagOf(now, each)],
      true,
    )
    const queue = minBy(
      tenant?.callers.values() ?? [],
      (waiters) => {
        const newest = waiters.at(-1)
        return [newest?.due === true ? 1 : 0, -callerTag(now, tenant, newest) - waiters.length]
      },
      true,
    )
    return queue?.at(-1)
  }

  /** Counts a service of the waiter for its tenant and its caller. */
  charge(now: number, { tenant, weight, caller, due }: Waiter): void {
    this.shares.charge(now, tenant, weight, !due)
    this.tenants.get(tenant)?.shares.charge(now, caller, CALLER_WEIGHT, !due)
  }

  private tagOf(now: number, { name, weight }: Tenant): number {
    return this.shares.tag(now, name, weight)
  }

  private newTenant(name: string): Tenant {
    const shares = this.sharesOf.get(name) ?? new FairShares()
    putNewest(this.sharesOf, name, shares, TENANTS)
    const tenant = { name, shares, callers: new Map(), weight: 1, size: 0, due: 0 }
    this.tenants.set(name, tenant)
    return tenant
  }
}

function callerTag(now: number, tenant: Tenant | undefined, waiter: Waiter | undefined): number {
  return tenant === undefined || waiter === undefined ? 0 : tenant.shares.tag(now, waiter.caller, CALLER_WEIGHT)
}

/** Returns the item with the least key; among equals the first, or the last. */
function minBy<T>(items: Iterable<T>, key: (item: T) => readonly number[], lastOfEquals = false): T | undefined {
  let best: { readonly item: T; readonly key: readonly number[] } | undefined
  for (const item of items) {
    const candidate = { item, key: key(item) }
    const order = best === undefined ? -1 : compare(candidate.key, best.key)
    if (order < 0 || (order === 0 && lastOfEquals)) best = candidate
  }
  return best?.item
}

function compare(one: readonly number[], two: readonly number[]): number {
  const index = one.findIndex((part, n) => part !== two[n])
  return index < 0 ? 0 : (one[index] ?? 0) - (two[index] ?? 0)
}
