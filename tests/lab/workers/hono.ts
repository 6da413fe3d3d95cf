// Workers with Hono that do less than ours for the same request. Each is bundled by itself.
import { createFaceidClient } from '@tc3-edge/faceid'
import { type Context, Hono } from 'hono'
import { credentials, region } from '../bench/subjects/request.ts'

interface Env {
  readonly Bindings: { readonly BACKENDS: string; readonly FACEID_ENDPOINT: string }
}

/** Nothing but the response. */
export function bare() {
  return serving(async (c) => c.json(token, 201))
}

/** Checks the API key as ours does. */
export function checked() {
  return serving(async (c) => ((await isKnown(c)) ? c.json(token, 201) : c.json({ error: 'unknown' }, 401)))
}

/** Checks the API key and makes one call with our client: ours without its gate. */
export function calling() {
  let client: ReturnType<typeof createFaceidClient> | undefined
  return serving(async (c) => {
    if (!(await isKnown(c))) return c.json({ error: 'unknown' }, 401)
    client ??= createFaceidClient({ credentials, region, endpoint: c.env.FACEID_ENDPOINT })
    const { SdkToken } = await client.ApplySdkVerificationToken({ CheckMode: 1 })
    return c.json({ sdkToken: SdkToken }, 201)
  })
}

const token = { sdkToken: 'A3E1C2D4-0000-4000-8000-000000000000' }

function serving(respond: (c: Context<Env>) => Promise<Response>) {
  const app = new Hono<Env>()
  app.post('/v1/tokens', async (c) => {
    await c.req.json()
    return respond(c)
  })
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  return app
}

/** Compares every hash, in constant time. */
async function isKnown(c: Context<Env>): Promise<boolean> {
  const [, key = ''] = c.req.header('Authorization')?.split(' ') ?? []
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)))
  let known = false
  for (const { keys } of Object.values<{ keys: string[] }>(JSON.parse(c.env.BACKENDS))) {
    for (const key of keys) {
      const bytes = (key.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))
      if (crypto.subtle.timingSafeEqual(hash, new Uint8Array(bytes))) known = true
    }
  }
  return known
}
