import { type Attempt, abortedError, type PreparedCall } from './attempt.ts'
import type { AnyAnswer } from './call.ts'
import { onAbort, startDeadline } from './deadline.ts'
import { FaceidError, type Outcome } from './errors.ts'
import { tell } from './on-attempt.ts'
import { SIGNATURE_EXPIRE } from './retryable.ts'
import type { Signal } from './runtime-types.ts'

/** Bounds of the backoff between attempts, in milliseconds. */
const FIRST_WAIT = 250
const LONGEST_WAIT = 8_000
/** A `Retry-After` beyond this ends the call: whoever made it knows better whether to wait. In milliseconds. */
const LONGEST_RETRY_AFTER = 30_000

/** Attempts until one succeeds, fails for good, or `maxRetries` more than the first have failed. */
export async function withRetries<Answer extends AnyAnswer>(attempt: Attempt, call: PreparedCall): Promise<Answer> {
  const { operation, onAttempt, signals } = call
  const { action } = operation
  let outcome: Outcome = 'not-sent'
  let clockCorrected = false

  for (let number = 1; ; number++) {
    const givenUp = signals.find(({ aborted }) => aborted)
    if (givenUp) throw abortedError({ action, attempts: number - 1, outcome, retryable: false, cause: givenUp.reason })

    const startedAt = performance.now()
    const ended = () => ({ action, attempt: number, durationMs: performance.now() - startedAt })
    try {
      const { answer, date } = await attempt<Answer>(call, number)
      tell(onAttempt, { ...ended(), outcome: 'ok', requestId: answer.RequestId, date })
      return answer
    } catch (error) {
      if (!(error instanceof FaceidError)) throw error
      const { code, requestId, date } = error
      const retryDelayMs = delayAfter(error, number, call, clockCorrected)
      clockCorrected ||= code === SIGNATURE_EXPIRE
      tell(onAttempt, { ...ended(), outcome: error.outcome, code, requestId, date, retryDelayMs })
      // A token that may have been issued is not taken back by a refusal of the next attempt.
      if (outcome !== 'unknown') outcome = error.outcome
      if (retryDelayMs === undefined) throw Object.assign(error, { outcome })
      await wait(retryDelayMs, signals)
    }
  }
}

/** How long to wait before the next attempt, in milliseconds; undefined where there should be none. */
function delayAfter(
  { code, outcome, retryable, retryAfterMs = 0 }: FaceidError,
  number: number,
  { maxRetries, retryUnknownOutcome }: PreparedCall,
  clockCorrected: boolean,
): number | undefined {
  if (number > maxRetries || !retryable) return undefined
  if (outcome === 'unknown' && !retryUnknownOutcome) return undefined
  if (code === SIGNATURE_EXPIRE) return clockCorrected ? undefined : 0
  if (retryAfterMs > LONGEST_RETRY_AFTER) return undefined
  return Math.max(retryAfterMs, backoff(number))
}

/** Exponential backoff with full jitter. */
function backoff(number: number): number {
  return Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (number - 1))
}

/** Resolves after the time, or as soon as a signal is aborted. */
async function wait(milliseconds: number, signals: readonly Signal[]): Promise<void> {
  const pause = startDeadline(milliseconds, signals)
  await new Promise<void>((resolve) => onAbort(pause.signal, resolve))
  pause.release()
}
