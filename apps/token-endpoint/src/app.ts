import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { Problem, problemPage, problemResponse } from './answers/problem.ts'
import { tokenAnswer } from './answers/token-answer.ts'
import { authenticate } from './caller/authenticate.ts'
import { shield } from './caller/shield.ts'
import type { Env } from './env.ts'
import { GateClient } from './gate/gate-client.ts'
import { StandingRefusals } from './gate/standing-refusals.ts'
import { openapi } from './generated/openapi.ts'
import { issueToken } from './issue-token.ts'
import { applyPreset } from './request/apply-preset.ts'
import { keyedRequest, readIdempotencyKey } from './request/idempotency-key.ts'
import { readTokenRequest } from './request/read-request.ts'
import { requestIdOf } from './request/request-id.ts'
import { noteFailure, type RequestLog, writeLog } from './request-log.ts'
import { readSettings } from './settings/read-settings.ts'
import { SettingsError } from './settings/settings.ts'

/** What this isolate remembers of the gate's refusals. */
const refusals = new StandingRefusals()

export const app = new Hono<{ Bindings: Env; Variables: { log: RequestLog } }>()

app.use(secureHeaders())

app.use(async (c, next) => {
  const startedAt = Date.now()
  const requestId = requestIdOf(c.req.header('X-Request-Id'))
  c.set('log', { requestId, method: c.req.method, path: c.req.path.slice(0, 100), status: 0 })
  await next()
  c.header('X-Request-Id', requestId)
  writeLog({ ...c.get('log'), status: c.res.status }, startedAt)
})

app.use('/v1/*', async (c, next) => {
  const { corsOrigins } = await readSettings(c.env)
  const allowHeaders = ['Authorization', 'Content-Type', 'Idempotency-Key', 'X-Request-Id']
  const exposeHeaders = ['Retry-After', 'X-Request-Id']
  return cors({ origin: [...corsOrigins], allowMethods: ['POST'], allowHeaders, exposeHeaders, maxAge: 600 })(c, next)
})

app.post('/v1/tokens', async (c) => {
  const log = c.get('log')
  const settings = await readSettings(c.env)
  const caller = await authenticate(c.req.header('Authorization'), settings, (work) => c.executionCtx.waitUntil(work))
  log.caller = caller.id
  await shield(c.env.SHIELD, caller)
  const key = readIdempotencyKey(c.req.header('Idempotency-Key'))
  const request = await readTokenRequest(c.req.raw, caller)
  // A name that the operator has not given would be the caller's own text.
  if (Object.hasOwn(settings.presets, request.preset)) log.preset = request.preset
  const parameters = applyPreset(settings.presets, caller, request)
  const keyed = key === undefined ? undefined : await keyedRequest(caller.id, key, request)
  const issuing = { settings, gate: new GateClient(c.env, settings.region), refusals, log }
  const token = issueToken(issuing, { caller, parameters, keyed, signal: c.req.raw.signal })
  // A call that is under way is finished and reported even if its caller goes.
  c.executionCtx.waitUntil(token.catch(() => undefined))
  const answer = tokenAnswer(await token, Date.now(), settings.sdkTokenTtlSeconds)
  return c.json(answer, 201, { 'Cache-Control': 'no-store' })
})

app.get('/healthz', async (c) => {
  await readSettings(c.env)
  return c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' })
})

app.get('/openapi.json', (c) => c.json(openapi))

app.get('/problems/:code', (c) => {
  const page = problemPage(c.req.param('code'))
  if (page === undefined) throw new Problem('not-found', 'There is no problem of this name.')
  return c.text(page)
})

const methods = {
  '/v1/tokens': 'POST',
  '/healthz': 'GET, HEAD',
  '/openapi.json': 'GET, HEAD',
  '/problems/:code': 'GET, HEAD',
}

for (const [path, allow] of Object.entries(methods)) {
  app.all(path, (c) => {
    throw new Problem('method-not-allowed', `${c.req.method} is not for this path.`, { headers: { Allow: allow } })
  })
}

app.notFound((c) => answerProblem(new Problem('not-found', 'There is nothing at this path.'), c.get('log')))

app.onError((error, c) => {
  const log = c.get('log')
  if (error instanceof Problem) return answerProblem(error, log)
  if (error instanceof SettingsError) {
    const detail = c.req.path === '/healthz' ? error.message : 'A setting is missing, or can not be used.'
    return answerProblem(new Problem('endpoint-misconfigured', detail, { cause: error }), log)
  }
  return answerProblem(new Problem('internal-error', 'The request could not be handled.', { cause: error }), log)
})

function answerProblem(problem: Problem, log: RequestLog): Response {
  noteFailure(log, problem)
  return problemResponse(problem, log.requestId)
}
