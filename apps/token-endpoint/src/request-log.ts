import { FaceidError } from '@tc3-edge/faceid'
import type { Problem } from './answers/problem.ts'

/** What one request was about. It is filled in on the way, and written when the answer is known. */
export interface RequestLog {
  readonly requestId: string
  readonly method: string
  readonly path: string
  status: number
  /** The problem's code, or `issued`, or `replayed` for a stored answer. */
  code?: string
  /** A backend's name, or the hash of an app user. */
  caller?: string
  preset?: string
  /** How long the request waited for its permit, in milliseconds. */
  waitMs?: number
  /** How long the call to Tencent Cloud took, in milliseconds. */
  upstreamMs?: number
  upstreamRequestId?: string
  /** Tencent Cloud's or the client's own code, where the call failed. */
  upstreamCode?: string
}

/** Notes why a request failed, without anything that came from outside. */
export function noteFailure(log: RequestLog, problem: Problem): void {
  log.code = problem.code
  const { cause } = problem
  if (!(cause instanceof FaceidError)) return
  log.upstreamCode = cause.code
  if (cause.requestId !== undefined) log.upstreamRequestId = cause.requestId
}

/** Writes the one line of a request. Our own fault, or Tencent's refusal of our credentials, is an error; the rest is not. */
export function writeLog(log: RequestLog, startedAt: number): void {
  const line = JSON.stringify({ ...log, durationMs: Date.now() - startedAt })
  const ours =
    log.status === 500 || log.code === 'upstream-credentials-refused' || log.code === 'endpoint-misconfigured'
  if (ours) console.error(line)
  else console.log(line)
}
