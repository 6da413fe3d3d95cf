/** What was received, read to its end or to the limit. */
export interface Received {
  readonly status: number
  readonly text: string
  /** The text as JSON; undefined where it is none. */
  readonly json: unknown
  /** Whether there was more than an answer of the API can be. */
  readonly tooLong: boolean
  readonly headers: Readable['headers']
}

/** Answers are a few hundred bytes; what passes this is not one of them. In characters. */
const MAX_ANSWER_LENGTH = 1024 * 1024

/** What is read of a `Response`. */
interface Readable {
  readonly status: number
  readonly type?: string
  readonly headers: { get(name: string): string | null }
  readonly body?: ReadableStream<Uint8Array> | null
  readonly text: () => Promise<string>
}

/** Reads a response to its end, or up to the limit, and parses the body as JSON if it is JSON. */
export async function readResponse(response: Readable): Promise<Received> {
  const { status, headers, body, type } = response
  // What says how long it is, and is not compressed, need not be counted while it is read, which takes far longer.
  // Pages of another origin see the length, and not whether it is compressed.
  const length = type === 'cors' || headers.get('content-encoding') ? undefined : headers.get('content-length')
  const counted = body && !(length && Number(length) <= MAX_ANSWER_LENGTH)
  const text = counted ? await readUpToLimit(body) : await response.text()
  const tooLong = text.length > MAX_ANSWER_LENGTH
  return { status, headers, text, tooLong, json: tooLong ? undefined : parseJson(text) }
}

async function readUpToLimit(body: ReadableStream<Uint8Array>): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    if (done) return text
    if (text.length > MAX_ANSWER_LENGTH) {
      // Nobody is interested in how that ends.
      reader.cancel().catch(() => undefined)
      return text
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** When it was sent, in milliseconds to the whole UNIX second; undefined if it does not say, or beyond 32 bits. */
export function dateOf({ headers }: Received): number | undefined {
  const seconds = Math.floor(Date.parse(headers.get('date') ?? '') / 1000)
  return seconds >>> 0 === seconds ? seconds * 1000 : undefined
}

/** `Retry-After` in milliseconds: seconds or an HTTP date; the latter by the clock that wrote it. */
export function retryAfterOf(received: Received): number | undefined {
  const field = received.headers.get('retry-after') ?? ''
  const now = dateOf(received) ?? Date.now()
  const ms = /^\d+$/.test(field) ? Number(field) * 1000 : Math.max(0, Date.parse(field) - now)
  return Number.isNaN(ms) ? undefined : ms
}
