export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** Up to this many, each token counts from its own time; above, from the end of its slice of the window. */
const EXACT = 100
const SLICES = 12

/** So many tokens of a caller, or of the account, in any window of this length. */
export interface Quota {
  readonly name: string
  readonly limit: number
  readonly windowMs: number
}

/** The tokens of a quota's window, oldest first, as they are stored. */
export interface QuotaRow {
  readonly name: string
  readonly windowMs: number
  readonly tokens: readonly { readonly at: number; readonly count: number }[]
}

/** The tokens that count now. */
function current(now: number, { name, windowMs }: Quota, row: QuotaRow | undefined): QuotaRow {
  return { name, windowMs, tokens: row?.tokens.filter(({ at }) => at + windowMs > now) ?? [] }
}

export function used(now: number, quota: Quota, row: QuotaRow | undefined): number {
  return current(now, quota, row).tokens.reduce((sum, { count }) => sum + count, 0)
}

/** When the oldest tokens leave the window. */
export function nextFree(now: number, quota: Quota, row: QuotaRow | undefined): number {
  return (current(now, quota, row).tokens[0]?.at ?? now) + quota.windowMs
}

/** One token more. It counts from no earlier than now: never more than the limit in any window. */
export function count(now: number, quota: Quota, row: QuotaRow | undefined): QuotaRow {
  const slice = quota.limit <= EXACT ? 1 : quota.windowMs / SLICES
  const at = Math.ceil(now / slice) * slice
  const { tokens, ...rest } = current(now, quota, row)
  const newest = tokens.at(-1)
  if (newest === undefined || newest.at < at) return { ...rest, tokens: [...tokens, { at, count: 1 }] }
  return { ...rest, tokens: [...tokens.slice(0, -1), { at: newest.at, count: newest.count + 1 }] }
}

/** One token less, of a call that issued none: the oldest, so that what is left counts no shorter than it should. */
export function uncount(now: number, quota: Quota, row: QuotaRow | undefined): QuotaRow {
  const { tokens, ...rest } = current(now, quota, row)
  const [oldest, ...others] = tokens
  if (oldest === undefined || oldest.count === 1) return { ...rest, tokens: others }
  return { ...rest, tokens: [{ at: oldest.at, count: oldest.count - 1 }, ...others] }
}
