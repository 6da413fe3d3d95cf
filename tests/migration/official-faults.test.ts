import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { developmentCredential } from '@tc3-edge/emulator'
import { type RunningEmulator, type ServerOptions, startEmulator } from '@tc3-edge/emulator/node'
import { createFaceidClient, type FaceidClientOptions, TencentError } from '@tc3-edge/faceid'
import { afterEach, describe, expect, it } from 'vitest'
import { Client as OfficialClient } from './support/product-client.ts'

const region = 'ap-singapore'
const running: (() => unknown)[] = []

afterEach(async () => {
  for (const close of running.splice(0)) await close()
})

describe('faults of the official SDK that this client does not have', () => {
  it('no retries', async () => {
    const emulator = await emulated()
    emulator.faults.add({ fault: { kind: 'error', code: 'InternalError' } })
    expect(await failure(official(emulator.url))).toMatchObject({ code: 'InternalError' })
    emulator.faults.add({ fault: { kind: 'error', code: 'RequestLimitExceeded' } })
    expect(await ours(emulator.url)).toHaveProperty('SdkToken')
  })

  it('the signed host lacks a custom port', async () => {
    const { url } = await emulated({ sdkEndpoints: false })
    expect(await failure(official(url))).toMatchObject({ code: 'AuthFailure.SignatureFailure' })
    expect(await ours(url)).toHaveProperty('SdkToken')
  })

  it('a custom endpoint changes the credential scope', async () => {
    const { url, requests } = await recording()
    await failure(official(url))
    await failure(ours(url))
    expect(
      requests.map(({ authorization }) => /Credential=[^/]+\/[^/]+\/([^/]+)/.exec(`${authorization}`)?.[1]),
    ).toEqual([new URL(url).host, 'faceid'].map((service) => service.split('.')[0]))
  })

  it('a missing secret key is signed with all the same, and sent', async () => {
    const { url, received } = await emulated()
    const credential = { secretId: developmentCredential.secretId }
    const client = new OfficialClient({ ...configOf(url), credential: Object(credential) })
    expect(await failure(client.ApplySdkVerificationToken({}))).toMatchObject({ code: 'AuthFailure.SignatureFailure' })
    expect(received()).toHaveLength(1)
    expect(() => ourClient(url, { credentials: Object(credential) })).toThrow('credentials.secretKey must be')
    expect(received()).toHaveLength(1)
  })

  it('a missing region is found out by the service', async () => {
    const { url, received } = await emulated()
    const { credential, profile } = configOf(url)
    const client = new OfficialClient({ credential, profile })
    expect(await failure(client.ApplySdkVerificationToken({}))).toMatchObject({ code: 'MissingParameter' })
    expect(() => createFaceidClient(Object({ credentials: developmentCredential }))).toThrow('region should be')
    expect(received()).toHaveLength(1)
  })

  it('bodies of answers other than 200 are thrown away', async () => {
    const envelope = '{"Response": {"Error": {"Code": "InternalError", "Message": "sorry"}, "RequestId": "r"}}'
    const { url } = await recording(500, envelope)
    expect(Object(await failure(official(url))).code).toBeUndefined()
    expect(await failure(ours(url))).toMatchObject({ code: 'InternalError', requestId: 'r', status: 500 })

    const emulator = await emulated()
    emulator.faults.add({ next: 2, fault: { kind: 'html', status: 502 } })
    expect(JSON.stringify(await failure(official(emulator.url)))).not.toContain('<html>')
    expect(await failure(ours(emulator.url))).toMatchObject({
      status: 502,
      bodyExcerpt: expect.stringContaining('<html>'),
    })
  })

  it('HTML with status 200 is a raw parse error', async () => {
    const { url } = await recording(200, '<html>Welcome</html>')
    expect(await failure(official(url))).toMatchObject({ name: 'FetchError', type: 'invalid-json' })
    expect(await failure(ours(url))).toMatchObject({
      code: 'Client.InvalidResponse',
      bodyExcerpt: '<html>Welcome</html>',
    })
  })

  it('JSON without Response is a TypeError', async () => {
    const { url } = await recording(200, '{"ok": true}')
    expect(await failure(official(url))).toBeInstanceOf(TypeError)
    expect(await failure(ours(url))).toMatchObject({ code: 'Client.InvalidResponse', bodyExcerpt: '{"ok": true}' })
  })

  it('a timeout, a reset and an abort can’t be told apart, and have no cause', async () => {
    const emulator = await emulated()
    const fates = async (call: (timeout: number, signal: AbortSignal) => Promise<unknown>) => {
      const controller = new AbortController()
      emulator.faults.add({ fault: { kind: 'reset', when: 'after' } })
      const reset = await failure(call(30_000, controller.signal))
      emulator.faults.add({ next: 2, fault: { kind: 'hang', when: 'after' } })
      const timeout = await failure(call(50, controller.signal))
      const aborted = failure(call(30_000, controller.signal))
      controller.abort(new Error('enough'))
      const errors = [reset, timeout, await aborted].map((error) => Object(error))
      emulator.faults.clear()
      return { codes: errors.map(({ code }) => code), causes: errors.map(({ cause }) => cause) }
    }

    const theirs = await fates((timeout, signal) => {
      const client = new OfficialClient(configOf(emulator.url, { reqTimeout: timeout / 1000 }))
      return client.request('ApplySdkVerificationToken', {}, { signal })
    })
    expect(theirs).toEqual({ codes: [undefined, undefined, undefined], causes: [undefined, undefined, undefined] })

    const own = await fates((timeout, signal) =>
      ourClient(emulator.url).ApplySdkVerificationToken({}, { timeout, signal }),
    )
    expect(own.codes).toEqual(['Client.NetworkError', 'Client.Timeout', 'Client.Aborted'])
    expect(own.causes).toMatchObject([{ code: 'ECONNRESET' }, { name: 'TimeoutError' }, { message: 'enough' }])
  })

  // Theirs asks a metadata service that only a virtual machine of Tencent Cloud has.
  it('a failed credential refresh is cached for ever', async () => {
    const { url } = await emulated()
    let asked = 0
    const credentials = async () => {
      if (++asked === 1) throw new Error('not now')
      return developmentCredential
    }
    const client = ourClient(url, { credentials })
    expect(await failure(client.ApplySdkVerificationToken())).toMatchObject({ code: 'Client.SigningError' })
    expect(await client.ApplySdkVerificationToken()).toHaveProperty('SdkToken')
  })

  // Theirs leaves timeouts to a library, which Bun and workerd replace by their own fetch.
  it('a timeout is ignored where fetch does not know it', async () => {
    const { url } = await emulated()
    const client = ourClient(url, { timeout: 20, fetch: () => new Promise(() => undefined) })
    expect(await failure(client.ApplySdkVerificationToken())).toMatchObject({ code: 'Client.Timeout' })
  })
})

