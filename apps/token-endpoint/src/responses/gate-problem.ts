import type { RefusalReason } from '@tc3-edge/gate'
import { Problem } from './problem.ts'

/** Translates a refusal of the gate for the caller. */
export function gateProblem(reason: RefusalReason, retryAfterMs: number): Problem {
  const retryAfter = Math.max(1, Math.ceil(retryAfterMs / 1_000))
  switch (reason) {
    case 'full':
      return new Problem('capacity-exhausted', `No capacity right now. Retry in ${retryAfter} s.`, { retryAfter })
    case 'allowance':
      return new Problem('quota-exceeded', `The hourly token limit is reached. Retry in ${retryAfter} s.`, {
        retryAfter,
      })
    case 'in-progress':
      return new Problem('idempotency-key-in-progress', 'A request with this Idempotency-Key is in progress.', {
        retryAfter,
      })
    case 'other-request':
      return new Problem('idempotency-key-reused', 'This Idempotency-Key was used with another request.')
  }
}
