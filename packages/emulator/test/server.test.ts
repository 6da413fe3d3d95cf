import { once } from 'node:events'
import { Agent } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { developmentCredential } from '../src/index.ts'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { callWith, codeOf } from './support/caller.ts'
import { envelopeOf } from './support/envelope.ts'
import { rawRequest } from './support/raw-request.ts'
import { signByHand } from './support/sign.ts'

/** Before any test has started an emulator. */
const atFirst = { Request: globalThis.Request, Response: globalThis.Response }

describe('an emulator on a socket', () => {
  it('listens on this machine only, on any free port unless told', async () => {
    const emulator = await startEmulator()
    expect(emulator.url).toBe(`http://127.0.0.1:${emulator.port}`)
    await expect(startEmulator({ port: emulator.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await emulator.close()
  })

  it('leaves the globals of its process as they are', async () => {
    const emulator = await startEmulator()
    expect(await codeOf(fetch, {}, { url: emulator.url })).toBe('ok')
    expect(globalThis.Request).toBe(atFirst.Request)
    expect(globalThis.Response).toBe(atFirst.Response)
    await emulator.close()
  })

  it.each([
    [{ port: 65536 }, 'port is a whole number from 0 to 65535.'],
    [{ port: '9320' }, 'port is a whole number from 0 to 65535.'],
    [{ host: '' }, 'host is a string that is not empty, such as "127.0.0.1".'],
    [{ prot: 9320 }, 'There is no option prot; there is: port, host, credentials,'],
    [null, 'The options are an object with any of: port, host, credentials,'],
  ])('refuses wrong options by name, from JavaScript too: %j', async (options, message) => {
    const started: Promise<RunningEmulator> = Reflect.apply(startEmulator, undefined, [options])
    await expect(started).rejects.toThrow(TypeError)
    await expect(started).rejects.toThrow(message)
  })

  it.each([
    ['127.0.0.1:9320', true],
    ['[::1]:9320', true],
    ['localhost', true],
    ['emulator:9320', true],
    ['api.localhost:9320', true],
    ['rebound.example:9320', false],
    ['127.0.0.1.example', false],
    ['localhost.', false],
  ])('a page whose domain resolves to this machine reads and orders nothing: Host %s', async (host, isAnswered) => {
    const emulator = await startEmulator({ control: true })
    const path = '/__emulator/requests'
    const answer = JSON.parse(await rawRequest({ url: emulator.url, path, method: 'GET', headers: { Host: host } }))
    expect(Object.keys(answer)).toStrictEqual(isAnswered ? ['dropped', 'requests'] : ['error'])
    await emulator.close()
  })

  it('counts exactly: of 25 calls at once, 20 get a token', async () => {
    const now = Date.now()
    const emulator = await startEmulator({ clock: () => now })
    const codes = await Promise.all(Array.from({ length: 25 }, () => codeOf(fetch, {}, { url: emulator.url })))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(20)
    expect(emulator.report()).toMatchObject({ received: 25, mostReceivedInAnySecond: 25, ok: 20, throttled: 5 })
    await emulator.close()
  })

  it('keeps times in fractions of a millisecond, in order', async () => {
    const emulator = await startEmulator()
    await Promise.all(Array.from({ length: 50 }, () => codeOf(fetch, {}, { url: emulator.url })))
    const times = emulator.received().map(({ time }) => time)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.some((time) => !Number.isInteger(time))).toBe(true)
    await emulator.close()
  })

  it('closes without leaving a socket, whatever hangs or idles on it', async () => {
    const emulator = await startEmulator()
    emulator.faults.add({ fault: { kind: 'hang' } })
    const hanging = callWith(fetch, {}, { url: emulator.url })
    const idle = connect(emulator.port, '127.0.0.1')
    await once(idle, 'connect')
    while (emulator.received().length === 0) await new Promise((resolve) => setImmediate(resolve))
    const closed = once(idle, 'close')
    await emulator.close()
    await expect(hanging).rejects.toThrow('fetch failed')
    await closed
    await expect(fetch(emulator.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
  })

  it('verifies the query exactly as it was sent', async () => {
    const emulator = await startEmulator()
    const query = "Extra=it's%20%7e[1]|x"
    const host = `127.0.0.1:${emulator.port}`
    const headers = signByHand({ ...developmentCredential, host, method: 'GET', query })
    const text = await rawRequest({ url: emulator.url, path: `/?${query}`, method: 'GET', headers })
    expect(envelopeOf(text).Error).toBeUndefined()
    expect(emulator.received()).toMatchObject([{ extra: "it's ~[1]|x" }])
    await emulator.close()
  })

  it('lives on after a client that goes away in the middle of a body', async () => {
    const emulator = await startEmulator()
    const socket = connect(emulator.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"Ch')
    socket.resetAndDestroy()
    await once(socket, 'close')
    expect(await codeOf(fetch, {}, { url: emulator.url })).toBe('ok')
    expect(emulator.received()).toHaveLength(1)
    await emulator.close()
  })

  it('uses one connection for many calls, refused ones and large ones among them', async () => {
    const emulator = await startEmulator({ requestsPerSecond: 1000 })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const host = `127.0.0.1:${emulator.port}`
    for (const [extra, code] of [
      ['a', undefined],
      ['x'.repeat(11 * 1024 * 1024), 'RequestSizeLimitExceeded'],
      ['b', undefined],
    ]) {
      const body = JSON.stringify({ Extra: extra })
      const headers = signByHand({ ...developmentCredential, host, body })
      const text = await rawRequest({
        url: emulator.url,
        headers: { ...headers, 'content-length': String(body.length) },
        body,
        agent,
      })
      expect(envelopeOf(text).Error?.Code).toBe(code)
    }
    agent.destroy()
    await emulator.close()
  })
})
