import { ANYTHING, bytesOf, check, checkFields, matches, OBJECT, type Rule, refuse } from './checks.ts'
import type { HeadersInput, SignRequest } from './types.ts'

/** A request whose parts were checked and are in the form in which they are signed and sent. */
export interface ParsedRequest {
  readonly method: string
  readonly url: ParsedUrl
  /** By their names in lower case. */
  readonly headers: Map<string, string>
  readonly body: string | Uint8Array<ArrayBuffer>
}

/** What is read of a `URL`. */
interface ParsedUrl {
  readonly href: string
  readonly host: string
  readonly hostname: string
  readonly search: string
}

const REQUEST_FIELDS = {
  method: [matches(/^(GET|POST)$/), 'be GET or POST'],
  url: ANYTHING,
  headers: OBJECT,
  body: ANYTHING,
} satisfies Record<keyof SignRequest, Rule>

/** @throws TypeError that names the part which can't be signed. */
export function parseRequest(given: SignRequest): ParsedRequest {
  checkFields('request', given, REQUEST_FIELDS)
  const { method = 'GET', url, headers, body } = given
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

const HEADER_NAME: Rule = [matches(/^[\w!#$%&'*+.^`|~-]+$/), 'have valid names']
const HEADER_VALUE: Rule = [matches(/^[\t -~]*$/), 'be a line of ASCII']

/** What signing sets itself. An earlier signature may have left some. */
const SET_BY_SIGNING = /^(host|authorization|x-tc-(timestamp|token|content-sha256))$/

function parseHeaders(given: HeadersInput = []): Map<string, string> {
  const headers = new Map<string, string>()
  for (const [name, value] of Symbol.iterator in given ? given : Object.entries(given)) {
    check('headers', name, HEADER_NAME)
    check(`headers.${name}`, value, HEADER_VALUE)
    const key = name.toLowerCase()
    if (SET_BY_SIGNING.test(key)) continue
    const earlier = headers.get(key)
    headers.set(key, earlier === undefined ? value.trim() : `${earlier}, ${value.trim()}`)
  }
  return headers
}

function parseBody(method: string, given: SignRequest['body']): string | Uint8Array<ArrayBuffer> {
  if (given === undefined || given === null) return ''
  if (method === 'GET') refuse('body', 'be absent on GET')
  return typeof given === 'string' ? given : bytesOf('body', given)
}
