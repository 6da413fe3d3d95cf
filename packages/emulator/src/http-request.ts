import { Buffer } from 'node:buffer'

/** One HTTP request, read to its end. */
export interface HttpRequest {
  method: string
  /** Exactly what was sent after `?`: that of a GET is signed byte for byte. */
  query: string
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>
  /** The Host header as received. */
  host: string
  /** Empty where `bodyBytes` is over `MAX_BODY_BYTES`. */
  body: Uint8Array
  /** How long the body was, in bytes, even where it was not kept. */
  bodyBytes: number
}

/** What a POST may have; a longer body is read to its end, or a client that is still sending would see no answer. */
export const MAX_BODY_BYTES: number = 10 * 1024 * 1024

/** Collects a body chunk by chunk, and keeps none of one that is too long. */
export class BodyReader {
  private chunks: Uint8Array[] = []
  private bytes = 0

  push(chunk: Uint8Array): void {
    this.bytes += chunk.length
    if (this.bytes <= MAX_BODY_BYTES) this.chunks.push(chunk)
    else this.chunks = []
  }

  read(): Pick<HttpRequest, 'body' | 'bodyBytes'> {
    const [first] = this.chunks
    return { body: this.chunks.length === 1 && first ? first : Buffer.concat(this.chunks), bodyBytes: this.bytes }
  }
}

/** Reads a request of the web's kind, whose URL is normalised already. */
export async function readRequest(request: Request): Promise<HttpRequest> {
  const body = new BodyReader()
  if (request.body) for await (const chunk of request.body) body.push(chunk)
  const headers: Record<string, string> = Object.fromEntries(request.headers)
  return {
    method: request.method,
    query: queryOf(request.url),
    headers,
    host: headers.host ?? new URL(request.url).host,
    ...body.read(),
  }
}

/** What stands after `?` in a URL or request target. */
export function queryOf(target: string): string {
  const withoutFragment = target.split('#', 1)[0] ?? ''
  const mark = withoutFragment.indexOf('?')
  return mark === -1 ? '' : withoutFragment.slice(mark + 1)
}
