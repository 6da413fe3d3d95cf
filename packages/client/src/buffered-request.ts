import { bufferBody } from './buffered-body.ts'

interface Buffered {
  readonly text: string
  readonly signal: AbortSignal | undefined
}

/** The text and the signal of each request, apart from it: printing a request must not show the photo in it. */
const buffered = new WeakMap<Request, Buffered>()

/**
 * A request of the runtime, of which openapi-fetch makes one for each call. Its text and signal are not copied into it, but
 * kept, and can be read as often as middleware likes.
 */
export class BufferedRequest extends Request {
  constructor(input: string, init: RequestInit) {
    super(input, { ...init, body: null, signal: null })
    const { body, signal } = init
    buffered.set(this, { text: typeof body === 'string' ? body : '', signal: signal ?? undefined })
  }

  /** Lets a middleware return any Request, also one of another realm or library: openapi-fetch asks with `instanceof`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return {}.toString.call(value) === '[object Request]'
  }

  static {
    bufferBody(BufferedRequest.prototype, (request) => buffered.get(request)?.text ?? '', cloneOf)
    Object.defineProperty(BufferedRequest.prototype, 'signal', {
      get(this: BufferedRequest) {
        return buffered.get(this)?.signal ?? Reflect.get(Request.prototype, 'signal', this)
      },
    })
  }
}

function cloneOf(request: BufferedRequest): BufferedRequest {
  const { url, method, headers, redirect, signal } = request
  return new BufferedRequest(url, { method, headers, redirect, signal, body: bufferedText(request) ?? null })
}

/** The text of a `BufferedRequest`; undefined for any other. */
export function bufferedText(request: Request): string | undefined {
  return buffered.get(request)?.text
}
