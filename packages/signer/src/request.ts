import { bytesOf, check, checkNothingElse, checkPlainObject, checkText, refuse } from './checks.ts'
import type { HeadersInput, SignRequest } from './types.ts'

/** A request whose parts were checked and are in the form in which they are signed and sent. */
export interface ParsedRequest {
  readonly method: string
  readonly url: ParsedUrl
  /** By their names in lower case. */
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array<ArrayBuffer>
}

/** What is read of a `URL`. */
interface ParsedUrl {
  readonly href: string
  readonly host: string
  readonly hostname: string
  readonly search: string
}

/** @throws TypeError that names the part which can't be signed. */
export function parseRequest(given: SignRequest): ParsedRequest {
  checkPlainObject('request', given)
  const { method = 'GET', url, headers, body, ...rest } = given
  checkNothingElse('request', rest)
  checkText('method', method, /^(GET|POST)$/, 'be GET or POST')
  return { method, url: parseUrl(url), headers: parseHeaders(headers), body: parseBody(method, body) }
}

function parseUrl(given: SignRequest['url']): ParsedUrl {
  try {
    const url = new URL(typeof given === 'string' ? given : given.href)
    if (/^https?:$/.test(url.protocol) && !url.username && !url.password) return url
  } catch {
    // The runtime's own error would repeat the URL, and with it a password.
  }
  return refuse('url', 'be an absolute http(s) URL without credentials')
}

/** What signing sets itself. An earlier signature may have left some. */
const SET_BY_SIGNING = /^(host|authorization|x-tc-(timestamp|token|content-sha256))$/

function parseHeaders(given: HeadersInput = []): Record<string, string> {
  check(typeof given === 'object' && given !== null, 'headers', 'be an object')
  // Without a prototype, whose members would count as fields.
  const headers: Record<string, string> = Object.create(null)
  for (const [name, value] of Symbol.iterator in given ? given : Object.entries(given)) {
    checkText('headers', name, /^[\w!#$%&'*+.^`|~-]+$/, 'have valid names')
    checkText(`headers.${name}`, value, /^[\t -~]*$/, 'be a line of ASCII')
    const key = name.toLowerCase()
    const line = value.trim()
    if (!SET_BY_SIGNING.test(key)) headers[key] = key in headers ? `${headers[key]}, ${line}` : line
  }
  return headers
}

function parseBody(method: string, given: SignRequest['body']): string | Uint8Array<ArrayBuffer> {
  if (given === undefined || given === null) return ''
  check(method === 'POST', 'body', 'be absent on GET')
  return typeof given === 'string' ? given : bytesOf('body', given)
}
