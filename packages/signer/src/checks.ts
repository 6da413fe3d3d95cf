import type { HeadersInput, SignedHeaders, SignRequest } from './types.ts'

/** The one way arguments are refused: by their name and a rule. Never by their value, which may be a secret. */
export function refuse(argument: string, rule: string): never {
  throw new TypeError(`${argument} must be ${rule}`)
}

export function checkText(argument: string, value: unknown, pattern: RegExp, rule: string): string {
  return typeof value === 'string' && pattern.test(value) ? value : refuse(argument, rule)
}

/** What is signed of a URL. */
interface ParsedUrl {
  readonly host: string
  readonly hostname: string
  readonly search: string
}

export function checkUrl(given: SignRequest['url']): ParsedUrl {
  try {
    const url = new URL(`${given}`)
    // Once parsed, credentials stand before an @ and the path begins with a slash.
    if (/^https?:..[^/@]+\//.test(url.href)) return url
  } catch {
    // The runtime's own error would repeat the URL, and with it a password.
  }
  return refuse('url', 'http(s) without credentials')
}

/** A copy of the header fields, without those that signing sets itself (an earlier signature may have left some). */
export function checkHeaders(given: HeadersInput = []): SignedHeaders {
  // Else a string would be read letter by letter, and the runtime's errors would repeat it.
  if (Object(given) !== given) refuse('headers', 'an object')
  const headers = new Headers()
  for (const [name, value] of Symbol.iterator in given ? given : Object.entries(given)) {
    checkText(`headers.${name}`, value, /^[\t -~]*$/, 'a line of ASCII')
    if (!/^(host|authorization|x-tc-(timestamp|token|content-sha256))$/i.test(name)) headers.append(name, value)
  }
  return headers
}

/** A view has a buffer and an offset, an ArrayBuffer has not. */
interface Bytes {
  readonly buffer?: unknown
  readonly byteOffset?: number
  readonly byteLength: number
}

/** The body as it is hashed and sent. */
export function checkBody(body: string | Bytes | null | undefined, get: boolean): string | Uint8Array<ArrayBuffer> {
  if (body === undefined || body === null) return ''
  if (get) refuse('body', 'absent on GET')
  if (typeof body === 'string') return body
  const { buffer = body } = body
  // By name and not by `instanceof`, which fails for bytes from another realm (a test runner's, an iframe's).
  return {}.toString.call(buffer) === '[object ArrayBuffer]'
    ? new Uint8Array(buffer as ArrayBuffer, body.byteOffset, body.byteLength)
    : refuse('body', 'a string or bytes')
}

export function checkUnixSeconds(argument: string, value: number): number {
  // Whole and unsigned, 32 bits wide: seconds until the year 2106, and no time in milliseconds.
  return value >>> 0 === value ? value : refuse(argument, 'UNIX seconds, not milliseconds')
}

/** For what ends up in the `Authorization` header, where one more line break would make the runtime's error repeat it. */
export function checkName(argument: string, value: unknown): string {
  return checkText(argument, value, /^[!-~]+$/, 'a word of ASCII')
}
