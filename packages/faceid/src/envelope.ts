import type { PreparedCall } from './attempt.ts'
import type { AnyAnswer } from './call.ts'
import { InvalidResponseError, ServiceError } from './errors.ts'
import { dateOf, type Received, retryAfterOf } from './read-body.ts'
import { isRetryableCode, SIGNATURE_EXPIRE } from './retryable.ts'

/** A good answer, and when it was sent (`Date`), in milliseconds since the epoch. */
export interface Unwrapped<Answer> {
  readonly answer: Answer
  readonly date: number | undefined
}

/**
 * Takes the answer out of `{"Response": ...}`.
 * Throws `ServiceError` for an error envelope and `InvalidResponseError` for what is none.
 *
 * @param hide blacks out the secrets in a text.
 */
export function unwrap<Answer extends AnyAnswer>(
  { operation, timestamp }: PreparedCall,
  received: Received,
  attempts: number,
  hide: (text: string) => string,
): Unwrapped<Answer> {
  const { json, status, text } = received
  const response = isObject(json) ? json.Response : undefined
  const { action } = operation
  const date = dateOf(received)
  const requestId = isObject(response) && typeof response.RequestId === 'string' ? response.RequestId : undefined
  const details = () => ({
    action,
    // Browsers hide the status of a redirect behind a 0.
    status: status || undefined,
    attempts,
    requestId,
    date,
    retryAfterMs: retryAfterOf(received),
  })
  const invalid = (why: string) =>
    new InvalidResponseError(`${action}: not an answer of the API (HTTP ${status || '3xx'}): ${why}`, {
      ...details(),
      // Something between here and the service may have lost a good answer.
      outcome: 'unknown',
      retryable: status >= 500 || status === 429,
      // First cut where it is far too long: going through all of it would take its time.
      bodyStart: hide(text.slice(0, 5000)).slice(0, 500),
    })

  if (!isObject(response)) throw invalid(describe(received))
  if (isObject(response.Error)) {
    const { Code: code, Message: message } = response.Error
    if (typeof code !== 'string') throw invalid('the error has no Code')
    const why = typeof message === 'string' ? hide(message) : ''
    throw new ServiceError(code, `${action}: ${code}: ${why}`, {
      ...details(),
      outcome: 'refused',
      // With the server's time known, the clock is right from now on.
      retryable: isRetryableCode(code) || (code === SIGNATURE_EXPIRE && date !== undefined && timestamp === undefined),
    })
  }
  const missing = Object.entries(operation.answerFields).find(
    ([name, types]) => !types.includes(jsonType(response[name])),
  )
  if (missing) throw invalid(`the answer lacks ${missing.join(' of type ')}`)
  // The fields that the spec requires have just been seen; the others are optional.
  return { answer: response as unknown as Answer, date }
}

function describe({ status, text, json, tooLong }: Received): string {
  // 0 or 3xx.
  if (status % 300 < 100) return 'a redirect, which was not followed'
  if (text === '') return 'the body is empty'
  if (tooLong) return 'the body is too long'
  if (json === undefined) return 'the body is not JSON'
  return 'the JSON has no "Response" object'
}

/** As the spec names it. */
function jsonType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
