import { Problem } from '../answers/problem.ts'
import type { Caller } from './caller.ts'

/** How long a caller that is shielded off should wait, in seconds: the period that wrangler.jsonc counts in. */
const PERIOD_SECONDS = 10

/**
 * Keeps floods of one caller away from everything behind. It counts in each of Cloudflare's locations and only roughly; the
 * quota is the gate's to keep.
 */
export async function shield(limiter: RateLimit | undefined, caller: Caller): Promise<void> {
  if (limiter === undefined) return
  const { success } = await limiter.limit({ key: caller.id })
  if (success) return
  throw new Problem('too-many-requests', `Ask again in ${PERIOD_SECONDS} s.`, { retryAfter: PERIOD_SECONDS })
}
