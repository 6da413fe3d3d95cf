import { Buffer } from 'node:buffer'

/** One HTTP request, wholly read. */
export interface HttpRequest {
  method: string
  path: string
  /** Exactly what was sent after `?`: that of a GET is signed byte for byte. */
  query: string
  /** The Host header as received. */
  host: string
  headers: Headers
  /** At most `bodyLimit` bytes of the body. */
  body: Uint8Array
  /** How long the body was, in bytes, even where it was not kept. */
  bodyBytes: number
}

/**
 * Reads a request to its end.
 *
 * @param target the request target as it came over the wire, where the host knows it: `Request.url` is normalised.
 */
export async function receive(request: Request, target: string | undefined, bodyLimit: number): Promise<HttpRequest> {
  const url = new URL(request.url)
  const { body, bodyBytes } = await readBody(request, bodyLimit)
  return {
    method: request.method,
    path: url.pathname,
    query: queryOf(target ?? request.url),
    host: request.headers.get('host') ?? url.host,
    headers: request.headers,
    body,
    bodyBytes,
  }
}

function queryOf(target: string): string {
  const withoutFragment = target.split('#', 1)[0] ?? ''
  const mark = withoutFragment.indexOf('?')
  return mark === -1 ? '' : withoutFragment.slice(mark + 1)
}

/** A body over the limit is read to its end but not kept: a client that is still sending would not see an answer. */
async function readBody(request: Request, limit: number): Promise<{ body: Uint8Array; bodyBytes: number }> {
  if (request.body === null) return { body: new Uint8Array(), bodyBytes: 0 }
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) <= limit) {
    const body = new Uint8Array(await request.arrayBuffer())
    return { body, bodyBytes: body.length }
  }
  const chunks: Uint8Array[] = []
  let bodyBytes = 0
  for await (const chunk of request.body) {
    bodyBytes += chunk.length
    if (bodyBytes <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return { body: Buffer.concat(chunks), bodyBytes }
}
