import type { ReceivedRequest } from './recorder/received-request.ts'

const MAX_EXTRA_LENGTH = 60

/** One line for people: when, what, from whom, with what outcome. */
export function requestLine({ time, account, action, extra, outcome, fault, requestId }: ReceivedRequest): string {
  const parts = [new Date(time).toISOString(), action ?? 'no known action', outcome, `account=${account ?? 'unproven'}`]
  // Quoted, so that nobody's text is taken for a line or an instruction to a terminal.
  if (extra !== null) parts.push(`extra=${JSON.stringify(extra.slice(0, MAX_EXTRA_LENGTH))}`)
  if (fault !== null) parts.push(`fault=${fault}`)
  if (requestId !== null) parts.push(`requestId=${requestId}`)
  return parts.join(' ')
}
