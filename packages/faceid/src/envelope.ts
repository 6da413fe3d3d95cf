import { type FaceidErrorDetails, InvalidResponseError, ServiceError } from './errors.ts'
import type { Operation } from './generated/operations.ts'
import { isRetryableCode } from './retryable.ts'

/** A body that has been read: JSON where it is JSON, the text as it came where not. */
export interface ReadBody {
  readonly json: unknown
  readonly text: string
  readonly status: number
}

/**
 * Takes the answer out of `{"Response": ...}`.
 * Throws `ServiceError` for an error envelope and `InvalidResponseError` for what is none.
 */
export function unwrap<Answer>(operation: Operation, body: ReadBody, attempts: number): Answer {
  const response = isObject(body.json) ? body.json.Response : undefined
  const details = { action: operation.action, status: body.status, attempts }
  if (!isObject(response)) throw invalid(describe(body), body, details)

  const requestId = typeof response.RequestId === 'string' ? response.RequestId : undefined
  if (isObject(response.Error)) throw serviceError(response.Error, body, { ...details, requestId })

  const missing = Object.entries(operation.answerFields).find(([name, type]) => typeof response[name] !== type)
  if (missing) throw invalid(`the answer lacks ${missing.join(' of type ')}`, body, { ...details, requestId })
  // The fields that the spec requires have just been seen; the others are optional.
  return response as Answer
}

type Details = Pick<FaceidErrorDetails, 'action' | 'status' | 'attempts' | 'requestId'>

function serviceError(error: Readonly<Record<string, unknown>>, body: ReadBody, details: Details): Error {
  if (typeof error.Code !== 'string') return invalid('the error has no Code', body, details)
  const message = typeof error.Message === 'string' ? error.Message : ''
  return new ServiceError(error.Code, `${details.action}: ${error.Code}: ${message}`, {
    ...details,
    outcome: 'refused',
    retryable: isRetryableCode(error.Code),
  })
}

function invalid(why: string, body: ReadBody, details: Details): InvalidResponseError {
  return new InvalidResponseError(`${details.action}: not an answer of the API (HTTP ${body.status}): ${why}`, {
    ...details,
    // Something between here and the service may have lost a good answer.
    outcome: 'unknown',
    retryable: body.status >= 500,
    bodyStart: body.text.slice(0, 500),
  })
}

function describe(body: ReadBody): string {
  if (body.text === '') return 'the body is empty'
  if (body.json === undefined) return 'the body is not JSON'
  return 'the JSON has no "Response" object'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
