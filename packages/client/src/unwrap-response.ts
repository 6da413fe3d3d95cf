import type { Call, Redact } from './call.ts'
import { InvalidResponseError, ServiceError } from './errors.ts'
import type { BaseResponse } from './operation.ts'
import { dateOf, type Received, retryAfterOf } from './received.ts'
import { isRetryableCode, isServerFault, SIGNATURE_EXPIRE } from './retry-policy.ts'

/** A response without its envelope, or the error in it. */
export type Unwrapped =
  | { readonly data: BaseResponse; readonly error?: never }
  | { readonly error: ServiceError; readonly data?: never }

/** Takes the response out of `{"Response": ...}`. Throws `InvalidResponseError` for anything else. */
export function unwrapResponse(received: Received, call: Call, redact: Redact): Unwrapped {
  const { json, status } = received
  const response = isObject(json) ? json.Response : undefined
  if (isRedirect(status) || !isObject(response)) throw invalidResponse(received, call, redact, describe(received))
  if (response.Error !== undefined) return { error: serviceError(response, received, call, redact) }
  // Something between here and the service may have sent an old response, or half of one.
  if (status !== 200) throw invalidResponse(received, call, redact, 'a response of the API has status 200')
  const { requiredResponseFields } = call.operation
  for (const [name, types] of Object.entries({ ...requiredResponseFields, RequestId: 'string' })) {
    const isThere = types.split(' or ').includes(jsonType(response[name]))
    if (!isThere) throw invalidResponse(received, call, redact, `the response lacks ${name} of type ${types}`)
  }
  return { data: response as unknown as BaseResponse }
}

/** Codes are names with dots between. What begins with `Client.` is ours to say. */
const serviceCode = /^(?!Client\b)[A-Z][\w-]*(\.[\w-]+)*$/i
const LONGEST_CODE = 128
const LONGEST_MESSAGE = 500

function serviceError(response: JsonObject, received: Received, call: Call, redact: Redact): ServiceError {
  if (!isObject(response.Error)) throw invalidResponse(received, call, redact, '"Error" is no object')
  const { Code: code, Message: message } = response.Error
  const isCode =
    typeof code === 'string' && code.length <= LONGEST_CODE && serviceCode.test(code) && redact(code) === code
  if (!isCode) throw invalidResponse(received, call, redact, 'the error has no valid Code')
  const { action, operation, settings } = call
  const details = detailsOf(received, call, redact)
  const clockIsKnown = details.date !== undefined && settings.timestamp === undefined
  const text =
    typeof message === 'string'
      ? redact(message)
          .replace(/[\p{Cc}\s]+/gu, ' ')
          .slice(0, LONGEST_MESSAGE)
      : ''
  return new ServiceError(code, `${action}: ${code}: ${text}`, {
    ...details,
    // How far a service had come that failed is not known; where that makes no difference, it has refused.
    outcome: isServerFault(code) && !operation.idempotent ? 'unknown' : 'refused',
    retryable: isRetryableCode(code) || (code === SIGNATURE_EXPIRE && clockIsKnown),
  })
}

function invalidResponse(received: Received, call: Call, redact: Redact, why: string): InvalidResponseError {
  const { status, text } = received
  return new InvalidResponseError(`${call.action}: not a response of the API (HTTP ${status || '3xx'}): ${why}`, {
    ...detailsOf(received, call, redact),
    // The service may have carried the call out, and its response was lost on the way.
    outcome: 'unknown',
    retryable: status >= 500 || status === 429,
    bodyExcerpt: redact(text).slice(0, 500),
  })
}

function detailsOf(received: Received, { action, attempts }: Call, redact: Redact) {
  return {
    action,
    attempts,
    // Browsers hide the status of a redirect behind a 0.
    status: received.status || undefined,
    date: dateOf(received),
    retryAfterMs: retryAfterOf(received),
    requestId: requestIdOf(received, redact),
  }
}

/** The name of the request as far as it is safe to log. */
export function requestIdOf({ json }: Received, redact: Redact): string | undefined {
  const response = isObject(json) ? json.Response : undefined
  const id = isObject(response) ? response.RequestId : undefined
  if (typeof id !== 'string') return undefined
  // What they all look like; anything else may be an echo.
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    ? id
    : redact(id)
        .replace(/[^!-~]+/g, ' ')
        .slice(0, 100)
}

function describe({ status, text, json, tooLong }: Received): string {
  if (isRedirect(status)) return 'a redirect, which was not followed'
  if (text === '') return 'the body is empty'
  if (tooLong) return 'the body is too long'
  if (json === undefined) return 'the body is not JSON'
  return 'the JSON has no "Response" object'
}

const isRedirect = (status: number) => status === 0 || (status >= 300 && status < 400)

/** As JSON Schema names it. */
function jsonType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

type JsonObject = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is JsonObject {
  return jsonType(value) === 'object'
}
