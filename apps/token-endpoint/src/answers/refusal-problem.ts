import type { RefusalReason } from '@tc3-edge/gate'
import { Problem } from './problem.ts'

/** What a refusal of the gate means to a caller. */
export function refusalProblem(reason: RefusalReason, retryAfterMs: number): Problem {
  const retryAfter = Math.max(1, Math.ceil(retryAfterMs / 1_000))
  switch (reason) {
    case 'full':
      return new Problem('capacity-exhausted', `All calls are taken. Ask again in ${retryAfter} s.`, { retryAfter })
    case 'allowance':
      return new Problem('quota-exceeded', `The tokens of this hour are used up. Ask again in ${retryAfter} s.`, {
        retryAfter,
      })
    case 'in-progress':
      return new Problem('idempotency-key-in-progress', 'A request with this Idempotency-Key is being carried out.', {
        retryAfter,
      })
    case 'other-request':
      return new Problem('idempotency-key-reused', 'This Idempotency-Key has come with another request before.')
  }
}
