import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { developmentCredential } from '../src/index.ts'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { sendBytes } from './support/send-bytes.ts'

/** What acme.sh needs of dnspod to find the zone of a domain. */
const dnspod = {
  openapi: '3.1.0',
  servers: [{ url: 'https://dnspod.tencentcloudapi.com' }],
  paths: {
    '/#X-TC-Action=DescribeRecordList': {
      post: {
        parameters: [{ name: 'X-TC-Version', in: 'header', required: true, schema: { const: '2021-03-23' } }],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['Domain'],
                properties: { Domain: { type: 'string' }, Limit: { type: 'integer' } },
              },
            },
          },
        },
        responses: {
          '200': {
            content: {
              'application/json': {
                schema: { properties: { Response: { type: 'object', properties: { TotalCount: { default: 3 } } } } },
              },
            },
          },
        },
      },
    },
  },
}

let emulator: RunningEmulator

beforeAll(async () => {
  emulator = await startEmulator({ spec: dnspod, sdkEndpoints: false })
})

afterAll(() => emulator.close())

/** The bytes that curl sends for acme.sh 3.1: `Content-Type` from `_post` and again from `_H1`. */
function requestOfAcmeSh(body: string): string {
  const timestamp = Math.floor(Date.now() / 1000)
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const hash = (data: string) => createHash('sha256').update(data).digest('hex')
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()
  const signedHeaders = 'content-type;host;x-tc-action'
  const canonicalHeaders =
    'content-type:application/json\nhost:dnspod.tencentcloudapi.com\nx-tc-action:describerecordlist\n'
  const canonical = `POST\n/\n\n${canonicalHeaders}\n${signedHeaders}\n${hash(body)}`
  const scope = `${date}/dnspod/tc3_request`
  const key = hmac(hmac(hmac(`TC3${developmentCredential.secretKey}`, date), 'dnspod'), 'tc3_request')
  const signature = hmac(key, `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${hash(canonical)}`).toString('hex')
  const credential = `Credential=${developmentCredential.secretId}/${scope}`
  return [
    'POST / HTTP/1.1',
    'Host: dnspod.tencentcloudapi.com',
    'User-Agent: acme.sh/3.1.1 (https://github.com/acmesh-official/acme.sh)',
    'Accept: */*',
    'Content-Type: application/json',
    'Content-Type: application/json',
    `Authorization: TC3-HMAC-SHA256 ${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
    'X-TC-Version: 2021-03-23',
    `X-TC-Timestamp: ${timestamp}`,
    'X-TC-Action: DescribeRecordList',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}

it("accepts acme.sh's request, byte by byte, with its two content types", async () => {
  expect(await sendBytes(emulator.port, requestOfAcmeSh('{"Domain":"example.com","Limit":3000}'))).toMatch(
    /^HTTP\/1.1 200 OK[\s\S]*\{"Response":\{"TotalCount":3,"RequestId":"[0-9a-f-]{36}"\}\}$/,
  )
  expect(emulator.received()).toMatchObject([
    { service: 'dnspod', outcome: 'ok', parameters: { Domain: 'example.com' } },
  ])
})
