import type { Redact } from './call.ts'

/**
 * The cause of an error, reduced to what is safe to print. What `fetch` or a credentials provider throws is never passed
 * on: it may hold the request, or bytes that the other side has echoed. Of nested causes it is the one copy: all their
 * messages, and the innermost code, so that this is at `error.cause.code` however deep a runtime has put it.
 */
class FailureCause extends Error {
  /** Such as `ECONNRESET`. */
  declare readonly code?: string | undefined
  /** Such as `connect`. */
  declare readonly syscall?: string | undefined
}

/** Returns what is known of an error and of its causes, which runtimes nest: `fetch failed: read ECONNRESET`. */
export function failureCause(error: unknown, redact: Redact): FailureCause {
  const isSafeName = (text: string) => /^\w{1,64}$/.test(text) && redact(text) === text
  const chain = chainOf(error)
  const messages = chain.map(messageOf).filter((message) => message !== '')
  const cause = new FailureCause(redact(messages.join(': ')).slice(0, 300))
  // The innermost is the one that says what happened.
  setName(cause, 'code', chain.map((at) => textOf(at, 'code')).findLast(isSafeName))
  setName(cause, 'syscall', chain.map((at) => textOf(at, 'syscall')).findLast(isSafeName))
  setName(cause, 'name', [textOf(chain[0], 'name')].find(isSafeName))
  return cause
}

function setName(cause: FailureCause, name: 'name' | 'code' | 'syscall', value: string | undefined): void {
  // Like that of any error, its name is not among what is printed besides.
  if (value) Object.defineProperty(cause, name, { value, enumerable: name !== 'name', configurable: true })
}

/** The error, its cause, the cause of that, and so on. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let at = error; at !== undefined && at !== null && chain.length < 5; at = property(at, 'cause')) chain.push(at)
  return chain
}

const messageOf = (error: unknown) => (typeof error === 'string' ? error : textOf(error, 'message').trim())

function textOf(error: unknown, name: string): string {
  const value = property(error, name)
  return typeof value === 'string' ? value : ''
}

/** A property of whatever was thrown; it may have getters that throw in turn. */
function property(of: unknown, name: string): unknown {
  try {
    return Reflect.get(Object(of), name)
  } catch {
    return undefined
  }
}

/** Codes with which Node says that a connection was not made. Other runtimes give no such proof. */
const notConnected =
  /^(EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|UND_ERR_(CONNECT_TIMEOUT|INVALID_ARG|NOT_SUPPORTED))$/
/** OpenSSL's names for a certificate that was not accepted, with which a handshake ends before anything is sent. */
const certificateRefused =
  /^((ERR_TLS_)?CERT_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_\w+|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/
/** The other side speaks no version of TLS that this one does; it says so before the first key is agreed on. */
const versionRefused = /^ERR_SSL_(UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|TLSV1_ALERT_PROTOCOL_VERSION)$/
/**
 * What has no code of its own, by its message: `fetch` refuses a port; the connection ended before TLS was established; the
 * first bytes were not TLS (`tlsany` is OpenSSL while the version is open, so later garbage does not look like this).
 */
const neverSent = /^(bad port|unknown scheme)$|before secure TLS connection was established|tlsany_meth/
/** Where Node says what it was doing. An established connection may also end with EHOSTUNREACH, after sending. */
const connecting = /^(connect|getaddrinfo)$/

/** Whether the runtime proves that the request was never sent. */
export function isProvenNotSent(error: unknown): boolean {
  return chainOf(error).some((at) => {
    const syscall = textOf(at, 'syscall')
    if (syscall !== '') return connecting.test(syscall)
    const code = textOf(at, 'code')
    const isProof = notConnected.test(code) || certificateRefused.test(code) || versionRefused.test(code)
    return isProof || neverSent.test(textOf(at, 'message'))
  })
}

/** Whether `fetch` refuses such arguments, as the Request constructor does: then it has sent nothing. */
export function areRefusedArguments(error: unknown, url: string, init: RequestInit): boolean {
  if (!(error instanceof TypeError)) return false
  try {
    new Request(url, { ...init, signal: null })
    return false
  } catch {
    return true
  }
}
