import type { Refusal } from '@tc3-edge/gate'
import { Problem } from './problem.ts'

/** Returns the problem for a refusal of the gate. */
export function gateProblem({ reason, retryAfterS, promised }: Omit<Refusal, 'kind' | 'id'>): Problem {
  const retryAfter = retryAfterS
  switch (reason) {
    case 'full': {
      const detail = `No capacity right now. ${promised ? 'Capacity is kept for you' : 'Retry'} in ${retryAfter} s.`
      return new Problem('capacity-exhausted', detail, { retryAfter, promised })
    }
    case 'quota':
      return new Problem('quota-exceeded', `The hourly token limit is reached. Retry in ${retryAfter} s.`, {
        retryAfter,
      })
    case 'budget':
      return new Problem('budget-exhausted', `The daily token budget is used up. Retry in ${retryAfter} s.`, {
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
