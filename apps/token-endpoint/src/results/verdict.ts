import type { GetSdkVerificationResultResponse } from '@tc3-edge/faceid'

/** What came of a verification. Only `passed` may open anything. */
export type Verdict = 'passed' | 'failed' | 'unfinished'

/** What an app tells its user to do after a verification that did not pass. */
export type Advice = 'try-again' | 'better-light' | 'other-document' | 'contact-support'

/** Why, for backends: a stable word. `unrecognised` stands for a code that is not documented. */
export type Reason =
  | 'passed'
  | 'unfinished'
  | 'liveness-unavailable'
  | 'spoof-suspected'
  | 'face-not-detected'
  | 'liveness-failed'
  | 'lighting'
  | 'picture-size'
  | 'several-faces'
  | 'face-incomplete'
  | 'picture-quality'
  | 'comparison-failed'
  | 'not-similar'
  | 'face-covered'
  | 'card-refused'
  | 'no-comparison'
  | 'unrecognised'

/** The documented codes of a failure. */
const reasons: ReadonlyMap<string, Reason> = new Map([
  ['1001', 'liveness-unavailable'],
  ['1002', 'spoof-suspected'],
  ['1004', 'face-not-detected'],
  ['1005', 'liveness-failed'],
  ['1201', 'lighting'],
  ['2004', 'picture-size'],
  ['2012', 'several-faces'],
  ['2013', 'face-incomplete'],
  ['2014', 'picture-quality'],
  ['2015', 'comparison-failed'],
  ['2016', 'not-similar'],
  ['2017', 'face-covered'],
])

/** A guess: the other SDK operation of faceid documents -999 for a verification that has not ended. */
const UNFINISHED = '-999'

/** A suspected spoof gets the advice of a failed liveness detection: it must not teach what was noticed. */
const advices: Partial<Readonly<Record<Reason, Advice>>> = {
  'liveness-unavailable': 'try-again',
  'spoof-suspected': 'try-again',
  'face-not-detected': 'try-again',
  'liveness-failed': 'try-again',
  lighting: 'better-light',
  'picture-size': 'try-again',
  'several-faces': 'try-again',
  'face-incomplete': 'try-again',
  'picture-quality': 'better-light',
  'face-covered': 'try-again',
  'card-refused': 'other-document',
}

/** A result, judged. */
export interface Judgement {
  readonly verdict: Verdict
  readonly reason: Reason
  /** The code that decided: of the whole flow or, where that passed, of the last comparison. */
  readonly code: string
  readonly advice: Advice | undefined
  /** How many liveness detections there were. */
  readonly attempts: number
}

/**
 * Judges a result. It is `passed` only if the whole flow is "0", the last comparison is "0", and the last card was not
 * refused. A code that is not documented is `failed`, so that nobody passes by it and nobody polls for ever.
 */
export function judge(result: GetSdkVerificationResultResponse): Judgement {
  const comparisons = result.CompareResults ?? []
  const { reason, code } = reasonOf(result)
  const verdict = reason === 'passed' || reason === 'unfinished' ? reason : 'failed'
  const advice = verdict === 'failed' ? (advices[reason] ?? 'contact-support') : undefined
  return { verdict, reason, code, advice, attempts: comparisons.length }
}

function reasonOf(result: GetSdkVerificationResultResponse): { readonly reason: Reason; readonly code: string } {
  const code = result.Result
  if (code === UNFINISHED) return { reason: 'unfinished', code }
  if (code !== '0') return { reason: reasons.get(code) ?? 'unrecognised', code }

  const comparison = result.CompareResults?.at(-1)
  if (comparison === undefined) return { reason: 'no-comparison', code }
  const codes = [comparison.ErrorCode, comparison.LiveErrorCode, comparison.CompareErrorCode]
  // A check of liveness alone has no code of a comparison.
  const failed = codes.find((part) => part && part !== '0')
  if (failed) return { reason: reasons.get(failed) ?? 'unrecognised', code: failed }
  if (comparison.ErrorCode !== '0') return { reason: 'unrecognised', code }
  if (result.CardVerifyResults?.at(-1)?.IsPass === false) return { reason: 'card-refused', code }
  return { reason: 'passed', code }
}
