import { expect, it } from 'vitest'
import { createEmulator } from '../src/index.ts'
import { envelopeOf } from './support/envelope.ts'

const signed = { Action: 'ApplySdkVerificationToken', SecretId: 'a', Nonce: '1', Timestamp: '2', Signature: 'b=' }
const form = new URLSearchParams(signed).toString()
const url = 'https://faceid.tencentcloudapi.com/'

it.each<[string, string, RequestInit]>([
  ['a query', `${url}?${form}`, {}],
  ['a form', url, { method: 'POST', body: form, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
  ['a form sent as another type', url, { method: 'POST', body: form, headers: { 'Content-Type': 'text/plain' } }],
  ['JSON', url, { method: 'POST', body: JSON.stringify(signed), headers: { 'Content-Type': 'application/json' } }],
])('recognises signature v1 in %s, and says how to switch', async (_, target, init) => {
  const { Error: error } = envelopeOf(await (await createEmulator().fetch(target, init)).text())
  expect(error).toEqual({
    Code: 'UnsupportedProtocol',
    Message: expect.stringMatching(
      /^Not supported: signature v1\. .*switch the client to TC3-HMAC-SHA256, such as with/,
    ),
  })
})
