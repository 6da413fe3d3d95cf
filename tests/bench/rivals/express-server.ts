// What a team would write first: a Node server with the official SDK, and express-rate-limit set to the account's quota.
// `node express-server.ts <origin of the API>`
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { action, credentials, region, version } from '../contestants/request.ts'

const [origin = ''] = process.argv.slice(2)
const httpProfile = { protocol: 'http://', endpoint: new URL(origin).host }
const client = new CommonClient('faceid.tencentcloudapi.com', version, {
  credential: credentials,
  region,
  profile: { httpProfile: Object(httpProfile) },
})

const app = express()
app.use(rateLimit({ windowMs: 1_000, limit: 20, keyGenerator: () => 'account' }))
app.post('/v1/tokens', async (_, response) => {
  try {
    const { SdkToken } = await client.request(action, { CheckMode: 1 })
    response.status(201).json({ sdkToken: SdkToken })
  } catch {
    response.status(502).json({ error: 'upstream' })
  }
})

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) console.log(`server at http://127.0.0.1:${address.port}`)
})