async function emulated(options: ServerOptions = {}): Promise<RunningEmulator> {
  const emulator = await startEmulator(options)
  running.push(emulator.close)
  return emulator
}

/** A server that keeps the headers it gets and always answers the same. */
async function recording(status = 200, body = '{}') {
  const requests: IncomingHttpHeaders[] = []
  const server: Server = createServer((request, response) => {
    requests.push(request.headers)
    request.resume().on('end', () => response.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { url: `http://127.0.0.1:${address.port}`, requests }
}

function configOf(url: string, httpProfile: object = {}) {
  const { secretId, secretKey } = developmentCredential
  const profile = { httpProfile: { protocol: 'http://', endpoint: new URL(url).host, ...httpProfile } }
  return { credential: { secretId, secretKey }, region, profile }
}

function official(url: string): Promise<unknown> {
  return new OfficialClient(configOf(url)).ApplySdkVerificationToken({})
}

function ourClient(url: string, options: Partial<FaceidClientOptions> = {}) {
  return createFaceidClient({ credentials: developmentCredential, region, endpoint: url, ...options })
}

function ours(url: string): Promise<unknown> {
  return ourClient(url).ApplySdkVerificationToken()
}

async function failure(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => expect.fail('The call should have failed'),
    (reason: unknown) => reason,
  )
  if (error instanceof TencentError)
    expect(error.cause === undefined).toBe(!/Network|Timeout|Abort|Sign/.test(error.name))
  return error
}
