import type { TencentError } from './errors.ts'

/** The one refusal that the client can do something about: it learns what time it is at the service. */
export const SIGNATURE_EXPIRE = 'AuthFailure.SignatureExpire'

/** Bounds of the backoff between attempts, in milliseconds. */
const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 8_000
/** A `Retry-After` beyond this ends the call: the caller knows better whether to wait. */
const LONGEST_RETRY_AFTER_MS = 30_000

const throttled = /^RequestLimitExceeded(\.(Uin|GlobalRegionUin|IP)LimitExceeded)?$/
const serverFault = /^(InternalError(\..+)?|ServiceUnavailable)$/

/** Whether the service says that it failed, which leaves open how far it had come. */
export function isServerFault(code: string): boolean {
  return serverFault.test(code)
}

/** Whether Tencent Cloud's code says that the same call may succeed later, unchanged. */
export function isRetryableCode(code: string): boolean {
  return throttled.test(code) || isServerFault(code)
}

/** What decides about the next attempt, besides the error. */
interface RetryState {
  /** The attempts made so far. */
  readonly attempts: number
  readonly maxRetries: number
  /** Whether carrying the call out twice does no harm, or the caller accepts that. */
  readonly repeatable: boolean
  /** Whether this call has already been signed again after `SIGNATURE_EXPIRE`. */
  readonly clockCorrected: boolean
}

/** Returns how long to wait before the next attempt, in milliseconds; undefined where there should be none. */
export function retryDelay(error: TencentError, state: RetryState): number | undefined {
  const { code, outcome, retryable, retryAfterMs = 0 } = error
  const { attempts, maxRetries, repeatable, clockCorrected } = state
  if (attempts > maxRetries || !retryable) return undefined
  if (outcome === 'unknown' && !repeatable) return undefined
  if (code === SIGNATURE_EXPIRE) return clockCorrected ? undefined : 0
  if (retryAfterMs > LONGEST_RETRY_AFTER_MS) return undefined
  return Math.max(retryAfterMs, backoff(attempts))
}

/** Exponential backoff with full jitter. */
function backoff(attempts: number): number {
  return Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1))
}
