// A Worker with Hono that checks the credential as ours does and makes the call with our client: ours without its gate.
import { createFaceidClient } from '@tc3-edge/faceid'
import { Hono } from 'hono'
import { nameOfApiKey } from '../../../apps/token-endpoint/src/auth/api-keys.ts'
import { apiKeys } from '../../../apps/token-endpoint/src/settings/parse.ts'
import { credentials, region } from '../contestants/request.ts'

const app = new Hono<{ Bindings: { readonly API_KEY_HASHES: string; readonly FACEID_ENDPOINT: string } }>()
let client: ReturnType<typeof createFaceidClient> | undefined

app.post('/v1/tokens', async (c) => {
  const [, key = ''] = c.req.header('Authorization')?.split(' ') ?? []
  const name = await nameOfApiKey(key, apiKeys(c.env.API_KEY_HASHES))
  if (name === undefined) return c.json({ error: 'unknown' }, 401)
  await c.req.json()
  client ??= createFaceidClient({ credentials, region, endpoint: c.env.FACEID_ENDPOINT })
  const { SdkToken } = await client.ApplySdkVerificationToken({ CheckMode: 1 })
  return c.json({ sdkToken: SdkToken }, 201)
})

export default app
