import { createServer, type Server, type Socket } from 'node:net'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { HostileBehavior } from '../suite/suite.ts'

/** Four times what a client reads of a response, in bytes. */
const LARGE = 4 * 1024 ** 2

const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }

const envelope = (SdkToken: string) => JSON.stringify({ Response: { SdkToken, RequestId: 'r' } })
const large = () => envelope('t'.repeat(LARGE))

/** Head and body of each response, as they are written to the socket. */
const responses: Readonly<
  Record<HostileBehavior, () => readonly [head: readonly string[], body: string | Uint8Array]>
> = {
  'a length that is none': () => [['Content-Length: 10', 'Transfer-Encoding: chunked'], chunked(large())],
  'an endless body': () => [['Transfer-Encoding: chunked'], chunked(large())],
  'a gzip bomb': () => compressed('gzip', gzipSync(large())),
  'a brotli bomb': () => compressed('br', brotliCompressSync(large(), QUICKLY)),
  'a redirect': () => [['Location: /elsewhere', 'Content-Length: 2'], '{}'],
  'half a body': () => [['Content-Length: 100000'], envelope('t')],
}

function compressed(encoding: string, body: Uint8Array) {
  return [[`Content-Encoding: ${encoding}`, `Content-Length: ${body.byteLength}`], body] as const
}

/** In one chunk. */
function chunked(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`
}

/**
 * A server that goes wrong in the way which the header `x-hostile` names, byte by byte, as no HTTP library would. Pages of
 * other origins may call it.
 */
export function hostileServer(): Server {
  return createServer((socket) => {
    let received = ''
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      received += data.toString('latin1')
      const [head = '', body] = received.split('\r\n\r\n', 2)
      const [, length = '0'] = /^content-length: (\d+)$/im.exec(head) ?? []
      if (body !== undefined && body.length >= Number(length)) respond(socket, head)
    })
  })
}

const FOR_PAGES = ['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Headers: *, authorization']

function respond(socket: Socket, requestHead: string): void {
  const [, behavior = ''] = /^x-hostile: (.+)$/im.exec(requestHead) ?? []
  const isKnown = (name: string): name is HostileBehavior => Object.hasOwn(responses, name)
  const [head, body] = isKnown(behavior) ? responses[behavior]() : [['Content-Length: 2'], '{}']
  const status = behavior === 'a redirect' ? '307 Temporary Redirect' : '200 OK'
  const lines = [`HTTP/1.1 ${status}`, 'Content-Type: application/json', 'Connection: close', ...FOR_PAGES, ...head]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  socket.end(body)
}
