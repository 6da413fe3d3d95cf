import type { SignedHeaders, Signer } from '@tc3-edge/signer'
import { withBody } from './buffered-response.ts'
import type { Call, Redact } from './call.ts'
import { secretsOf } from './call-secrets.ts'
import { type Deadline, DeadlineExceeded, startDeadline } from './deadline.ts'
import {
  AbortedError,
  NetworkError,
  type ServiceError,
  SigningError,
  TencentError,
  type TencentErrorDetails,
  TimeoutError,
} from './errors.ts'
import { areRefusedArguments, failureCause, isProvenNotSent } from './failure-cause.ts'
import { DEFAULT_MAX_RESPONSE_BYTES } from './operation.ts'
import type { Fetch } from './options.ts'
import type { PreparedRequest } from './prepare-request.ts'
import { dateOf, readResponse } from './received.ts'
import { redact } from './redact.ts'
import { SIGNATURE_EXPIRE } from './retry-policy.ts'
import { requestIdOf, type Unwrapped, unwrapResponse } from './unwrap-response.ts'

/** How one attempt has ended: with a response, which may be a refusal, or without one. */
type AttemptResult = (
  | { readonly response: Response; readonly error?: undefined }
  | { readonly response: Response; readonly error: ServiceError }
  | { readonly response?: undefined; readonly error: TencentError }
) & { readonly requestId?: string | undefined; readonly date?: number | undefined }

/** How far an attempt has come. */
interface Progress {
  /** What the request was signed with, from when it is handed to `fetch`. */
  signed?: SignedHeaders
  init?: RequestInit
}

/** Makes one signed request. It rejects only for what is no failure of the attempt, such as an option that is wrong. */
export type Attempt = (request: PreparedRequest, call: Call) => Promise<AttemptResult>

/**
 * @param unwrapped gets what each response says, for when openapi-fetch hands it back.
 */
export function createAttempt(signer: Signer, fetch: Fetch, unwrapped: WeakMap<Response, Unwrapped>): Attempt {
  return async (request, call) => {
    const deadline = startDeadline(call.settings.timeout, request.signals)
    const progress: Progress = {}
    const redactAll: Redact = (text) => redact(text, secretsOf(call, progress.signed))
    try {
      return await deadline.race(exchange(request, call, deadline.signal, progress, redactAll))
    } catch (error) {
      const failure = toTencentError(error, request, call, deadline, progress, redactAll)
      return { error: failure, requestId: failure.requestId, date: failure.date }
    } finally {
      deadline.release()
    }
  }

  async function exchange(
    { url, headers, body }: PreparedRequest,
    call: Call,
    signal: AbortSignal,
    progress: Progress,
    redactAll: Redact,
  ): Promise<AttemptResult> {
    const { timestamp } = call.settings
    const signed = await signer.sign({ method: 'POST', url, headers, body }, { timestamp })
    signal.throwIfAborted()
    // A redirect would carry the signature elsewhere. `error` in place of `manual` throws in workerd.
    const init: RequestInit = { method: 'POST', headers: signed, body, redirect: 'manual', signal }
    Object.assign(progress, { signed, init })
    const response = await fetch(url, init)
    const received = await readResponse(response, call.operation.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES)
    const result = unwrapResponse(received, call, redactAll)
    const date = dateOf(received)
    if (result.error) correctClock(result.error, call)
    const buffered = withBody(response, received)
    unwrapped.set(buffered, result)
    return { response: buffered, error: result.error, requestId: requestIdOf(received, redactAll), date }
  }

  /** For the next attempt and for all other calls. A time that the caller chose says nothing about the clock. */
  function correctClock({ code, date }: TencentError, { settings }: Call): void {
    if (code === SIGNATURE_EXPIRE && date !== undefined && settings.timestamp === undefined)
      signer.setServerTime(date / 1000)
  }
}

function toTencentError(
  error: unknown,
  { url }: PreparedRequest,
  { action, attempts }: Call,
  { signal }: Deadline,
  { init }: Progress,
  redactAll: Redact,
): TencentError {
  if (error instanceof TencentError) return error
  // This attempt's deadline, or that of the request for credentials which calls share.
  const isTimeout = error instanceof DeadlineExceeded
  const isAborted = !isTimeout && signal.aborted
  const notSent = init === undefined || isProvenNotSent(error) || areRefusedArguments(error, url, init)
  const details: TencentErrorDetails = {
    action,
    attempts,
    outcome: notSent ? 'not-sent' : 'unknown',
    retryable: isTimeout || (init !== undefined && !isAborted),
    // The caller's own reason is the caller's; a deadline is ours.
    cause: isAborted || isTimeout ? error : failureCause(error, redactAll),
  }
  if (isTimeout) return new TimeoutError('Client.Timeout', `${action}: ${error.message}`, details)
  if (isAborted) return abortedError(details)
  if (init) return new NetworkError('Client.NetworkError', `${action}: the connection failed`, details)
  return new SigningError('Client.SigningError', `${action}: the request could not be signed`, details)
}

/** The caller gave up; `details.cause` is its reason. */
export function abortedError(details: TencentErrorDetails): AbortedError {
  return new AbortedError('Client.Aborted', `${details.action}: aborted by the caller`, details)
}
