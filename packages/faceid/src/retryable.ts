const throttled = /^RequestLimitExceeded(\.(UinLimitExceeded|GlobalRegionUinLimitExceeded|IPLimitExceeded))?$/
const serverFault = /^(InternalError(\..+)?|ServiceUnavailable)$/

/** Whether Tencent Cloud's code says that the same call may succeed later, unchanged. */
export function isRetryableCode(code: string): boolean {
  return throttled.test(code) || serverFault.test(code)
}

/** Codes with which Node says that a connection was never made. Other runtimes give no such proof. */
const beforeSending = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether the runtime proves that the request was never sent. */
export function failedBeforeSending(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return beforeSending.has(at.code)
  }
  return false
}
