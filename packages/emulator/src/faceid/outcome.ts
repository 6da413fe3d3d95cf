/** Codes of a verification that failed, with the text that comes with each. */
export const failures = {
  '1001': 'The liveness engine could not be reached',
  '1002': 'Suspected spoofing',
  '1004': 'Face detection failed',
  '1005': 'Liveness detection failed',
  '1201': 'The light was too dark or too bright',
  '2004': 'The picture is too large or too small',
  '2012': 'Several faces in the picture',
  '2013': 'No face, or half a face, in the picture',
  '2014': 'The picture is not good enough',
  '2015': 'Comparison failed',
  '2016': 'The similarity is below the threshold',
  '2017': 'The face is covered',
} as const

export type FailureCode = keyof typeof failures

/** What comes of a verification, beside passing and the failures. */
const special = [
  'passed',
  'edited-ocr',
  'warned-card',
  'empty-lists',
  'no-extra',
  'unfinished',
  'unfinished-error',
  'expired',
  'late',
] as const

/**
 * What `GetSdkVerificationResult` says of a token:
 * - `passed`, or the code of a failure;
 * - `edited-ocr`: passed, the user changed what was read from the card;
 * - `warned-card`: `Result` is "0", but the last card did not pass;
 * - `empty-lists`: `Result` is "0" and both lists are empty;
 * - `no-extra`: passed, without `Extra`;
 * - `unfinished`: `Result` is "-999"; `unfinished-error`: an error instead; `late`: unfinished at the first reading,
 *   then passed;
 * - `expired`: the error of a token that is older than three days.
 */
export type Outcome = (typeof special)[number] | FailureCode

export const outcomes: readonly Outcome[] = [...special, ...Object.keys(failures).filter(isFailure)]

export function isFailure(value: string): value is FailureCode {
  return Object.hasOwn(failures, value)
}

/** Which tokens have which outcome. */
export interface OutcomeRule {
  outcome: Outcome
  /** Of this token alone. */
  token?: string
  /** Of the tokens of this account. */
  account?: string
  /** Of the next so many tokens that are issued. */
  next?: number
}
