// What a team would write first: a Node server with the official SDK, and express-rate-limit set to the account's quota.
// `node express.ts <origin of the API>`
import { createServer } from 'node:http'
import { listen } from '@tc3-edge/test-support/listen'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { action, credentials, region, version } from '../subjects/request.ts'

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

console.log(`server at ${await listen(createServer(app))}`)
