import type { Body, HeadersInput, SignRequest } from './types.ts'

/** The one way arguments are refused: by their name and a rule. Never by their value, which may be a secret. */
export function refuse(argument: string, rule: string): never {
  throw new TypeError(`${argument} ${rule}`)
}

export function checkUnixSeconds(argument: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    refuse(argument, 'must be UNIX time in whole seconds')
  }
  if (value > 99_999_999_999) refuse(argument, 'must be in seconds and looks like milliseconds')
  return value
}

export function checkMethod(method: unknown = 'GET'): 'GET' | 'POST' {
  const name = typeof method === 'string' ? method.toUpperCase() : ''
  return name === 'GET' || name === 'POST' ? name : refuse('method', 'must be GET or POST')
}

export function checkUrl(input: SignRequest['url']): URL {
  const url = parse(typeof input === 'string' ? input : input?.href)
  if (!/^https?:$/.test(url.protocol)) refuse('url', 'must be http or https')
  if (url.username || url.password) refuse('url', 'must not hold credentials')
  return url
}

function parse(url: string): URL {
  try {
    return new URL(url)
  } catch {
    // The runtime's own error would repeat the URL, and with it a password.
    return refuse('url', 'must be an absolute URL')
  }
}

/** Header fields by lower-case name. */
export function checkHeaders(input: HeadersInput = {}): Map<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of entries(input)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) refuse('headers', 'must have HTTP tokens for names')
    if (typeof value !== 'string' || !/^[\t -~]*$/.test(value)) {
      refuse(`headers ${name}`, 'must be a string of ASCII characters without line breaks')
    }
    const key = name.toLowerCase()
    const before = fields.get(key)
    fields.set(key, before === undefined ? value : `${before}, ${value}`)
  }
  return fields
}

function entries(input: HeadersInput): Iterable<readonly [string, string]> {
  if (Symbol.iterator in input) return input
  return Object.entries(input)
}

/** The body as what is hashed and sent. */
export function checkBody(body: Body | null | undefined, method: string): string | Uint8Array<ArrayBuffer> {
  if (body === undefined || body === null) return ''
  if (method === 'GET') refuse('body', 'must be absent on GET')
  if (typeof body === 'string') return body
  if (ArrayBuffer.isView(body) && isArrayBuffer(body.buffer)) {
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  }
  if (isArrayBuffer(body)) return new Uint8Array(body)
  return refuse('body', 'must be a string, an ArrayBuffer or a view of one; read a stream into bytes first')
}

// By name and not by `instanceof`, which fails for bytes from another realm (a test runner's, an iframe's).
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]'
}

export function checkService(service: unknown): void {
  if (typeof service !== 'string' || !/^[\w-]+$/.test(service)) refuse('service', 'must be a name like faceid')
}
