import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { startDevelopmentIssuer } from '../dev/issuer.ts'
import { startEndpoint } from './running-endpoint.ts'

const IN_FLIGHT = 100

/** Each way in which the key set of an issuer can fail, and the words of the log for it. */
const failures: Readonly<Record<string, readonly [answer: (response: ServerResponse) => unknown, cause: string]>> = {
  html: [(response) => response.end('<html>'), 'not-json'],
  empty: [(response) => response.end(), 'not-json'],
  slow: [() => undefined, 'timeout'],
  error: [(response) => response.writeHead(500).end(), 'status-500'],
  redirect: [(response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(), 'status-302'],
  huge: [(response) => response.end(`{"keys":[${' '.repeat(4 * 1024 * 1024)}]}`), 'too-large'],
  wrong: [(response) => response.end('{"keys":"none"}'), 'not-a-jwks'],
  reset: [(response) => response.socket?.resetAndDestroy(), 'unreachable'],
}

it(`key sets that fail in ${Object.keys(failures).length} ways, ${IN_FLIGHT} requests each at once: 503, few fetches`, async () => {
  const signer = await startDevelopmentIssuer()
  const fetches: Record<string, number> = {}
  const answer: RequestListener = (request, response) => {
    const name = request.url?.slice(1) ?? ''
    fetches[name] = (fetches[name] ?? 0) + 1
    failures[name]?.[0](response)
  }
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${Object(server.address()).port}`
  const issuers = Object.keys(failures).map((name) => [name, { jwksUrl: `${url}/${name}`, audience: signer.audience }])
  await using endpoint = await startEndpoint({ ISSUERS: JSON.stringify(Object.fromEntries(issuers)) })
  for (const [name, [, cause]] of Object.entries(failures)) {
    const headers = { Authorization: `Bearer ${await signer.jwtFor('u', { iss: name })}` }
    const before = endpoint.lines.length
    const answers = await Promise.all(Array.from({ length: IN_FLIGHT }, () => endpoint.post({}, { headers })))
    expect(new Set(answers.map(({ status }) => status)), name).toStrictEqual(new Set([503]))
    // A busy machine may take longer than the two seconds after which the issuer is asked once more.
    expect(fetches[name], name).toBeLessThanOrEqual(3)
    await expect.poll(() => endpoint.lines.slice(before).join()).toContain(`IssuerFailure ${cause}`)
  }
  console.log('Fetches by failure:', fetches)
  expect(endpoint.emulator.received()).toStrictEqual([])
  server.closeAllConnections()
  server.close()
  await signer.close()
})
