import { TencentError } from '@tc3-edge/faceid'
import type { Problem } from './answers/problem.ts'
import type { CredentialsFault } from './caller/refused-credentials.ts'
import { kindOf } from './kind-of-error.ts'
import { isParameter } from './request/is-parameter.ts'
import { SettingsError } from './settings/settings.ts'

/** What one request was about. It is filled in on the way, and written when the answer is known. */
export interface RequestLog {
  readonly requestId: string
  readonly method: string
  readonly path: string
  status: number
  /** The problem's code, or `issued`, or `replayed` for a stored answer, or `caller-gone` where nobody waits for one. */
  code?: string
  /** A backend's name, or the hash of an app user. */
  caller?: string
  /** Why the credentials were refused. */
  reason?: CredentialsFault
  /** One of the operator's. */
  preset?: string
  /** The names of the parameters that were refused, as far as the call has them. */
  parameters?: readonly string[]
  /** How long the request waited for its permit, in milliseconds. */
  waitMs?: number
  /** How long the call to Tencent Cloud took, in milliseconds. */
  upstreamMs?: number
  upstreamRequestId?: string
  /** Tencent Cloud's or the client's own code, where the call failed. */
  upstreamCode?: string
  /** How many calls of this request were throttled, whatever became of it. */
  throttled?: number
  /** What is wrong with the settings, by name. */
  faults?: readonly string[]
  /** What kind of error was behind the problem. */
  cause?: string
  /** Where that happened, for errors of our own. */
  stack?: readonly string[]
}

/** Notes why a request failed, without anything that came from outside: an error's message may quote it. */
export function noteFailure(log: RequestLog, problem: Problem): void {
  if (log.code !== 'caller-gone') log.code = problem.code
  const { reason, errors } = problem.options
  if (reason !== undefined) log.reason = reason
  const parameters = errors?.map(({ parameter }) => parameter).filter(isParameter) ?? []
  if (parameters.length > 0) log.parameters = [...new Set(parameters)]
  noteCause(log, problem)
}

function noteCause(log: RequestLog, { code, cause }: Problem): void {
  if (cause instanceof SettingsError) log.faults = cause.faults
  else if (cause instanceof TencentError) {
    log.upstreamCode = cause.code
    if (cause.requestId !== undefined) log.upstreamRequestId = cause.requestId
    if (cause.cause instanceof Error) log.cause = kindOf(cause.cause)
  } else if (cause instanceof Error) {
    log.cause = kindOf(cause)
    if (code === 'internal-error') log.stack = framesOf(cause)
  }
}

/** The places of a stack trace, without the message before them. */
function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim())
}

/** Writes the one line of a request. Our own fault, or Tencent's refusal of our credentials, is an error; the rest is not. */
export function writeLog(log: RequestLog, startedAt: number): void {
  const line = JSON.stringify({ ...log, durationMs: Date.now() - startedAt })
  const ours =
    log.status === 500 || log.code === 'upstream-credentials-refused' || log.code === 'endpoint-misconfigured'
  if (ours) console.error(line)
  else console.log(line)
}
