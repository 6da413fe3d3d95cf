import type { Verifications } from '@tc3-edge/emulator'
import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { verificationOutcomes } from '../protocol/outcomes.ts'
import type { Setup } from '../protocol/setup.ts'
import { callersOf } from './access.ts'
import type { PageFiles } from './bundle-page.ts'
import { burst } from './burst.ts'
import type { Context } from './context.ts'
import { faultRoutes } from './faults.ts'
import { guard } from './guard.ts'
import { parseBurstPlan } from './parse-burst-plan.ts'
import { reference } from './reference.ts'

/** The paths of the endpoint that are served under the page's own origin, so that the endpoint needs no CORS for it. */
const FORWARDED = ['/v1/*', '/openapi.json', '/healthz', '/problems/*']

/** The page, its API, the reference, and a proxy to the endpoint. */
export function createApp(context: Context, files: PageFiles): Hono {
  const { endpoint, emulator, access, presets, quotaPerSecond } = context
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
  app.route('/api/faults', faultRoutes(emulator.faults))
  app.put('/api/outcomes', async (c) => {
    const error = chooseOutcome(emulator.verifications, await c.req.json().catch(() => undefined))
    return error === undefined ? c.body(null, 204) : c.json({ error }, 400)
  })
  app.post('/api/burst', async (c) => {
    const plan = parseBurstPlan(await c.req.json().catch(() => undefined))
    if (typeof plan === 'string') return c.json({ error: plan }, 400)
    const lines = burst(plan, { endpoint, emulator, access }, c.req.raw.signal)
    return c.body(lines, 200, { 'Content-Type': 'application/x-ndjson' })
  })

  for (const path of FORWARDED) {
    app.all(path, async (c) => {
      const { pathname, search } = new URL(c.req.url)
      try {
        return await proxy(`${endpoint}${pathname}${search}`, { raw: c.req.raw })
      } catch {
        return c.json({ error: `The token endpoint at ${endpoint} does not respond.` }, 502)
      }
    })
  }
  return app
}

/** Chooses how a verification ends. Returns what is wrong with the request, if anything. */
function chooseOutcome(verifications: Verifications, value: unknown): string | undefined {
  const { sdkToken, outcome: wanted }: Record<string, unknown> = { ...Object(value) }
  const chosen = verificationOutcomes.find(({ outcome }) => outcome === wanted)
  if (chosen === undefined) {
    return `outcome should be one of ${verificationOutcomes.map(({ outcome }) => outcome).join(', ')}`
  }
  if (typeof sdkToken !== 'string') return 'sdkToken should be a string'
  try {
    verifications.choose({ token: sdkToken, outcome: chosen.outcome })
    return undefined
  } catch (error) {
    return error instanceof TypeError ? error.message : String(error)
  }
}
