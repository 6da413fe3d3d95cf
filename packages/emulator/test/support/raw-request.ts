import { type Agent, request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'

export interface RawRequest {
  url: string
  /** The request target, sent as it is. Default: from the URL. */
  path?: string
  method?: string
  headers: Record<string, string | string[]>
  body?: string | Uint8Array
  agent?: Agent
}

/** A request with exactly these headers, `Host` among them; `fetch` would set some itself. */
export function rawRequest({ url, path, method = 'POST', headers, body = '', agent }: RawRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method, headers, ...(path && { path }), ...(agent && { agent }) })
    outgoing.once('error', reject)
    outgoing.once('response', (incoming) => text(incoming).then(resolve, reject))
    outgoing.end(body)
  })
}
