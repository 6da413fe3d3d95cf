import { createServer, type Server as HttpServer } from 'node:http'
import type { Server } from 'node:net'

/** Lets a server listen on a free port of loopback. Returns its address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return `http://127.0.0.1:${address.port}`
}

/** Closes a server and all its connections. */
export async function close(server: HttpServer): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

/** Returns an address on loopback where nothing listens. */
export async function closedEndpoint(): Promise<string> {
  const server = createServer()
  const url = await listen(server)
  await close(server)
  return url
}
