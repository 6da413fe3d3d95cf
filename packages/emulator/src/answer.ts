import type { ApiError } from './api-error.ts'
import type { Fault } from './faults/rule.ts'
import { type Language, messageOf } from './messages.ts'
import type { JsonObject } from './spec/json.ts'

/** The text of a good answer. */
export function successText(answer: JsonObject, requestId: string): string {
  return JSON.stringify({ Response: { ...answer, RequestId: requestId } })
}

/** The text of an error answer. */
export function errorText(apiError: ApiError, language: Language, requestId: string): string {
  const error = { Code: apiError.code, Message: messageOf(apiError, language) }
  return JSON.stringify({ Response: { Error: error, RequestId: requestId } })
}

/**
 * The answer over HTTP, as a fault leaves it. The status is 200 for errors too.
 *
 * @param now the time of the gateway in milliseconds since 1970, for the `Date` header that clients set clocks by.
 */
export function responseOf(text: string, fault: Fault | undefined, now: number): Response {
  const date = new Date(now).toUTCString()
  if (fault?.kind === 'html') {
    return new Response(htmlPage(fault.status ?? 502), {
      status: fault.status ?? 502,
      headers: { 'Content-Type': 'text/html', Date: date },
    })
  }
  return new Response(corrupt(text, fault), { headers: { 'Content-Type': 'application/json', Date: date } })
}

function corrupt(text: string, fault: Fault | undefined): string {
  if (fault?.kind === 'truncated-json') return text.slice(0, Math.floor(text.length / 2))
  if (fault?.kind === 'oversize-json') return `{"Padding":"${'x'.repeat(fault.bytes ?? 11_000_000)}",${text.slice(1)}`
  if (fault?.kind === 'no-response') return '{"Result":"an answer without the documented envelope"}'
  return text
}

function htmlPage(status: number): string {
  return `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>\n`
}
