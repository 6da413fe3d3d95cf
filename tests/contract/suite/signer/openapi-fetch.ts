import { equal } from '../assert.ts'
import { freshEmulator } from '../emulator.ts'
import type { Context, Test } from '../suite.ts'
import { signerOf } from './given.ts'

/** As openapi-typescript writes it from a description of the API, in short. */
interface paths {
  '/#X-TC-Action=ApplySdkVerificationToken': {
    post: Operation & { requestBody: { content: { 'application/json': { CheckMode?: number; Extra?: string } } } }
  }
  '/': { get: Omit<Operation, 'parameters'> & { parameters: Operation['parameters'] & { query: { Extra: string } } } }
}

interface Operation {
  parameters: { header: { 'X-TC-Action': string; 'X-TC-Version': string; 'X-TC-Region': string } }
  responses: { 200: { content: { 'application/json': { Response: { SdkToken?: string; Error?: { Code: string } } } } } }
}

const header = {
  'X-TC-Action': 'ApplySdkVerificationToken',
  'X-TC-Version': '2018-03-01',
  'X-TC-Region': 'ap-singapore',
}
const path = '/#X-TC-Action=ApplySdkVerificationToken'

function clientOf(context: Context) {
  const signer = signerOf(context, { credentials: context.temporary })
  return context.createClient<paths>({ baseUrl: context.endpoint, fetch: signer.fetch })
}

export const openapiFetch: readonly Test[] = [
  {
    name: 'openapi-fetch with the signer’s fetch calls the API',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const { data } = await clientOf(context).POST(path, { params: { header }, body: { Extra: '審核 é 🙂' } })
      equal(typeof data?.Response.SdkToken, 'string', 'SdkToken')
      equal(
        (await emulator.received()).map(({ extra }) => extra),
        ['審核 é 🙂'],
      )
    },
  },
  {
    name: 'openapi-fetch with the signer’s fetch sends a query as it was signed',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const query = { Extra: "'審核' |^~ é&=+" }
      const { data } = await clientOf(context).GET('/', { params: { header, query } })
      equal(data?.Response.Error, undefined, 'Error')
      equal(
        (await emulator.received()).map(({ extra }) => extra),
        [query.Extra],
      )
    },
  },
  {
    name: 'openapi-fetch’s middleware may replace the request before it is signed',
    run: async (context) => {
      const emulator = await freshEmulator(context)
      const client = clientOf(context)
      const { headers, ...rest } = { headers: { 'X-Trace': 'abc' }, body: '{"Extra":"replaced"}' }
      client.use({
        onRequest: ({ request }) =>
          new Request(request, { ...rest, headers: { ...Object.fromEntries(request.headers), ...headers } }),
      })
      const { data } = await client.POST(path, { params: { header }, body: { CheckMode: 1 } })
      equal(data?.Response.Error, undefined, 'Error')
      equal(
        (await emulator.received()).map(({ extra }) => extra),
        ['replaced'],
      )
    },
  },
]
