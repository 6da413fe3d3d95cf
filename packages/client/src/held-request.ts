import { holdBody } from './held-body.ts'

interface Held {
  readonly text: string
  readonly signal: AbortSignal | undefined
}

/** The text and the signal of each request, apart from it: printing a request must not show the photo in it. */
const held = new WeakMap<Request, Held>()

/**
 * A request of the runtime, of which openapi-fetch makes one for each call. Its text and signal are not copied into it, but
 * kept, and can be read as often as middleware likes.
 */
export class HeldRequest extends Request {
  constructor(input: string, init: RequestInit) {
    super(input, { ...init, body: null, signal: null })
    const { body, signal } = init
    held.set(this, { text: typeof body === 'string' ? body : '', signal: signal ?? undefined })
  }

  /** Lets a middleware return any Request, also one of another realm or library: openapi-fetch asks with `instanceof`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return {}.toString.call(value) === '[object Request]'
  }

  static {
    holdBody(HeldRequest.prototype, (request) => held.get(request)?.text ?? '', cloneOf)
    Object.defineProperty(HeldRequest.prototype, 'signal', {
      get(this: HeldRequest) {
        return held.get(this)?.signal ?? Reflect.get(Request.prototype, 'signal', this)
      },
    })
  }
}

function cloneOf(request: HeldRequest): HeldRequest {
  const { url, method, headers, redirect, signal } = request
  return new HeldRequest(url, { method, headers, redirect, signal, body: heldText(request) ?? null })
}

/** The text of a `HeldRequest`; undefined for any other. */
export function heldText(request: Request): string | undefined {
  return held.get(request)?.text
}
