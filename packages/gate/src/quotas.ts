import type { QuotaRow, Store } from './store.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** Up to this limit each token counts from its own time; above, from the end of its slice of the window. */
const EXACT_LIMIT = 100
const SLICES = 12

/** At most `limit` tokens in any window of `windowMs` milliseconds. */
export interface Quota {
  readonly name: string
  /** Whose it is. The refusal is `quota` for `caller`, `budget` for `account`. */
  readonly scope: 'caller' | 'account'
  readonly limit: number
  readonly windowMs: number
}

/** Sliding windows. A token counts from no earlier than its grant: never more than the limit in any window. */
export class Quotas {
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  used(now: number, quota: Quota): number {
    return this.current(now, quota).reduce((sum, { count }) => sum + count, 0)
  }

  /** Returns when the oldest tokens leave the window. */
  nextFree(now: number, quota: Quota): number {
    return (this.current(now, quota)[0]?.at ?? now) + quota.windowMs
  }

  /** Adds a token. */
  count(now: number, quota: Quota): void {
    const slice = quota.limit <= EXACT_LIMIT ? 1 : quota.windowMs / SLICES
    const tokens = [...this.current(now, quota)]
    const newest = tokens.at(-1)
    const at = Math.max(Math.ceil(now / slice) * slice, newest?.at ?? 0)
    if (newest?.at === at) tokens.pop()
    tokens.push({ at, count: 1 + (newest?.at === at ? newest.count : 0) })
    this.put(quota, tokens)
  }

  /** Removes the token of a call that issued none: the oldest, so that the rest counts no shorter than it should. */
  uncount(now: number, quota: Quota): void {
    const [oldest, ...tokens] = this.current(now, quota)
    if (oldest !== undefined && oldest.count > 1) tokens.unshift({ at: oldest.at, count: oldest.count - 1 })
    this.put(quota, tokens)
  }

  private current(now: number, { name, windowMs }: Quota): QuotaRow['tokens'] {
    return this.store.quota(name)?.tokens.filter(({ at }) => at + windowMs > now) ?? []
  }

  private put({ name, windowMs }: Quota, tokens: QuotaRow['tokens']): void {
    this.store.putQuota({ name, windowMs, tokens })
  }
}
