import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator, developmentCredential } from '../src/index.ts'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { callWith, codeOf } from './support/caller.ts'
import { signByHand } from './support/sign.ts'

/** 2026-05-06, noon. */
const START = 1_778_068_800_000

let now = START
let emulator: RunningEmulator
let sockets: Socket[] = []

beforeEach(async () => {
  now = START
  emulator = await startEmulator({ requestsPerSecond: 'unlimited', control: true, clock: () => now })
})

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets = []
  await emulator.close()
})

/** What is sent besides a well-signed POST with a length, or instead of its parts. */
interface Details {
  start?: string
  /** In place of the others where the name is the same, in any case. */
  headers?: readonly string[]
  framing?: readonly string[]
  /** As it is sent after the headers. Default: the parameters. */
  body?: string
}

/** The bytes of one request whose signature is good. */
function bytesOf(extra: string, { start = 'POST / HTTP/1.1', headers = [], framing, body }: Details = {}): string {
  const parameters = JSON.stringify({ Extra: extra })
  const host = `127.0.0.1:${emulator.port}`
  const signed = signByHand({ ...developmentCredential, host, body: parameters, timestamp: START / 1000 })
  const length = framing ?? [`Content-Length: ${parameters.length}`]
  const lines = [...Object.entries(signed).map(([name, value]) => `${name}: ${value}`), ...length, ...headers]
  return `${start}\r\n${lines.join('\r\n')}\r\n\r\n${body ?? parameters}`
}

function chunked(extra: string): string {
  const parameters = JSON.stringify({ Extra: extra })
  const [head, tail] = [parameters.slice(0, 5), parameters.slice(5)]
  const chunks = [head, tail].map((chunk) => `${chunk.length.toString(16)};name=value\r\n${chunk}\r\n`)
  return `${chunks.join('')}0\r\nX-TC-Action: SomethingElse\r\nAuthorization: none\r\n\r\n`
}

async function open(): Promise<Socket> {
  const socket = connect({ port: emulator.port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}

/** Sends it all, and returns what comes until the server closes or so many responses are there. */
async function exchange(bytes: string, responses = 1): Promise<string> {
  const socket = await open()
  socket.write(bytes)
  return answers(socket, responses)
}

async function answers(socket: Socket, responses: number): Promise<string> {
  let received = ''
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    received += chunk
    if (received.split('"RequestId"').length > responses) break
  }
  return received
}

const outcomes = () => emulator.received().map(({ extra, outcome }) => [extra, outcome])

describe('a request that is counted once', () => {
  it.each<[string, Details]>([
    ['HTTP/1.0', { start: 'POST / HTTP/1.0' }],
    ['an absolute target, as a proxy gets it', { start: 'POST http://faceid.tencentcloudapi.com/ HTTP/1.1' }],
    ['Expect: 100-continue', { headers: ['Expect: 100-continue'] }],
    [
      'an offer of HTTP/2',
      { headers: ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk'] },
    ],
    ['chunks with extensions and trailers', { framing: ['Transfer-Encoding: chunked'], body: chunked('ann') }],
    ['a query, which is not signed', { start: 'POST /?a=b HTTP/1.1' }],
  ])('%s', async (_, details) => {
    expect(await exchange(bytesOf('ann', details))).toContain('"SdkToken"')
    expect(outcomes()).toEqual([['ann', 'ok']])
    expect(emulator.report()).toMatchObject({ received: 1, accepted: 1, ok: 1 })
  })

  it('header names in capitals', async () => {
    const [head = '', body] = bytesOf('ann').split('\r\n\r\n')
    const capitals = head.replace(/^[\w-]+(?=: )/gm, (name) => name.toUpperCase())
    expect(await exchange(`${capitals}\r\n\r\n${body}`)).toContain('"SdkToken"')
    expect(outcomes()).toEqual([['ann', 'ok']])
  })

  it('each of many in one packet, in order, answered in order', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `caller ${index}`)
    const received = await exchange(names.map((name) => bytesOf(name)).join(''), 50)
    expect(outcomes()).toEqual(names.map((name) => [name, 'ok']))
    const ids = [...received.matchAll(/"RequestId":"(.*?)"/g)].map(([, id]) => id)
    expect(ids).toEqual(emulator.received().map(({ requestId }) => requestId))
    expect(emulator.report().mostReceivedInAnySecond).toBe(50)
  })

  it('byte by byte', async () => {
    const socket = await open()
    for (const byte of bytesOf('ann')) {
      socket.write(byte)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await answers(socket, 1)
    expect(outcomes()).toEqual([['ann', 'ok']])
  })

  it('where its sender closes its side at once, or resets when all was read', async () => {
    const closing = await open()
    closing.end(bytesOf('ann'))
    expect(await text(closing)).toContain('"SdkToken"')
    const resetting = await open()
    resetting.write(bytesOf('bob'))
    while (emulator.report().received < 2) await new Promise((resolve) => setImmediate(resolve))
    resetting.resetAndDestroy()
    expect(outcomes()).toEqual([
      ['ann', 'ok'],
      ['bob', 'ok'],
    ])
  })

  it('at the time of its last byte, however late that comes', async () => {
    const late = await open()
    const bytes = bytesOf('late')
    late.write(bytes.slice(0, -1))
    now += 5_000
    await exchange(bytesOf('ann'))
    now += 5_000
    late.write(bytes.slice(-1))
    await answers(late, 1)
    expect(emulator.received().map(({ extra, time }) => [extra, time - START])).toEqual([
      ['ann', 5_000],
      ['late', 10_000],
    ])
  })
})

describe('a request that is not counted', () => {
  it.each([
    ['ends in the middle of its headers', () => bytesOf('ann').slice(0, 100)],
    ['ends in the middle of its body', () => bytesOf('ann').slice(0, -1)],
    [
      'ends in the middle of a chunk',
      () => bytesOf('ann', { framing: ['Transfer-Encoding: chunked'], body: '5\r\n{"E' }),
    ],
    ['lacks the last chunk', () => bytesOf('ann', { framing: ['Transfer-Encoding: chunked'], body: '2\r\n{}\r\n' })],
    ['has two lengths', () => bytesOf('ann', { headers: ['Content-Length: 5'] })],
    ['has a length and chunks', () => bytesOf('ann', { headers: ['Transfer-Encoding: chunked'] })],
    ['has no Host', () => bytesOf('ann').replace(/^host: .*\r\n/m, '')],
    ['is no HTTP', () => 'hello\r\n\r\n'],
  ])('it %s', async (_, bytes) => {
    for (const end of ['close', 'reset']) {
      const socket = await open()
      socket.write(bytes())
      // A whole exchange later, what was written before has been read.
      await exchange(bytesOf('witness'))
      if (end === 'close') socket.end()
      else socket.resetAndDestroy()
      if (!socket.destroyed) await text(socket)
      expect(await exchange(bytesOf('witness'))).toContain('"SdkToken"')
    }
    expect(new Set(emulator.received().map(({ extra }) => extra))).toEqual(new Set(['witness']))
    expect(emulator.report().received).toBe(4)
  })

  it('is aborted in this process before its body has come', async () => {
    const { fetch, received } = createEmulator()
    const giveUp = new AbortController()
    let finish = (): void => {}
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('{'))
        finish = () => {
          controller.enqueue(new TextEncoder().encode('}'))
          controller.close()
        }
      },
    })
    const headers = signByHand({ ...developmentCredential, host: 'faceid.tencentcloudapi.com', body: '{}' })
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
      signal: giveUp.signal,
    }
    const call = fetch('https://faceid.tencentcloudapi.com/', init)
    giveUp.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
    finish()
    await callWith(fetch, { Extra: 'later' })
    expect(received().map(({ extra }) => extra)).toEqual(['later'])
  })
})

