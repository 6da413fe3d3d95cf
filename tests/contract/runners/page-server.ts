import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { close, listen } from '@tc3-edge/test-support/listen'

export interface PageServerOptions {
  /** Scripts are served from here. */
  readonly folder: string
  /** Where everything goes that is neither a page nor a script of its own. */
  readonly upstream: string
  /** Further answers, as JSON, by path. */
  readonly answers?: Readonly<Record<string, object>>
}

export interface PageServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** One origin on loopback for a page, its script, and the API that it calls. */
export async function servePage(options: PageServerOptions): Promise<PageServer> {
  const server = createServer((incoming, outgoing) => void respond(options, incoming, outgoing))
  return { url: await listen(server), close: () => close(server) }
}

async function respond(options: PageServerOptions, incoming: IncomingMessage, outgoing: ServerResponse) {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://page.test')
  const answer = options.answers?.[pathname]
  if (answer) return outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  if (pathname === '/page') {
    const html = `<!doctype html><script type="module" src="${searchParams.get('script')}"></script>`
    return outgoing.setHeader('content-type', 'text/html').end(html)
  }
  if (!pathname.endsWith('.mjs')) return forward(options.upstream, incoming, outgoing)
  const script = await readFile(join(options.folder, pathname))
  return outgoing.setHeader('content-type', 'text/javascript').end(script)
}

/** As it is, `Host` included, which is signed. What breaks behind breaks in front. */
function forward(upstream: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { hostname, port } = new URL(upstream)
  const { method, url: path, headers } = incoming
  const behind = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(outgoing)
  })
  behind.on('error', () => incoming.socket.resetAndDestroy())
  outgoing.on('close', () => behind.destroy())
  incoming.pipe(behind)
}
