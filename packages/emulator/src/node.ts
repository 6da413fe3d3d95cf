import type { AddressInfo } from 'node:net'
import { setTimeout as timer } from 'node:timers/promises'
import { createAdaptorServer, type Http2Bindings, type HttpBindings, type ServerType } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { checkOptions, isText, type OptionRule, wholeNumber } from './check-options.ts'
import type { Connection } from './connection.ts'
import { createEmulator, type Emulator } from './emulator.ts'
import { type EmulatorOptions, emulatorRules } from './options.ts'

export interface ServerOptions extends EmulatorOptions {
  /** Default 0: any free one. */
  port?: number
  /** The address to listen on. Default `127.0.0.1`, which only this machine reaches. */
  host?: string
}

/** An emulator that listens. */
export interface RunningEmulator extends Emulator {
  /** Such as `http://127.0.0.1:9320`. */
  url: string
  port: number
  /** Stops, breaks what is still open, and leaves no socket behind. */
  close: () => Promise<void>
}

/**
 * Starts an emulator on a socket of Node.
 *
 * @throws {TypeError} naming the option that is wrong and what it should hold; the error of `listen` if the address
 *   can't be had.
 */
export async function startEmulator(options: ServerOptions = {}): Promise<RunningEmulator> {
  checkOptions(options, serverRules)
  const { port = 0, host = '127.0.0.1', ...rest } = options
  // A delay that is under way must not keep a process alive that is done otherwise.
  const emulator = createEmulator({ sleep: (ms) => timer(ms, undefined, { ref: false }), ...rest })
  const server = createAdaptorServer({
    fetch: (request, env) => emulator.handle(request, connectionOf(env)),
    // The process is somebody's test run: its Request and Response stay its own.
    overrideGlobalObjects: false,
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES },
  })
  const address = await listen(server, port, host)
  return {
    ...emulator,
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    port: address.port,
    close: () => close(server),
  }
}

const serverRules: Readonly<Record<keyof ServerOptions, OptionRule>> = {
  port: wholeNumber(0, 65535),
  host: { allows: isText, says: 'a string that is not empty, such as "127.0.0.1"' },
  ...emulatorRules,
}

/** Enough for a GET of more than 32 KB to be refused by the emulator, not by Node. */
const MAX_HEADER_BYTES = 128 * 1024

function listen(server: ServerType, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'))
      else resolve(address)
    })
  })
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

function connectionOf({ incoming, outgoing }: HttpBindings | Http2Bindings): Connection {
  return {
    target: incoming.url ?? '/',
    reset: async () => {
      incoming.socket.resetAndDestroy()
      return RESPONSE_ALREADY_SENT
    },
    hang: () => new Promise((resolve) => outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT))),
  }
}
