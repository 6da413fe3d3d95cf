import { type Attempt, abortedError } from './attempt.ts'
import type { Call } from './call.ts'
import { pause } from './deadline.ts'
import type { Outcome } from './errors.ts'
import { notify } from './on-attempt.ts'
import { type PreparedRequest, prepareRequest } from './prepare-request.ts'
import { retryDelay, SIGNATURE_EXPIRE } from './retry-policy.ts'

/** The `fetch` that openapi-fetch is given: attempts until one succeeds, fails for good, or no retry is left. */
export async function transport(request: Request, call: Call, attempt: Attempt): Promise<Response> {
  const prepared = await prepareRequest(request, call)
  const { maxRetries, retryUnknownOutcome, onAttempt } = call.settings
  const repeatable = retryUnknownOutcome || call.operation.idempotent === true
  let outcome: Outcome = 'not-sent'
  let clockCorrected = false

  for (;;) {
    throwIfAborted(prepared, call, outcome)
    call.attempts++
    const startedAt = performance.now()
    const { response, error, requestId, date } = await attempt(prepared, call)
    const durationMs = performance.now() - startedAt
    const event = { action: call.action, attempt: call.attempts, durationMs, requestId, date }
    if (!error) {
      notify(onAttempt, { ...event, outcome: 'ok' })
      return response
    }
    const retryDelayMs = retryDelay(error, { attempts: call.attempts, maxRetries, repeatable, clockCorrected })
    clockCorrected ||= error.code === SIGNATURE_EXPIRE
    notify(onAttempt, { ...event, outcome: error.outcome, code: error.code, retryDelayMs })
    // What one attempt may have done is not undone by a refusal of the next.
    if (outcome !== 'unknown') outcome = error.outcome
    if (retryDelayMs === undefined) {
      Object.assign(error, { outcome })
      // A refusal is read from its response, so that middleware sees it as any other.
      if (response) return response
      throw error
    }
    await pause(retryDelayMs, prepared.signals)
  }
}

function throwIfAborted({ signals }: PreparedRequest, { action, attempts }: Call, outcome: Outcome): void {
  const aborted = signals.find((signal) => signal.aborted)
  if (aborted) throw abortedError({ action, attempts, outcome, retryable: false, cause: aborted.reason })
}
