import type { paths } from '@tc3-edge/faceid'
import createClient from 'openapi-fetch'
import { equal, matches, ok } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Context, Test } from '../suite.ts'

const path = '/#X-TC-Action=ApplySdkVerificationToken'

/** A client without generated code. */
function tencentOf({ client, endpoint, temporary: credentials }: Context, options: object = {}) {
  const api = { endpoint, credentials, version: '2018-03-01', service: 'faceid', region: 'ap-singapore' } as const
  return client.createTencentClient<paths>({ ...api, ...options })
}

export const tencent: readonly Test[] = [
  {
    name: 'a client of any service returns data without its envelope, or the error of the service',
    run: async (context) => {
      await freshEmulator(context)
      const { data, response } = await tencentOf(context).POST(path, { body: { CheckMode: 1 } })
      matches(data?.SdkToken, /./, 'SdkToken')
      equal(response.status, 200)
      equal(Object.keys(Object(await response.json())), ['Response'])
      const refused = await tencentOf(context).POST(path, { body: { CheckMode: 2 } })
      ok(refused.error instanceof context.client.ServiceError, `${refused.error}`)
      equal(refused.error.code, 'MissingParameter')
    },
  },
  {
    name: 'middleware runs once around all attempts, reads request and response, and adds a header',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      await emulator.order({ next: 1, fault: { kind: 'error', code: 'RequestLimitExceeded' } })
      const seen: unknown[] = []
      const tencent = tencentOf(context)
      tencent.use({
        onRequest: async ({ request }) => {
          seen.push(await request.text(), await request.clone().text())
          request.headers.set('x-trace', 'abc')
        },
        onResponse: async ({ response }) => {
          seen.push(Object.keys(Object(await response.clone().json())), (await response.text()).length > 0)
        },
      })
      await tencent.call('ApplySdkVerificationToken', { Extra: 'é' })
      equal(seen, ['{"Extra":"é"}', '{"Extra":"é"}', ['Response'], true])
      equal(
        (await emulator.arrivals()).map(({ outcome }) => outcome),
        ['RequestLimitExceeded', 'ok'],
      )
    },
  },
  {
    name: 'middleware may return a request of its own, which keeps the body of the call',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const tencent = tencentOf(context)
      tencent.use({ onRequest: ({ request }) => new Request(request, { headers: { 'x-tc-region': 'ap-jakarta' } }) })
      await tencent.call('ApplySdkVerificationToken', { Extra: 'kept' })
      const [received] = await emulator.arrivals()
      equal([received?.extra, received?.region], ['kept', 'ap-jakarta'])
    },
  },
  {
    name: 'middleware may answer by itself, and nothing is sent',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const tencent = tencentOf(context)
      tencent.use({ onRequest: () => Response.json({ Response: { SdkToken: 'mock', RequestId: 'r' } }) })
      equal((await tencent.call('ApplySdkVerificationToken')).SdkToken, 'mock')
      equal(await emulator.arrivals(), [])
    },
  },
  {
    name: 'plain openapi-fetch signs with the fetch of the signer',
    run: async (context) => {
      await freshEmulator(context)
      const { signer, endpoint, temporary: credentials } = context
      const { fetch } = signer.createSigner({ credentials, service: 'faceid' })
      const plain = createClient<paths>({ baseUrl: endpoint, fetch })
      const header = {
        'X-TC-Action': 'ApplySdkVerificationToken',
        'X-TC-Version': '2018-03-01',
        'X-TC-Region': 'ap-singapore',
        'X-TC-Timestamp': 0,
      } as const
      const { data } = await plain.POST(path, { params: { header }, body: { CheckMode: 1 } })
      ok(data !== undefined && 'SdkToken' in data.Response, JSON.stringify(data))
    },
  },
]
