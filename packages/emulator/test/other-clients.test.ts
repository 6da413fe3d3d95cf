import { sign } from '@cloudbase/signature-nodejs'
import { Capi } from '@tencent-sdk/capi'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { developmentCredential } from '../src/index.ts'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { rawRequest } from './support/raw-request.ts'

const { secretId, secretKey } = developmentCredential

let emulator: RunningEmulator

beforeAll(async () => {
  emulator = await startEmulator({ sdkEndpoints: false })
})

afterAll(() => emulator.close())

function capi() {
  const host = new URL(emulator.url).host
  const where = { serviceType: 'faceid', version: '2018-03-01', region: 'ap-singapore', protocol: 'http', host }
  return new Capi({ ...where, secretId, secretKey })
}

it('@tencent-sdk/capi signs with v3', async () => {
  const answer = await capi().request({ action: 'ApplySdkVerificationToken', Extra: 'ann' }, undefined, true)
  expect(answer).toMatchObject({ Response: { SdkToken: expect.any(String) } })
  expect(emulator.received().at(-1)).toMatchObject({ outcome: 'ok', parameters: { Extra: 'ann' } })
})

it('@tencent-sdk/capi signs with v1 unless told otherwise, and learns how to switch', async () => {
  const answer = await capi().request({ action: 'ApplySdkVerificationToken', Extra: 'ann' })
  const Message = expect.stringContaining('switch the client to TC3-HMAC-SHA256')
  expect(answer).toMatchObject({ Response: { Error: { Code: 'UnsupportedProtocol', Message } } })
})

it('@cloudbase/signature-nodejs signs every header of a call', async () => {
  const parameters = { CheckMode: 1, Extra: '王 Ann' }
  const timestamp = Math.floor(Date.now() / 1000)
  const request = { method: 'POST', url: `${emulator.url}/`, params: parameters, timestamp, service: 'faceid' }
  const headers = {
    Host: new URL(emulator.url).host,
    'Content-Type': 'application/json',
    'X-TC-Action': 'ApplySdkVerificationToken',
    'X-TC-Version': '2018-03-01',
    'X-TC-Region': 'ap-singapore',
    'X-TC-Timestamp': String(timestamp),
  }
  const { authorization } = sign({ secretId, secretKey, ...request, headers, isCloudApi: true })
  expect(authorization).toContain('SignedHeaders=content-type;host;x-tc-action;x-tc-region;x-tc-timestamp;x-tc-version')
  const body = JSON.stringify(parameters)
  await rawRequest({ url: emulator.url, headers: { ...headers, Authorization: authorization }, body })
  expect(emulator.received().at(-1)).toMatchObject({ outcome: 'ok', parameters })
})
