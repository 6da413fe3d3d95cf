/**
 * A `Request` without its body, which is kept beside it as the text it was made of: the signer hashes it and `fetch`
 * sends it, so that the body is never read back out of a stream.
 */
export class UnsentRequest extends Request {
  readonly payload: string

  constructor(input: string | URL | Request, { body, ...init }: RequestInit = {}) {
    super(input, init)
    if (typeof body !== 'string') throw new TypeError('The body of a call should have been serialised to a text')
    this.payload = body
  }
}
