import { Hono } from 'hono'
import { Problem, problemResponse } from './answers/problem.ts'
import { tokenAnswer } from './answers/token-answer.ts'
import { authenticate } from './caller/authenticate.ts'
import type { Env } from './env.ts'
import { GateClient } from './gate/gate-client.ts'
import { StandingRefusals } from './gate/standing-refusals.ts'
import { issueToken } from './issue-token.ts'
import { applyPreset } from './request/apply-preset.ts'
import { keyedRequest, readIdempotencyKey } from './request/idempotency-key.ts'
import { readTokenRequest } from './request/read-request.ts'
import { readSettings, SettingsError } from './settings.ts'

/** What this isolate remembers of the gate's refusals. */
const refusals = new StandingRefusals()

export const app = new Hono<{ Bindings: Env; Variables: { requestId: string } }>()

app.use(async (c, next) => {
  c.set('requestId', crypto.randomUUID())
  await next()
  c.header('X-Request-Id', c.get('requestId'))
})

app.post('/v1/tokens', async (c) => {
  const settings = readSettings(c.env)
  const caller = await authenticate(c.req.header('Authorization'), settings)
  const key = readIdempotencyKey(c.req.header('Idempotency-Key'))
  const request = await readTokenRequest(c.req.raw)
  const parameters = applyPreset(settings.presets, request)
  const keyed = key === undefined ? undefined : await keyedRequest(caller.id, key, request)
  const issuing = { settings, gate: new GateClient(c.env), refusals }
  const token = issueToken(issuing, { caller, parameters, keyed, signal: c.req.raw.signal })
  // A call that is under way is finished and reported even if its caller goes.
  c.executionCtx.waitUntil(token.catch(() => undefined))
  const answer = tokenAnswer(await token, Date.now(), settings.sdkTokenTtlSeconds)
  return c.json(answer, 201, { 'Cache-Control': 'no-store' })
})

app.get('/healthz', (c) => {
  readSettings(c.env)
  return c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' })
})

app.all('/v1/tokens', (c) => {
  throw new Problem('method-not-allowed', `${c.req.method} is not for this path.`, { headers: { Allow: 'POST' } })
})

app.all('/healthz', (c) => {
  throw new Problem('method-not-allowed', `${c.req.method} is not for this path.`, { headers: { Allow: 'GET, HEAD' } })
})

app.notFound((c) => problemResponse(new Problem('not-found', `There is nothing at ${c.req.path}.`), c.get('requestId')))

app.onError((error, c) => {
  const requestId = c.get('requestId')
  if (error instanceof Problem) return problemResponse(error, requestId)
  if (error instanceof SettingsError) {
    console.error(JSON.stringify({ requestId, code: 'endpoint-misconfigured', faults: error.faults }))
    return problemResponse(new Problem('endpoint-misconfigured', error.message), requestId)
  }
  console.error(JSON.stringify({ requestId, code: 'internal-error', error: error.name }))
  return problemResponse(new Problem('internal-error', 'The request could not be handled.'), requestId)
})
