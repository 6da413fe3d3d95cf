/** A response, read to its end or to the limit. */
export interface Received {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly text: string
  /** The text as JSON; undefined where it is none. */
  readonly json: unknown
  /** Whether there was more than the limit. */
  readonly tooLong: boolean
}

/** Reads a response to its end or up to the limit, whatever its status, and parses the body if it is JSON. */
export async function readResponse(response: Response, maxBytes: number): Promise<Received> {
  const { status, headers } = response
  const { text, tooLong } = await readText(response, maxBytes)
  return { status, headers, text, tooLong, json: tooLong ? undefined : parseJson(text) }
}

async function readText(response: Response, maxBytes: number): Promise<{ text: string; tooLong: boolean }> {
  const { headers, body, type } = response
  // What declares its length and is not compressed need not be counted while it is read, which takes far longer.
  // Pages of another origin see the length, but not whether it is compressed.
  const length = String(type) === 'cors' || headers.get('content-encoding') ? null : headers.get('content-length')
  if (body && (length === null || !(Number(length) <= maxBytes))) return readUpTo(maxBytes, body)
  const text = await response.text()
  return { text, tooLong: text.length > maxBytes }
}

async function readUpTo(
  maxBytes: number,
  body: ReadableStream<Uint8Array>,
): Promise<{ text: string; tooLong: boolean }> {
  let text = ''
  let bytes = 0
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    if (done) return { text, tooLong: false }
    bytes += value.byteLength
    if (bytes > maxBytes) {
      // Nobody waits for how that ends.
      reader.cancel().catch(() => undefined)
      return { text, tooLong: true }
    }
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** When the response was sent, in milliseconds to the whole UNIX second; undefined if it does not say, or beyond 32 bits. */
export function dateOf({ headers }: Pick<Received, 'headers'>): number | undefined {
  const seconds = Math.floor(Date.parse(headers.get('date') ?? '') / 1000)
  return seconds >>> 0 === seconds ? seconds * 1000 : undefined
}

/** `Retry-After` in milliseconds: seconds or an HTTP date; the latter by the clock that wrote it. */
export function retryAfterOf(received: Pick<Received, 'headers'>): number | undefined {
  const field = received.headers.get('retry-after') ?? ''
  const now = dateOf(received) ?? Date.now()
  const milliseconds = /^\d{1,10}$/.test(field) ? Number(field) * 1000 : Math.max(0, Date.parse(field) - now)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
