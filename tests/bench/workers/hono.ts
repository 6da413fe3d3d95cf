// The least that a Worker with Hono does for the same request: nothing but the answer.
import { Hono } from 'hono'

const app = new Hono()

app.post('/v1/tokens', async (c) => {
  await c.req.json()
  return c.json({ sdkToken: 'A3E1C2D4-0000-4000-8000-000000000000' }, 201)
})
app.get('/healthz', (c) => c.json({ status: 'ok' }))

export default app
