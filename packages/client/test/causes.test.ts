import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NetworkError } from '../src/index.ts'
import { answering, clientOf, failure } from './support/client.ts'

const credentials = { secretId: 'AKIDvisible', secretKey: 'verySecretKEY', token: 'sessionTokenSECRET' }
const photo = 'cGhvdG8gb2YgYSBmYWNl'
const parameters = { CheckMode: 2, CompareImage: photo }
const secret = /verySecretKEY|sessionTokenSECRET|cGhvdG8|Signature=[0-9a-f]/

const open: { close: () => unknown }[] = []
let certificate: { key: Buffer; cert: Buffer }

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
  const subject = ['-days', '1', '-subj', '/CN=elsewhere.test']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject], { stdio: 'ignore' })
  certificate = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) }
  rmSync(folder, { recursive: true })
})
afterAll(() => {
  for (const server of open) server.close()
})

async function listening(server: Server): Promise<string> {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : ''
}

/** A server that answers every request with bytes made of it. */
function raw(answer: (request: string) => string): Promise<string> {
  return listening(
    createServer((socket: Socket) => {
      let received = ''
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => {
        received += chunk
        if (received.includes(photo)) socket.end(answer(received))
      })
    }),
  )
}

function failureAt(endpoint: string) {
  const { apply } = clientOf({ endpoint, service: 'faceid', credentials, maxRetries: 0 })
  return failure(apply(parameters))
}

describe('what a server echoes into fetch’s own errors never reaches the caller', () => {
  it.each<[what: string, answer: (request: string) => string]>([
    ['as a chunk of size ZZ', (request) => `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n${request}\r\n`],
    ['behind a negative Content-Length', (request) => `HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n${request}`],
    ['in place of HTTP', (request) => request],
    ['as a header', (request) => `HTTP/1.1 200 OK\r\n${request}`],
  ])('%s', async (_, answer) => {
    const error = await failureAt(`http://${await raw(answer)}`)
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ outcome: 'unknown', cause: { name: 'TypeError' } })
    expect(inspect(error, { showHidden: true, depth: 20 }) + JSON.stringify(error)).not.toMatch(secret)
  })

  it('and what an error holds beside its message is not passed on', async () => {
    const request = { headers: { authorization: 'Signature=0123' }, body: photo }
    const thrown = Object.assign(new TypeError(`fetch failed: ${photo}`), { request, code: photo, name: `A ${photo}` })
    const error = await failure(answering(() => Promise.reject(thrown), { credentials }).apply(parameters))
    expect(inspect(error, { showHidden: true, depth: 20 })).not.toMatch(secret)
    expect(error.cause).toMatchObject({ name: 'Error', message: 'fetch failed: [redacted]' })
  })

  it.each([
    ['a text', 'no', 'no'],
    ['nothing', undefined, ''],
    ['an object without a message', { photo }, ''],
  ])('also where %s is thrown', async (_, thrown, message) => {
    const error = await failure(answering(() => Promise.reject(thrown)).apply(parameters))
    expect(error).toMatchObject({ code: 'Client.NetworkError', cause: { name: 'Error', message } })
  })

  it('and neither what a credentials provider throws', async () => {
    const thrown = Object.assign(new Error('X-TC-Token: sessionTokenSECRET'), { response: 'verySecretKEY', code: 'E1' })
    const error = await failure(
      answering(() => Response.error(), { credentials: () => Promise.reject(thrown) }).apply(),
    )
    expect(error).toMatchObject({ code: 'Client.SigningError', outcome: 'not-sent', cause: { code: 'E1' } })
    expect(inspect(error, { showHidden: true, depth: 20 })).not.toMatch(secret)
  })
})

describe('proof that nothing was sent counts as such', () => {
  it('a certificate that is not trusted', async () => {
    const error = await failureAt(`https://${await listening(createHttpsServer(certificate))}`)
    expect(error).toMatchObject({ outcome: 'not-sent', cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } })
  })

  it.each([
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('%s', async (code) => {
    const thrown = new TypeError('fetch failed', { cause: Object.assign(new Error(''), { code }) })
    const error = await failure(answering(() => Promise.reject(thrown)).apply())
    expect(error).toMatchObject({ outcome: 'not-sent', cause: { code } })
  })

  it('a version of TLS that nobody should speak', async () => {
    const old = { ...certificate, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    expect(await failureAt(`https://${await listening(createHttpsServer(old))}`)).toMatchObject({ outcome: 'not-sent' })
  })

  it('a server that does not speak TLS', async () => {
    expect(await failureAt(`https://${await listening(createHttpServer())}`)).toMatchObject({ outcome: 'not-sent' })
  })

  it('a connection that ends before TLS', async () => {
    const server = createServer((socket) => socket.destroy())
    expect(await failureAt(`https://${await listening(server)}`)).toMatchObject({ outcome: 'not-sent' })
  })

  it('a port that fetch refuses', async () => {
    expect(await failureAt('http://127.0.0.1:6000')).toMatchObject({ outcome: 'not-sent' })
  })

  it('arguments that fetch refuses', async () => {
    const fetch = async (url: string, init: RequestInit) => globalThis.fetch(url, { ...init, method: 'CONNECT' })
    const { apply } = clientOf({ fetch, maxRetries: 0 })
    expect(await failure(apply())).toMatchObject({ outcome: 'unknown', cause: { name: 'TypeError' } })
    const odd = clientOf({
      fetch: async (url, init) => globalThis.fetch(url, Object.assign(init, { mode: 'navigate' })),
    })
    expect(await failure(odd.apply())).toMatchObject({ outcome: 'not-sent', cause: { name: 'TypeError' } })
  })

  it('but not a connection that is lost in the middle of the response', async () => {
    const endpoint = await raw(() => 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"Resp')
    expect(await failureAt(`http://${endpoint}`)).toMatchObject({ outcome: 'unknown', code: 'Client.NetworkError' })
  })
})
