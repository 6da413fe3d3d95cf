import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import type { Setup } from '../wire/setup.ts'
import { callersOf } from './access.ts'
import type { PageFiles } from './bundle-page.ts'
import { burst } from './burst.ts'
import { createFaultSwitches } from './fault-switches.ts'
import { guard } from './guard.ts'
import { readBurstOrder } from './read-burst-order.ts'
import { reference } from './reference.ts'
import type { Surroundings } from './surroundings.ts'

/** What of the endpoint is served under the page's own origin, which spares the endpoint CORS for it. */
const FORWARDED = ['/v1/*', '/openapi.json', '/healthz', '/problems/*']

/** The page, what it asks, the reference, and the way through to the endpoint. */
export function createApp(surroundings: Surroundings, files: PageFiles): Hono {
  const { endpoint, emulator, access, presets, quotaPerSecond } = surroundings
  const app = new Hono()
  app.use(guard)

  for (const [path, { type, text }] of Object.entries(files)) {
    app.get(path, (c) => c.body(text, 200, { 'Content-Type': type }))
  }
  app.route('/docs', reference())

  app.get('/api/setup', async (c) => {
    const callers = await callersOf(access)
    return c.json({ endpoint, upstream: emulator.url, callers, presets, quotaPerSecond } satisfies Setup)
  })
  app.route('/api/faults', createFaultSwitches(emulator.faults))
  app.post('/api/burst', async (c) => {
    const order = readBurstOrder(await c.req.json().catch(() => undefined))
    if (typeof order === 'string') return c.json({ error: order }, 400)
    const lines = burst(order, { endpoint, emulator, access }, c.req.raw.signal)
    return c.body(lines, 200, { 'Content-Type': 'application/x-ndjson' })
  })

  for (const path of FORWARDED) {
    app.all(path, (c) => {
      const { pathname, search } = new URL(c.req.url)
      return proxy(`${endpoint}${pathname}${search}`, { raw: c.req.raw })
    })
  }
  return app
}
