import type { LogLine } from './fields.ts'

/** Returns the caller's `X-Request-Id` if it may appear in logs, and a new one otherwise. */
export function requestIdOf(header: string | undefined): string {
  return header !== undefined && /^[\w-]{8,64}$/.test(header) ? header : crypto.randomUUID()
}

/** Writes the line: to console.error where the operator has to act, otherwise to console.log. */
export function writeLog(line: LogLine): void {
  const { status, code, reason } = line
  const forOperator =
    status === 500 ||
    code === 'upstream-credentials-refused' ||
    code === 'endpoint-misconfigured' ||
    reason === 'binding-mismatch'
  if (forOperator) console.error(JSON.stringify(line))
  else console.log(JSON.stringify(line))
}
