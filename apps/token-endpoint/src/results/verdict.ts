import type { GetSdkVerificationResultResponse } from '@tc3-edge/faceid'
import type { ResultReason, ResultSummary } from '../generated/api.ts'

type Verdict = ResultSummary['verdict']
type Advice = NonNullable<ResultSummary['advice']>

/** The documented codes of a failure. */
const reasons: ReadonlyMap<string, ResultReason> = new Map([
  ['1001', 'liveness-unavailable'],
  ['1002', 'spoofing-suspected'],
  ['1004', 'face-not-detected'],
  ['1005', 'liveness-failed'],
  ['1201', 'poor-lighting'],
  ['2004', 'picture-size'],
  ['2012', 'several-faces'],
  ['2013', 'face-incomplete'],
  ['2014', 'picture-quality'],
  ['2015', 'comparison-failed'],
  ['2016', 'faces-differ'],
  ['2017', 'face-covered'],
])

/** A guess: the other SDK operation of faceid documents -999 for a verification that has not ended. */
const UNFINISHED = '-999'

/** A suspected spoof gets the advice of a failed liveness detection: it must not teach what was noticed. */
const advices: Partial<Readonly<Record<ResultReason, Advice>>> = {
  'liveness-unavailable': 'try-again',
  'spoofing-suspected': 'try-again',
  'face-not-detected': 'try-again',
  'liveness-failed': 'try-again',
  'poor-lighting': 'better-light',
  'picture-size': 'try-again',
  'several-faces': 'try-again',
  'face-incomplete': 'try-again',
  'picture-quality': 'better-light',
  'face-covered': 'try-again',
  'card-rejected': 'other-document',
}

/** A result, judged. */
export interface Judgement {
  readonly verdict: Verdict
  /** Undefined while it is unfinished. */
  readonly reason: ResultReason | undefined
  /** The code that decided: of the whole flow or, where that passed, of the last comparison. */
  readonly code: string
  readonly advice: Advice | undefined
  /** How many liveness detections there were. */
  readonly attempts: number
}

/**
 * Judges a result whose fields are of the documented types. It is `passed` only if the whole flow is "0", the last comparison
 * is "0", and the last card, if there is one, was accepted. A code that is not documented is `failed`, so that nobody passes by
 * it and nobody polls for ever.
 */
export function judge(result: GetSdkVerificationResultResponse): Judgement {
  const { reason, code } = reasonOf(result)
  const decided = { reason, code, attempts: result.CompareResults?.length ?? 0 }
  if (reason === undefined) return { verdict: 'unfinished', advice: undefined, ...decided }
  if (reason === 'passed') return { verdict: 'passed', advice: undefined, ...decided }
  return { verdict: 'failed', advice: advices[reason] ?? 'contact-support', ...decided }
}

function reasonOf(result: GetSdkVerificationResultResponse): Pick<Judgement, 'reason' | 'code'> {
  const code = result.Result
  if (code === UNFINISHED) return { reason: undefined, code }
  if (code !== '0') return { reason: reasons.get(code) ?? 'unrecognised', code }

  const comparison = result.CompareResults?.at(-1)
  if (comparison === undefined) return { reason: 'no-comparison', code }
  const codes = [comparison.ErrorCode, comparison.LiveErrorCode, comparison.CompareErrorCode]
  // A check of liveness alone has no code of a comparison.
  const failed = codes.find((part) => part && part !== '0')
  if (failed) return { reason: reasons.get(failed) ?? 'unrecognised', code: failed }
  if (comparison.ErrorCode !== '0') return { reason: 'unrecognised', code }
  const card = result.CardVerifyResults?.at(-1)
  if (card === undefined || card.IsPass === true) return { reason: 'passed', code }
  return { reason: card.IsPass === false ? 'card-rejected' : 'unrecognised', code }
}