describe('what is refused', () => {
  it.each([
    ['HEAD', 'HEAD / HTTP/1.1', 'UnsupportedProtocol'],
    ['PUT', 'PUT / HTTP/1.1', 'UnsupportedProtocol'],
  ])('%s: received, and not accepted', async (_, start, code) => {
    const socket = await open()
    socket.end(bytesOf('ann', { start, headers: ['Connection: close'] }))
    await text(socket)
    expect(emulator.received()).toMatchObject([{ outcome: code, accepted: false }])
  })

  it.each([
    ['Authorization', 'AuthFailure.InvalidAuthorization'],
    ['X-TC-Action', 'InvalidAction'],
    ['X-TC-Timestamp', 'InvalidParameter'],
    ['Host', 'AuthFailure.SignatureFailure'],
  ])('a second %s: %s, on a socket as in this process', async (name, code) => {
    const value = name === 'Host' ? 'faceid.tencentcloudapi.com' : 'another'
    expect(await exchange(bytesOf('ann', { headers: [`${name}: ${value}`] }))).toContain(`"Code":"${code}"`)
    expect(emulator.report()).toMatchObject({ received: 1, accepted: 0 })
  })
})

describe('connections that break', () => {
  it('by a fault, also behind a response that is still to come', async () => {
    emulator.faults.add({ match: { extra: 'slow' }, delayAfter: { ms: 600_000 } })
    emulator.faults.add({ match: { extra: 'reset' }, fault: { kind: 'reset', when: 'after' } })
    const socket = await open()
    socket.write(bytesOf('slow') + bytesOf('reset'))
    await expect(once(socket, 'close').then(() => text(socket))).rejects.toThrow()
    expect(outcomes()).toEqual([
      ['slow', 'ok'],
      ['reset', 'ok'],
    ])
  })

  it('while somebody reads the report: nothing is counted twice or lost', async () => {
    for (let round = 0; round < 20; round++) {
      const reader = await open()
      reader.write(`GET /__emulator/${round % 2 ? 'report' : 'requests'} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
      const caller = await open()
      caller.write(bytesOf(`caller ${round}`) + bytesOf('half').slice(0, -5))
      reader.resetAndDestroy()
      await answers(caller, 1)
      caller.resetAndDestroy()
    }
    expect(await codeOf(fetch, { Extra: 'last' }, { url: emulator.url, timestamp: START / 1000 })).toBe('ok')
    expect(emulator.report()).toMatchObject({ received: 21, accepted: 21, ok: 21 })
    expect(emulator.report().callers).toHaveLength(21)
  })
})
