import { bufferBody } from './buffered-body.ts'
import type { Received } from './received.ts'

/** The text of each response, apart from it: printing a response must not show the token in it. */
const texts = new WeakMap<Response, string>()

/** A response that was read to its end. */
class BufferedResponse extends Response {
  static {
    bufferBody(BufferedResponse.prototype, textOf, (response) => {
      const { status, statusText, headers } = response
      return new Response(textOf(response), { status, statusText, headers })
    })
  }
}

function textOf(response: Response): string {
  return texts.get(response) ?? ''
}

/**
 * Gives a response that has been read its body back. It is the same response under another prototype, which costs a
 * fraction of a new one, and leaves status, headers and URL to the runtime. One that is not the runtime's own, such as a
 * library's, or that can't be changed, is replaced.
 */
export function withBody(response: Response, { text }: Received): Response {
  const isNative = Object.getPrototypeOf(response) === Response.prototype && Object.isExtensible(response)
  const buffered: Response = Object.setPrototypeOf(isNative ? response : copyOf(response), BufferedResponse.prototype)
  texts.set(buffered, text)
  return buffered
}

function copyOf({ status, statusText, headers }: Response): Response {
  const copy = new Response(null, { status, statusText: statusText ?? '' })
  headers.forEach((value, name) => {
    copy.headers.append(name, value)
  })
  return copy
}
