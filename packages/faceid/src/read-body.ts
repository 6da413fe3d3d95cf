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

/** Answers are a few hundred bytes; what passes this is not one of them. In bytes. */
const MAX_ANSWER_BYTES = 1024 * 1024

/** What is read of a `Response`. */
interface Readable {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body?: ReadableStream<Uint8Array> | null
  readonly text: () => Promise<string>
}

/** Reads a response to its end, or up to the limit, and parses the body as JSON if it is JSON. */
export async function readResponse(response: Readable): Promise<Received> {
  const { status, headers, body } = response
  // What says how long it is, and is not compressed, need not be counted while it is read, which takes far longer.
  const length = headers.get('content-encoding') ? undefined : headers.get('content-length')
  const counted = body && !(length && Number(length) <= MAX_ANSWER_BYTES)
  const { text, tooLong } = counted ? await readUpToLimit(body) : { text: await response.text(), tooLong: false }
  return { status, headers, text, tooLong, json: tooLong ? undefined : parseJson(text) }
}

async function readUpToLimit(body: ReadableStream<Uint8Array>): Promise<Pick<Received, 'text' | 'tooLong'>> {
  let text = ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (let read = 0; ; ) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    if (done) return { text, tooLong: false }
    read += value.byteLength
    if (read > MAX_ANSWER_BYTES) {
      // Nobody is interested in how that ends.
      reader.cancel().catch(() => undefined)
      return { text, tooLong: true }
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

/** What time it was at the sender, in UNIX milliseconds; `NaN` if it does not say. */
export function dateOf({ headers }: Received): number {
  return Date.parse(headers.get('date') ?? '')
}

/** `Retry-After` in milliseconds: seconds or an HTTP date; the latter by the clock that wrote it. */
export function retryAfterOf(received: Received): number | undefined {
  const field = received.headers.get('retry-after') ?? ''
  const now = dateOf(received) || Date.now()
  const ms = /^\d+$/.test(field) ? Number(field) * 1000 : Math.max(0, Date.parse(field) - now)
  return Number.isNaN(ms) ? undefined : ms
}
