import { integer, nonEmptyText, objectWith } from '../check-fields.ts'
import { type Outcome, type OutcomeRule, outcomes } from './outcome.ts'

const example = '{"outcome": "1005", "next": 2}'

/**
 * Parses a rule that came from outside.
 *
 * @throws {TypeError} saying what is wrong and what would be right.
 */
export function parseOutcomeRule(value: unknown): OutcomeRule {
  const fields = ['outcome', 'token', 'account', 'next']
  const { outcome, token, account, next } = objectWith(value, fields, 'An outcome rule', example)
  if (token !== undefined && (account !== undefined || next !== undefined)) {
    throw new TypeError('An outcome rule for a token has no account and no next.')
  }
  return {
    outcome: outcomeOf(outcome),
    ...(token !== undefined && { token: nonEmptyText(token, 'token') }),
    ...(account !== undefined && { account: nonEmptyText(account, 'account') }),
    ...(next !== undefined && { next: integer(next, 'next', 1, 1e9) }),
  }
}

function outcomeOf(value: unknown): Outcome {
  const outcome = outcomes.find((known) => known === value)
  if (outcome) return outcome
  throw new TypeError(`outcome is one of: ${outcomes.join(', ')}.`)
}
