import { FaceidError } from '@tc3-edge/faceid'
import { Problem } from './problem.ts'

const credentialsRefused =
  /^(AuthFailure|UnauthorizedOperation|IpInBlacklist|IpNotInWhitelist|ResourceUnavailable\.InArrears)/
const parametersRefused = /^(InvalidParameter|InvalidParameterValue|MissingParameter|UnknownParameter)(\.|$)/

/** Says what a failed upstream call means to a caller. What concerns the operator alone is only in `cause`. */
export function upstreamProblem(error: unknown): Problem {
  if (!(error instanceof FaceidError))
    return new Problem('internal-error', 'The call could not be made.', { cause: error })
  const { code, requestId: upstreamRequestId } = error
  const options = { cause: error, upstreamRequestId }
  if (code === 'Client.Timeout') return new Problem('upstream-timeout', 'No answer came in time.', options)
  if (error.outcome === 'unknown') return new Problem('upstream-outcome-unknown', 'No valid answer came.', options)
  if (code.startsWith('RequestLimitExceeded')) {
    return new Problem('upstream-throttled', 'The account is being throttled.', { ...options, retryAfter: 1 })
  }
  if (credentialsRefused.test(code)) {
    return new Problem('upstream-credentials-refused', 'Tencent Cloud refused this endpoint.', options)
  }
  if (parametersRefused.test(code)) {
    return new Problem('parameters-invalid', `Tencent Cloud refused the parameters: ${error.message}`, options)
  }
  return new Problem('upstream-failed', 'Tencent Cloud answered with an error.', { ...options, retryAfter: 1 })
}
