import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { State } from './emulator.ts'
import { outcomes } from './faceid/outcome.ts'
import { parseJson } from './json.ts'

export const CONTROL_PATH = '/__emulator'

/** Reads and clears what the recorder holds, and takes rules for faults and outcomes. */
export function createControl({ gateway, faults, recorder, rateLimit, verifications }: State): Hono {
  const control = new Hono().basePath(CONTROL_PATH)
  control.get('/services', (c) =>
    c.json({
      services: gateway.apis.map(({ service, hosts, regions, codes, operations }) => ({
        service,
        hosts,
        regions,
        codes,
        actions: [...operations.keys()],
      })),
    }),
  )
  control.get('/requests', (c) => c.json({ dropped: recorder.dropped(), requests: recorder.received() }))
  control.delete('/requests', (c) => {
    recorder.clear()
    return c.body(null, 204)
  })
  control.get('/report', (c) => c.json(recorder.report()))
  control.delete('/quota', (c) => {
    rateLimit.reset()
    return c.body(null, 204)
  })
  control.get('/faults', (c) => c.json({ faults: faults.active() }))
  control.post('/faults', async (c) => c.json({ id: faults.add(await ruleFrom(c.req.raw)) }, 201))
  control.delete('/faults', (c) => {
    faults.clear()
    return c.body(null, 204)
  })
  control.get('/outcomes', (c) => c.json({ outcomes }))
  control.post('/outcomes', async (c) => {
    verifications.choose(await ruleFrom(c.req.raw))
    return c.body(null, 204)
  })
  control.delete('/outcomes', (c) => {
    verifications.clear()
    return c.body(null, 204)
  })
  control.notFound((c) => c.json({ error: 'There is no such control route.' }, 404))
  control.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status)
    if (error instanceof TypeError) return c.json({ error: error.message }, 400)
    throw error
  })
  return control
}

/** A page in a browser can't send this type without being asked first, so it can't add a rule. */
async function ruleFrom(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new HTTPException(415, { message: 'Send the rule with Content-Type: application/json.' })
  }
  const rule = parseJson(await request.text())
  if (rule === undefined) throw new TypeError('The rule is not JSON.')
  return rule
}
