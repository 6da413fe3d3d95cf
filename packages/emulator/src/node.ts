import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, isIP } from 'node:net'
import { setImmediate as nodeImmediate } from 'node:timers'
import { setTimeout as timer } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { checkOptions, isText, type OptionRule, wholeNumber } from './check-options.ts'
import { CONTROL_PATH, createControl } from './control.ts'
import { createState, ELSEWHERE, type Emulator, emulatorOf, type State } from './emulator.ts'
import { handleRequest, type Reply } from './handle-request.ts'
import { BodyReader, type HttpRequest, queryOf } from './http-request.ts'
import type { HttpResponse } from './http-response.ts'
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
  const state = createState({ sleep: (ms) => timer(ms, undefined, { ref: false }), ...rest })
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, joinDuplicateHeaders: true }, listenerFor(state))
  const address = await listen(server, port, host)
  return {
    ...emulatorOf(state),
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

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void

function listenerFor(state: State): Listener {
  // The process is somebody's test run: its Request and Response stay its own.
  const control = state.settings.control
    ? getRequestListener(createControl(state).fetch, { overrideGlobalObjects: false })
    : undefined
  const intake = createIntake(state)
  return (incoming, outgoing) => {
    const path = pathOf(incoming.url ?? '/')
    if (path === '/') intake(incoming, outgoing)
    else if (control && path.startsWith(`${CONTROL_PATH}/`)) {
      if (isLocal(incoming.headers.host)) void control(incoming, outgoing)
      else outgoing.writeHead(403, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error: FOREIGN_HOST }))
    } else outgoing.writeHead(404, { 'Content-Type': 'text/plain' }).end(ELSEWHERE)
  }
}

/** A client that takes this server for its proxy sends a whole URL. */
function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0] || '/'
}

const FOREIGN_HOST = 'Send control requests to an IP address, to localhost, or to a name without dots.'

/**
 * Whether a Host can't be the domain of somebody else's page. Such a page may have its domain resolve to this machine (DNS
 * rebinding), and would then be of the same origin as the control routes.
 */
function isLocal(host = ''): boolean {
  const name = host.replace(/:\d*$/, '')
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || /^[\w-]+$/.test(name) || /\.localhost$/i.test(name)
}

interface Waiting {
  time: number
  request: HttpRequest
  outgoing: ServerResponse
}

/**
 * Stamps each request as soon as its last byte was read, and handles it once everything that is ready has been read: a
 * request's time does not depend on how long those before it take.
 */
function createIntake(state: State): Listener {
  let waiting: Waiting[] = []
  const handleAll = (): void => {
    const batch = waiting
    waiting = []
    const replies = batch.map(({ time, request, outgoing }) => ({ reply: replyTo(request, time, state), outgoing }))
    // Sent together: a write wakes the client, and each one that has to be woken costs as much as a request.
    for (const { reply, outgoing } of replies) void send(reply, outgoing)
  }
  return (incoming, outgoing) => {
    const body = new BodyReader()
    incoming.on('data', (chunk: Uint8Array) => body.push(chunk))
    incoming.on('end', () => {
      const time = state.settings.clock()
      if (waiting.length === 0) nodeImmediate(handleAll)
      waiting.push({ time, request: requestOf(incoming, body), outgoing })
    })
  }
}

function requestOf(incoming: IncomingMessage, body: BodyReader): HttpRequest {
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value)
  return {
    method: incoming.method ?? '',
    query: queryOf(incoming.url ?? '/'),
    headers,
    host: headers.host ?? '',
    ...body.read(),
  }
}

/** Handles a request, and shows an error of the user's answers to who calls by a socket. */
function replyTo(request: HttpRequest, time: number, state: State): Reply | Promise<Reply> {
  try {
    const reply = handleRequest(request, time, state)
    return reply instanceof Promise ? reply.catch(failure) : reply
  } catch (error) {
    return failure(error)
  }
}

function failure(error: unknown): HttpResponse {
  const message = error instanceof Error ? error.message : String(error)
  return { status: 500, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${message}\n` }
}

async function send(pending: Reply | Promise<Reply>, outgoing: ServerResponse): Promise<void> {
  const reply = pending instanceof Promise ? await pending : pending
  if (reply === 'hang') return
  if (reply === 'reset') {
    // Not that of the response, which has none while an earlier one on the connection is still to come.
    outgoing.req.socket.resetAndDestroy()
    return
  }
  const headers = { ...reply.headers, 'Content-Length': Buffer.byteLength(reply.body) }
  outgoing.writeHead(reply.status, headers).end(reply.body)
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
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

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
