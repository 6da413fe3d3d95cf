import { ApiError } from '../api-error.ts'
import type { Behavior } from '../behavior.ts'
import type { JsonObject } from '../json.ts'
import type { Outcome, OutcomeRule } from './outcome.ts'
import { parseOutcomeRule } from './parse-outcome-rule.ts'
import { resultFields } from './result.ts'
import { createTokenStore, type IssuedToken } from './token-store.ts'

/** What comes of the verifications whose tokens this emulator issued. */
export interface Verifications {
  /**
   * Chooses an outcome: of one token, of an account's tokens, of the next tokens that are issued, or of all. A rule
   * for a token takes precedence over one for the next tokens, then an account, then all; the newest wins.
   *
   * @throws {TypeError} saying what is wrong with the rule.
   */
  choose: (rule: OutcomeRule) => void
  /** Back to the outcome that the emulator was created with. Tokens stay known. */
  clear: () => void
}

export interface VerificationStore extends Verifications {
  choose: (rule: unknown) => void
  behaviors: Readonly<Record<string, Behavior>>
}

/** More than anybody has use for; keeps a client in a loop from filling the memory. */
const MAX_RULES = 1000
const RESULT_LIFETIME_MS = 3 * 24 * 3600 * 1000

/** Remembers the tokens that `ApplySdkVerificationToken` issues, for `GetSdkVerificationResult`. */
export function createVerifications(outcomeOfAll: Outcome): VerificationStore {
  const tokens = createTokenStore()
  let rules: OutcomeRule[] = []

  const chosenAtIssue = (account: string): Outcome | undefined => {
    const index = rules.findLastIndex((rule) => (rule.next ?? 0) > 0 && (rule.account ?? account) === account)
    const rule = rules[index]
    if (rule?.next === undefined) return undefined
    rules[index] = { ...rule, next: rule.next - 1 }
    rules = rules.filter(({ next }) => next !== 0)
    return rule.outcome
  }

  const outcomeOf = ({ account, outcome }: IssuedToken): Outcome => {
    const standing = rules.filter(({ next }) => next === undefined)
    const forAccount = standing.findLast((rule) => rule.account === account)
    const forAll = standing.findLast((rule) => rule.account === undefined)
    return outcome ?? forAccount?.outcome ?? forAll?.outcome ?? outcomeOfAll
  }

  const chooseFor = (name: string, outcome: Outcome): void => {
    const token = tokens.get(name)
    if (!token) throw new TypeError('token is none that this emulator issued and still knows.')
    token.outcome = outcome
  }

  const issue: Behavior = {
    responded: ({ account, parameters, time }, { SdkToken }) => {
      const extra = typeof parameters.Extra === 'string' ? parameters.Extra : ''
      tokens.add(String(SdkToken), { account, extra, issuedAt: time, reads: 0, outcome: chosenAtIssue(account) })
    },
  }

  const read: Behavior = {
    respond: ({ account, parameters, time }) => {
      const token = tokens.get(String(parameters.SdkToken))
      if (token?.account !== account) {
        return new ApiError(
          'InvalidParameterValue.BizTokenIllegal',
          undefined,
          'This emulator did not issue the token.',
        )
      }
      token.reads += 1
      const expired = time - token.issuedAt >= RESULT_LIFETIME_MS
      return responseFor(expired ? 'expired' : outcomeOf(token), token)
    },
  }

  return {
    behaviors: { 'faceid.ApplySdkVerificationToken': issue, 'faceid.GetSdkVerificationResult': read },
    choose: (given) => {
      const rule = parseOutcomeRule(given)
      if (rule.token !== undefined) return chooseFor(rule.token, rule.outcome)
      if (rules.length >= MAX_RULES) {
        throw new TypeError(`There are ${MAX_RULES} outcome rules already: clear them first.`)
      }
      rules = [...rules, rule]
    },
    clear: () => {
      rules = []
      for (const token of tokens.all()) token.outcome = undefined
    },
  }
}

function responseFor(outcome: Outcome, { extra, reads }: IssuedToken): JsonObject | ApiError {
  if (outcome === 'expired') return new ApiError('InvalidParameterValue.BizTokenExpired')
  if (outcome === 'unfinished-error') return new ApiError('InternalError.UnKnown', undefined, 'It has not finished.')
  const now = outcome === 'late' ? (reads === 1 ? 'unfinished' : 'passed') : outcome
  return { ...resultFields(now), Extra: outcome === 'no-extra' ? undefined : extra }
}
