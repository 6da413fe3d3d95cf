import type { paths } from '@tc3-edge/faceid'
import { equal, matches, ok } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Context, Test } from '../suite.ts'

const path = '/#X-TC-Action=ApplySdkVerificationToken'
const resultPath = '/#X-TC-Action=GetSdkVerificationResult'

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
      await emulator.addFault({ next: 1, fault: { kind: 'error', code: 'RequestLimitExceeded' } })
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
        (await emulator.received()).map(({ outcome }) => outcome),
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
      const [received] = await emulator.received()
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
      equal(await emulator.received(), [])
    },
  },
  {
    name: 'plain openapi-fetch with the generated paths asks for no header that signing sets, and reads texts as strings',
    run: async (context) => {
      await freshEmulator(context)
      const { createClient, signer, endpoint, temporary: credentials } = context
      const { fetch } = signer.createSigner({ credentials, service: 'faceid' })
      const plain = createClient<paths>({ baseUrl: endpoint, fetch })
      const common = { 'X-TC-Version': '2018-03-01', 'X-TC-Region': 'ap-singapore' } as const
      const issuing = { ...common, 'X-TC-Action': 'ApplySdkVerificationToken' } as const
      const issued = await plain.POST(path, { params: { header: issuing }, body: { IdCardType: 'HK' } })
      ok(issued.data !== undefined && 'SdkToken' in issued.data.Response, JSON.stringify(issued.data))

      const reading = { ...common, 'X-TC-Action': 'GetSdkVerificationResult' } as const
      const { SdkToken } = issued.data.Response
      const read = await plain.POST(resultPath, { params: { header: reading }, body: { SdkToken } })
      ok(read.data !== undefined && !('Error' in read.data.Response), JSON.stringify(read.data))
      // Each has known values, and new ones may come.
      const { Result, DeviceInfoLevel, CompareResults } = read.data.Response
      const texts: (string | null | undefined)[] = [
        Result,
        DeviceInfoLevel,
        ...(CompareResults ?? []).flatMap(({ LivenessInfoTag }) => LivenessInfoTag),
      ]
      ok(texts.includes(Result) && Result !== 'a code of the future', `${Result}`)
    },
  },
]
