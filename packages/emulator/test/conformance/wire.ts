import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { RunningEmulator } from '../../src/node.ts'
import { rawRequest } from '../support/raw-request.ts'
import type { Tampering } from './case.ts'

export interface Wire {
  url: string
  close: () => Promise<void>
}

/** A proxy in front of an emulator, on which requests are changed after the client has signed them. */
export async function openWire(emulator: RunningEmulator, tampering: Tampering = {}): Promise<Wire> {
  const server = createServer({ maxHeaderSize: 128 * 1024 }, async (incoming, outgoing) => {
    const body = await buffer(incoming)
    const text = tampering.body ? tampering.body(body.toString()) : body
    const answer = await rawRequest({
      url: emulator.url,
      path: incoming.url ?? '/',
      method: tampering.method ?? incoming.method ?? 'POST',
      headers: changed(incoming.headersDistinct, tampering),
      body: text,
    })
    outgoing.setHeader('Content-Type', 'application/json')
    outgoing.end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function changed(sent: NodeJS.Dict<string[]>, { headers }: Tampering): Record<string, string> {
  const names = { ...Object.fromEntries(Object.entries(sent).map(([name, values]) => [name, values?.[0]])), ...headers }
  delete names['content-length']
  delete names['transfer-encoding']
  const kept = Object.entries(names).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(kept)
}
