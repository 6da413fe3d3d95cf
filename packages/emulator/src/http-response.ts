import type { ApiError } from './api-error.ts'
import type { Fault } from './faults/rule.ts'
import type { JsonObject } from './json.ts'
import { type Language, messageOf } from './messages.ts'

export interface HttpResponse {
  status: number
  headers: { 'Content-Type': string; Date?: string }
  body: string
}

/** The text of a successful response. */
export function successText(fields: JsonObject, requestId: string): string {
  return JSON.stringify({ Response: { ...fields, RequestId: requestId } })
}

/** The text of an error response. */
export function errorText(error: ApiError, language: Language, requestId: string): string {
  return JSON.stringify({
    Response: { Error: { Code: error.code, Message: messageOf(error, language) }, RequestId: requestId },
  })
}

/**
 * The response over HTTP, as a fault leaves it. The status is 200 for errors too.
 *
 * @param now the time of the gateway in milliseconds since 1970, for the `Date` header that clients set clocks by.
 */
export function httpResponse(text: string, fault: Fault | undefined, now: number): HttpResponse {
  const date = new Date(now).toUTCString()
  if (fault?.kind === 'html') {
    const status = fault.status ?? 502
    return { status, headers: { 'Content-Type': 'text/html', Date: date }, body: htmlPage(status) }
  }
  return { status: 200, headers: { 'Content-Type': 'application/json', Date: date }, body: corrupt(text, fault) }
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
