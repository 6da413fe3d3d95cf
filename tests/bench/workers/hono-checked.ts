// A Worker with Hono that checks the credential as ours does, and does nothing else.
import { Hono } from 'hono'
import { nameOfApiKey } from '../../../apps/token-endpoint/src/auth/api-keys.ts'
import { apiKeys } from '../../../apps/token-endpoint/src/settings/parse.ts'

const app = new Hono<{ Bindings: { readonly API_KEY_HASHES: string } }>()

app.post('/v1/tokens', async (c) => {
  const [, key = ''] = c.req.header('Authorization')?.split(' ') ?? []
  const name = await nameOfApiKey(key, apiKeys(c.env.API_KEY_HASHES))
  if (name === undefined) return c.json({ error: 'unknown' }, 401)
  await c.req.json()
  return c.json({ sdkToken: 'A3E1C2D4-0000-4000-8000-000000000000' }, 201)
})
app.get('/healthz', (c) => c.json({ status: 'ok' }))

export default app
