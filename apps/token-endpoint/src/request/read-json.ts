import { Problem } from '../responses/problem.ts'
import { jsonShape } from './json-shape.ts'

/** Limit of nesting: the request, its parameters, and a list among these. */
const MAX_DEPTH = 3

/** Limit of values in a body: the 21 parameters, two of them lists, and room to spare. Each would be built, validated and named. */
const MAX_VALUES = 64

/** How long a body may take to arrive, in milliseconds: 10 MB at 6 Mbit/s. */
const MAX_READ_MS = 15_000

/** The size of the buffer that a body is read into, in bytes. */
const CHUNK_BYTES = 16 * 1024

/** How much of a rejected body is read and discarded, in bytes. */
const MAX_DISCARDED_BYTES = 16 * 1024 * 1024

const TOO_SLOW = `The body did not arrive within ${MAX_READ_MS / 1_000} s.`

/** Limit of a name that is quoted in a problem, in characters. */
const MAX_QUOTED_LENGTH = 64

export type JsonObject = Readonly<Record<string, unknown>>

/**
 * Reads a body that should be a JSON object with no other fields than these. `form` describes it in the `Problem`. Throws a `Problem` that names what is wrong with it.
 */
export async function readJsonObject(
  request: Request,
  { form, fields, maxBytes }: { readonly form: string; readonly fields: readonly string[]; readonly maxBytes: number },
): Promise<JsonObject> {
  checkType(request.headers.get('Content-Type') ?? '')
  const body = parseJson(await readText(request.body, maxBytes))
  if (!isObject(body)) throw new Problem('request-invalid', `The body should be ${form}.`)
  const unknown = Object.keys(body).find((name) => !fields.includes(name))
  if (unknown === undefined) return body
  throw new Problem('request-invalid', `The body should be ${form}. ${quoted(unknown)} is unknown.`)
}

/** JSON is UTF-8 (RFC 8259); a body declared in another charset would be misread. */
function checkType(type: string): void {
  if (!/^application\/json *(;|$)/i.test(type)) {
    throw new Problem('content-type-unsupported', 'The Content-Type should be application/json.')
  }
  const [, charset = 'utf-8'] = /; *charset *= *"?([^";\s]*)/i.exec(type) ?? []
  if (!/^utf-?8$/i.test(charset)) throw new Problem('content-type-unsupported', 'The charset should be UTF-8.')
}

/** Counts the bytes that are read: Content-Length may be missing or wrong. */
async function readText(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let text = ''
  try {
    const read = await readChunks(body, limit, (chunk) => {
      text += decoder.decode(chunk, { stream: true })
    })
    if (read > limit) throw new Problem('body-too-large', `The body may have ${limit} bytes at most.`)
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('json-invalid', 'The body could not be read as UTF-8 text.', { cause: error })
  }
}

/** Reads and discards a body: a client may not read the response before it has sent all of it. */
export async function discardBody(body: ReadableStream<Uint8Array> | null): Promise<void> {
  await readChunks(body, 0, () => undefined).catch(() => undefined)
}

/** Reads a body in chunks, and discards up to 16 MB of what is over the limit. Returns how many bytes were read. */
async function readChunks(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  take: (chunk: Uint8Array) => void,
): Promise<number> {
  if (body === null) return 0
  const reader = body.getReader({ mode: 'byob' })
  // One buffer for all chunks: what is freed later counts against the memory of the isolate until then.
  let buffer = new ArrayBuffer(CHUNK_BYTES)
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('body-too-slow', TOO_SLOW)), MAX_READ_MS)
  })
  try {
    for (let read = 0; ; ) {
      const { done, value } = await Promise.race([reader.read(new Uint8Array(buffer)), tooSlow])
      if (done || read > MAX_DISCARDED_BYTES) return read
      read += value.byteLength
      if (read <= limit) take(value)
      buffer = value.buffer
    }
  } finally {
    if (timer !== undefined) clearTimeout(timer)
    // Fire and forget: nothing depends on it.
    reader.cancel().catch(() => undefined)
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

export function quoted(name: string): string {
  return JSON.stringify(name.length > MAX_QUOTED_LENGTH ? `${name.slice(0, MAX_QUOTED_LENGTH)}...` : name)
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
