import { once } from 'node:events'
import { createServer, request } from 'node:http'

/** A proxy in front of an upstream, which keeps the bodies that pass through. */
export interface RecordingProxy extends AsyncDisposable {
  readonly url: string
  readonly bodies: readonly Readonly<Record<string, unknown>>[]
}

/** Headers go through as they are: the signature covers `Host`. */
export async function startRecordingProxy(upstream: string): Promise<RecordingProxy> {
  const bodies: Readonly<Record<string, unknown>>[] = []
  const server = createServer(async (incoming, outgoing) => {
    const chunks = await incoming.toArray()
    const body = Buffer.concat(chunks)
    bodies.push(Object(JSON.parse(body.toString())))
    const { method, headers, url } = incoming
    const passed = request(new URL(url ?? '/', upstream), { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy()).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${Object(server.address()).port}`, bodies, [Symbol.asyncDispose]: close }
}
