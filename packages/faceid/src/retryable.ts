/** The one code that the client can do something about: it learns what time it is at the service. */
export const SIGNATURE_EXPIRE = 'AuthFailure.SignatureExpire'

const throttled = /^RequestLimitExceeded(\.(Uin|GlobalRegionUin|IP)LimitExceeded)?$/
const serverFault = /^(InternalError(\..+)?|ServiceUnavailable)$/

/** Whether Tencent Cloud's code says that the same call may succeed later, unchanged. */
export function isRetryableCode(code: string): boolean {
  return throttled.test(code) || serverFault.test(code)
}

/** Codes with which Node says that a connection was never made. Other runtimes give no such proof. */
const beforeSending = /^(EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|UND_ERR_CONNECT_TIMEOUT)$/
/** Where Node says what it was doing. An established connection may also end with EHOSTUNREACH, after sending. */
const connecting = /^(connect|getaddrinfo)$/

/** Whether the runtime proves that the request was never sent. */
export function failedBeforeSending(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') {
      return beforeSending.test(at.code) && (!('syscall' in at) || connecting.test(`${at.syscall}`))
    }
  }
  return false
}
