import type { Refusal } from '@tc3-edge/gate'
import { Problem } from './problem.ts'

/** What a refusal of the gate means to a caller. */
export function refusalProblem({ reason, retryAfterS, promised }: Omit<Refusal, 'kind' | 'id'>): Problem {
  const retryAfter = retryAfterS
  switch (reason) {
    case 'full':
      return new Problem(
        'capacity-exhausted',
        promised
          ? `All calls are taken. There will be room in ${retryAfter} s.`
          : `All calls are taken. Ask again in ${retryAfter} s.`,
        { retryAfter, promised },
      )
    case 'quota':
      return new Problem('quota-exceeded', `The tokens of this hour are used up. Ask again in ${retryAfter} s.`, {
        retryAfter,
      })
    case 'budget':
      return new Problem('budget-exhausted', `The account's tokens of the day are used up.`, { retryAfter })
    case 'in-progress':
      return new Problem('idempotency-key-in-progress', 'A request with this Idempotency-Key is being carried out.', {
        retryAfter,
      })
    case 'other-request':
      return new Problem('idempotency-key-reused', 'This Idempotency-Key has come with another request before.')
  }
}
