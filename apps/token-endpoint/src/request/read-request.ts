import type { Caller } from '../auth/caller.ts'
import { Problem } from '../responses/problem.ts'
import { jsonShape } from './json-shape.ts'

/** What a caller requests. */
export interface TokenRequest {
  readonly preset: string
  /** Tencent's own parameters, not yet validated against the preset. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/**
 * Limits of the body, in bytes. App users send MetaData of 8,192 characters at most and little else. Backends may send photos;
 * 10 MB is Tencent's own limit.
 */
const MAX_BODY_BYTES: Readonly<Record<Caller['kind'], number>> = { 'app-user': 16 * 1024, backend: 10 * 1024 * 1024 }

/** Limit of nesting: the request, its parameters, and a list among these. */
const MAX_DEPTH = 3

/** Limit of values in a body: the 21 parameters, two of them lists, and room to spare. Each would be built, validated and named. */
const MAX_VALUES = 64

/** Limit of a parameter's name, in characters. */
const MAX_NAME_LENGTH = 64

const FORM = 'The body should be a JSON object such as {"preset": "default", "parameters": {"IdCardType": "HK"}}'

/** Reads the body of `POST /v1/tokens`. Throws a `Problem` that names what is wrong with it. */
export async function readTokenRequest(request: Request, caller: Caller): Promise<TokenRequest> {
  checkType(request.headers.get('Content-Type') ?? '')
  const body = parseJson(await readText(request.body, MAX_BODY_BYTES[caller.kind]))
  if (!isObject(body)) throw new Problem('request-invalid', `${FORM}.`)

  const { preset = 'default', parameters = {}, ...others } = body
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new Problem('request-invalid', `${FORM}. ${quoted(unknown)} is unknown.`)
  }
  if (typeof preset !== 'string') throw new Problem('request-invalid', '"preset" should be the name of a preset.')
  if (!isObject(parameters)) throw new Problem('request-invalid', '"parameters" should be an object.')
  const long = Object.keys(parameters).find((name) => name.length > MAX_NAME_LENGTH)
  if (long !== undefined) throw new Problem('request-invalid', `There is no parameter ${quoted(long)}.`)
  return { preset, parameters }
}

/** JSON is UTF-8 (RFC 8259); a body declared in another charset would be misread. */
function checkType(type: string): void {
  if (!/^application\/json *(;|$)/i.test(type)) {
    throw new Problem('content-type-unsupported', 'The Content-Type should be application/json.')
  }
  const [, charset = 'utf-8'] = /; *charset *= *"?([^";\s]*)/i.exec(type) ?? []
  if (!/^utf-?8$/i.test(charset)) throw new Problem('content-type-unsupported', 'The charset should be UTF-8.')
}

/** Counts what is really read: Content-Length may be missing or wrong. */
async function readText(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let text = ''
  let read = 0
  try {
    for await (const chunk of body ?? []) {
      read += chunk.byteLength
      if (read > limit) throw new Problem('body-too-large', `The body may have ${limit} bytes at most.`)
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('json-invalid', 'The body could not be read as UTF-8 text.', { cause: error })
  }
}

function parseJson(text: string): unknown {
  const { depth, duplicate, tooMany } = jsonShape(text, MAX_VALUES)
  if (tooMany) throw new Problem('request-invalid', `The body holds more than ${MAX_VALUES} values.`)
  if (depth > MAX_DEPTH) throw new Problem('request-invalid', `The body is nested more than ${MAX_DEPTH} levels deep.`)
  const value = parsed(text)
  if (duplicate !== undefined) {
    throw new Problem('request-invalid', `The body has the key ${quoted(duplicate)} twice.`)
  }
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's message would quote the body.
    throw new Problem('json-invalid', text === '' ? 'The body is empty.' : 'The body is not valid JSON.')
  }
}

function quoted(name: string): string {
  return JSON.stringify(name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}...` : name)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
