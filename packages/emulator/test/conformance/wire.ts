import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { inProcess } from '../../src/connection.ts'
import type { Emulator } from '../../src/index.ts'
import type { Tampering } from './case.ts'

export interface Wire {
  url: string
  close: () => Promise<void>
}

/** A real socket in front of an emulator, on which requests are changed after the client has signed them. */
export async function openWire(emulator: Emulator, tampering: Tampering = {}): Promise<Wire> {
  const server = createAdaptorServer({
    serverOptions: { maxHeaderSize: 128 * 1024 },
    fetch: async (request, { incoming }) =>
      emulator.handle(await tampered(request, tampering), { ...inProcess, target: incoming.url ?? '/' }),
  })
  const port = await listen(server)
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) }
}

async function tampered(request: Request, { method, headers, body }: Tampering): Promise<Request> {
  const changed = new Headers(request.headers)
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value === null) changed.delete(name)
    else changed.set(name, value)
  }
  changed.delete('content-length')
  if (request.method === 'GET') return new Request(request.url, { method: 'GET', headers: changed })
  const text = await request.text()
  // Bytes, because a text would bring a content type of its own.
  const bytes = new TextEncoder().encode(body ? body(text) : text)
  return new Request(request.url, { method: method ?? request.method, headers: changed, body: bytes })
}

function listen(server: ServerType): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('no port'))
    })
  })
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
