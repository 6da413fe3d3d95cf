import { Problem } from '../responses/problem.ts'
import type { Caller } from './caller.ts'

/** How long a caller over its rate should wait, in seconds: the period that wrangler.jsonc counts in. */
const PERIOD_SECONDS = 10

/**
 * Rejects a flood of one caller before it reaches the gate. Cloudflare counts in each of its locations and approximately; the
 * gate keeps the account's quota.
 */
export async function limitRate(limiter: RateLimit | undefined, caller: Caller): Promise<void> {
  if (limiter === undefined) return
  const { success } = await limiter.limit({ key: caller.id })
  if (success) return
  throw new Problem('too-many-requests', `Retry in ${PERIOD_SECONDS} s.`, { retryAfter: PERIOD_SECONDS })
}
