import { FaceidError } from '@tc3-edge/faceid'
import { parameters } from '../generated/parameters.ts'
import { Problem } from './problem.ts'

const credentialsRefused =
  /^(AuthFailure|UnauthorizedOperation|IpInBlacklist|IpNotInWhitelist|ResourceUnavailable\.InArrears)(\.|$)/
const parametersRefused = /^(InvalidParameter|InvalidParameterValue|MissingParameter|UnknownParameter)(\.|$)/

/**
 * Says what a failed upstream call means to a caller. What concerns the operator alone is only in `cause`. `keyFreeIn`: for
 * how long its Idempotency-Key stays taken if nobody knows how the call ended, in seconds.
 */
export function upstreamProblem(error: unknown, keyFreeIn: number): Problem {
  if (!(error instanceof FaceidError)) {
    return new Problem('internal-error', 'The call could not be made.', { cause: error })
  }
  const { code, requestId: upstreamRequestId } = error
  const options = { cause: error, upstreamRequestId }
  if (code === 'Client.Timeout') {
    return new Problem('upstream-timeout', 'No answer came in time.', { ...options, retryAfter: keyFreeIn })
  }
  if (error.outcome === 'unknown') {
    return new Problem('upstream-outcome-unknown', 'No valid answer came.', { ...options, retryAfter: keyFreeIn })
  }
  if (code.startsWith('RequestLimitExceeded')) {
    return new Problem('upstream-throttled', 'The account is being throttled.', { ...options, retryAfter: 1 })
  }
  // A signature that has expired is among these: the clock has been set right by its answer.
  if (error.retryable) {
    return new Problem('upstream-failed', 'Tencent Cloud had a moment of trouble.', { ...options, retryAfter: 1 })
  }
  if (credentialsRefused.test(code)) {
    return new Problem('upstream-credentials-refused', 'Tencent Cloud refused this endpoint.', options)
  }
  if (parametersRefused.test(code)) {
    const detail = 'Tencent Cloud refused the parameters.'
    return new Problem('parameters-invalid', detail, { ...options, errors: refusedParameter(code, error.message) })
  }
  return new Problem('upstream-failed', 'Tencent Cloud answered with an error.', options)
}

/** Tencent names the parameter in the message, if anywhere; the message itself may quote what was sent. */
function refusedParameter(code: string, message: string): { parameter: string; message: string }[] {
  const parameter = Object.keys(parameters).find((name) => message.includes(name)) ?? ''
  return [{ parameter, message: `${parameter || 'A parameter'} was answered with ${code}` }]
}
