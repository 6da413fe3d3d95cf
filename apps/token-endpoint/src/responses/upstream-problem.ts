import { ServiceError, TencentError } from '@tc3-edge/faceid'
import { parameters } from '../generated/parameters.ts'
import { Problem } from './problem.ts'

const credentialsRefused =
  /^(AuthFailure|UnauthorizedOperation|IpInBlacklist|IpNotInWhitelist|ResourceUnavailable\.InArrears)(\.|$)/
const parametersRefused = /^(InvalidParameter|InvalidParameterValue|MissingParameter|UnknownParameter)(\.|$)/

/**
 * Returns the problem for a failed upstream call. What concerns only the operator is in `cause`. `keyFreeInS`: how
 * long the Idempotency-Key stays in use if the outcome of the call is unknown, in seconds.
 */
export function upstreamProblem(error: unknown, keyFreeInS: number): Problem {
  if (!(error instanceof TencentError)) {
    return new Problem('internal-error', 'The call could not be made.', { cause: error })
  }
  const { code, requestId: upstreamRequestId } = error
  const options = { cause: error, upstreamRequestId }
  if (code === 'Client.Timeout') {
    return new Problem('upstream-timeout', 'Tencent Cloud did not respond in time.', {
      ...options,
      retryAfter: keyFreeInS,
    })
  }
  // A fault of the service ends the call, which frees its key.
  if (hasServiceFailed(error)) {
    const detail = 'Tencent Cloud failed, and may have issued a token before that.'
    return new Problem('upstream-outcome-unknown', detail, { ...options, retryAfter: 1 })
  }
  if (error.outcome === 'unknown') {
    return new Problem('upstream-outcome-unknown', 'No valid response arrived.', { ...options, retryAfter: keyFreeInS })
  }
  if (code.startsWith('RequestLimitExceeded')) {
    return new Problem('upstream-throttled', 'Tencent Cloud is throttling the account.', { ...options, retryAfter: 1 })
  }
  // The response has shown Tencent's time, so the next call's signature is valid.
  if (error.retryable || code === 'AuthFailure.SignatureExpire') {
    return new Problem('upstream-failed', 'Tencent Cloud failed temporarily.', { ...options, retryAfter: 1 })
  }
  if (credentialsRefused.test(code)) {
    return new Problem('upstream-credentials-refused', 'Tencent Cloud refused this endpoint.', options)
  }
  if (parametersRefused.test(code)) {
    const detail = 'Tencent Cloud refused the parameters.'
    return new Problem('parameters-invalid', detail, { ...options, errors: refusedParameter(code, error.message) })
  }
  return new Problem('upstream-failed', 'Tencent Cloud returned an error.', options)
}

/** Whether the service has responded that it failed (`InternalError`). It may have issued and billed a token. */
export function hasServiceFailed(error: unknown): boolean {
  return error instanceof ServiceError && error.outcome === 'unknown'
}

/** Tencent names the parameter in the message, if anywhere; the message itself may quote what was sent. */
function refusedParameter(code: string, message: string): { parameter: string; message: string }[] {
  const parameter = Object.keys(parameters).find((name) => message.includes(name)) ?? ''
  return [{ parameter, message: `Tencent Cloud refused ${parameter || 'a parameter'} with ${code}` }]
}
