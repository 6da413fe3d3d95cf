import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { developmentCredential } from '../src/index.ts'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { sendBytes } from './support/send-bytes.ts'
import { signByHand } from './support/sign.ts'

let emulator: RunningEmulator

beforeAll(async () => {
  emulator = await startEmulator({ sdkEndpoints: false })
})

afterAll(() => emulator.close())

/**
 * The bytes that `requests` sends for tencentcloud-sdk-python 3.0 with `HttpProfile(protocol="http", endpoint=host)`: its
 * own headers first, then those of the SDK in the order in which it sets them.
 */
function requestOfPythonSdk(method: 'GET' | 'POST', target: string, data: string, unsigned = false): string {
  const host = `127.0.0.1:${emulator.port}`
  const [query, body] = method === 'GET' ? [data, ''] : ['', data]
  const payload: Record<string, string> = unsigned ? { 'x-tc-content-sha256': 'UNSIGNED-PAYLOAD' } : {}
  const signed = signByHand({ ...developmentCredential, host, method, query, body, headers: payload })
  return [
    `${method} ${target}${query && `?${query}`} HTTP/1.1`,
    'User-Agent: python-requests/2.32.5',
    'Accept-Encoding: gzip, deflate, br, zstd',
    'Accept: */*',
    'Connection: keep-alive',
    `Content-Type: ${signed['content-type']}`,
    `Host: ${host}`,
    'X-TC-Action: ApplySdkVerificationToken',
    'X-TC-RequestClient: SDK_PYTHON_3.0.1474',
    `X-TC-Timestamp: ${signed['x-tc-timestamp']}`,
    'X-TC-Version: 2018-03-01',
    ...(unsigned ? ['X-TC-Content-SHA256: UNSIGNED-PAYLOAD'] : []),
    'X-TC-Region: ap-singapore',
    'X-TC-Language: en-US',
    `Authorization: ${signed.authorization}`,
    ...(method === 'POST' ? [`Content-Length: ${body.length}`] : []),
    '',
    body,
  ].join('\r\n')
}

/** As `json.dumps` writes it: spaces after commas and colons, and nothing but ASCII. */
const json =
  '{"CheckMode": 1, "Extra": "\\u738b it\'s ~", "SelectedWarningCodes": [-9101, -9901], "SkipLaunchPage": true}'

/** As `urlencode` writes it. */
const query =
  'CheckMode=1&Extra=%E7%8E%8B+it%27s+~&SelectedWarningCodes.0=-9101&SelectedWarningCodes.1=-9901&SkipLaunchPage=True'

describe("the Python SDK's requests, byte by byte", () => {
  it.each([
    ['a POST', () => requestOfPythonSdk('POST', '/', json)],
    ['a POST with unsignedPayload', () => requestOfPythonSdk('POST', '/', json, true)],
    ['a GET', () => requestOfPythonSdk('GET', '/', query)],
    ['a POST by HTTP_PROXY', () => requestOfPythonSdk('POST', `http://127.0.0.1:${emulator.port}/`, json)],
    ['a GET by HTTP_PROXY', () => requestOfPythonSdk('GET', `http://127.0.0.1:${emulator.port}/`, query)],
  ])('%s', async (_, bytes) => {
    // The SDK looks for an error where the content type is exactly this one, and nowhere else.
    expect(await sendBytes(emulator.port, bytes())).toMatch(
      /^HTTP\/1.1 200 OK\r\nContent-Type: application\/json\r\n[\s\S]*"SdkToken":/,
    )
    expect(emulator.received().at(-1)).toMatchObject({
      outcome: 'ok',
      parameters: { CheckMode: 1, Extra: "王 it's ~", SelectedWarningCodes: [-9101, -9901], SkipLaunchPage: true },
    })
  })
})
