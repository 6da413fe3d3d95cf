import type { AnyAnswer } from './call.ts'
import { type FaceidErrorDetails, InvalidResponseError, ServiceError } from './errors.ts'
import type { Operation } from './generated/operations.ts'
import { dateOf, type Received, retryAfterOf } from './read-body.ts'
import { redact } from './redact.ts'
import { isRetryableCode, SIGNATURE_EXPIRE } from './retryable.ts'

/**
 * Takes the answer out of `{"Response": ...}`.
 * Throws `ServiceError` for an error envelope and `InvalidResponseError` for what is none.
 */
export function unwrap<Answer extends AnyAnswer>(operation: Operation, received: Received, attempts: number): Answer {
  const { json, status } = received
  const response = isObject(json) ? json.Response : undefined
  const { action } = operation
  const requestId = isObject(response) && typeof response.RequestId === 'string' ? response.RequestId : undefined
  const details = (): Details => ({ action, status, attempts, requestId, retryAfterMs: retryAfterOf(received) })
  const invalid = (why: string) => invalidResponse(why, operation, received, details())

  if (!isObject(response)) throw invalid(describe(received))
  if (isObject(response.Error)) {
    const { Code: code, Message: message } = response.Error
    if (typeof code !== 'string') throw invalid('the error has no Code')
    const text = typeof message === 'string' ? redact(message, operation.secrets) : ''
    throw new ServiceError(code, `${action}: ${code}: ${text}`, {
      ...details(),
      outcome: 'refused',
      // With the server's time known, the clock is right from now on.
      retryable: isRetryableCode(code) || (code === SIGNATURE_EXPIRE && dateOf(received) > 0),
    })
  }
  const missing = Object.entries(operation.answerFields).find(([name, type]) => typeof response[name] !== type)
  if (missing) throw invalid(`the answer lacks ${missing.join(' of type ')}`)
  // The fields that the spec requires have just been seen; the others are optional.
  return response as unknown as Answer
}

type Details = Pick<FaceidErrorDetails, 'action' | 'status' | 'attempts' | 'requestId' | 'retryAfterMs'>

function invalidResponse(why: string, operation: Operation, received: Received, details: Details): Error {
  const { status, text } = received
  return new InvalidResponseError(`${details.action}: not an answer of the API (HTTP ${status}): ${why}`, {
    ...details,
    // Something between here and the service may have lost a good answer.
    outcome: 'unknown',
    retryable: status >= 500 || status === 429,
    bodyStart: redact(text.slice(0, 500), operation.secrets),
  })
}

function describe({ text, json, tooLong }: Received): string {
  if (text === '') return 'the body is empty'
  if (tooLong) return 'the body is too long'
  if (json === undefined) return 'the body is not JSON'
  return 'the JSON has no "Response" object'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
