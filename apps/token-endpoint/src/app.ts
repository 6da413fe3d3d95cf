import { RefusalCache } from '@tc3-edge/gate'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { secureHeaders } from 'hono/secure-headers'
import { checkApp } from './auth/app-check.ts'
import { authenticate, requireScope } from './auth/authenticate.ts'
import type { Caller } from './auth/caller.ts'
import { limitRate } from './auth/rate-limit.ts'
import type { Env } from './env.ts'
import { GateClient } from './gate/gate-client.ts'
import { GateStatusCache } from './gate/gate-status-cache.ts'
import type { Lane } from './gated-call.ts'
import { openapi } from './generated/openapi.ts'
import { issueToken } from './issue-token.ts'
import type { LogFacts } from './log/fields.ts'
import { writeMetrics } from './log/metrics.ts'
import { requestIdOf, writeLog } from './log/request-log.ts'
import { proveOwnership, readResult } from './read-result.ts'
import { applyPreset } from './request/apply-preset.ts'
import { BodyBudget } from './request/body-budget.ts'
import { idempotentRequest, readIdempotencyKey } from './request/idempotency-key.ts'
import { maxTokenRequestBytes, readTokenRequest } from './request/read-request.ts'
import { readResultRequest } from './request/read-result-request.ts'
import { describeFailure } from './responses/describe-failure.ts'
import { explainProblem, home, pageResponse } from './responses/page.ts'
import { Problem, problemResponse } from './responses/problem.ts'
import { securityHeaders } from './responses/security-headers.ts'
import { tokenResponse } from './responses/token-response.ts'
import { readSettings } from './settings/read-settings.ts'
import { type Settings, SettingsError } from './settings/settings.ts'

interface AppEnv {
  Bindings: Env
  Variables: { requestId: string; log: LogFacts }
}

/** The refusals that this isolate repeats, by lane. */
const refusals = { ApplySdkVerificationToken: new RefusalCache(), GetSdkVerificationResult: new RefusalCache() }
const gateStatus = new GateStatusCache()
const bodies = new BodyBudget()

export const app = new Hono<AppEnv>()

app.use(secureHeaders(securityHeaders))

app.use(async (c, next) => {
  const startedAt = Date.now()
  const requestId = requestIdOf(c.req.header('X-Request-Id'))
  c.set('requestId', requestId)
  c.set('log', {})
  await next()
  c.header('X-Request-Id', requestId)
  const { method, path } = c.req
  const durationMs = Date.now() - startedAt
  const line = { requestId, method, path: path.slice(0, 100), status: c.res.status, ...c.get('log'), durationMs }
  writeLog(line)
  writeMetrics(c.env.METRICS, line)
})

app.use(
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      const options = { headers: { Allow: methods.join(', ') } }
      return failed(c, new Problem('method-not-allowed', `This path does not support ${c.req.method}.`, options))
    },
  }),
)

app.use('/v1/*', async (c, next) => {
  const { corsOrigins } = await readSettings(c.env)
  const allowHeaders = ['Authorization', 'Content-Type', 'Idempotency-Key', 'X-Firebase-AppCheck', 'X-Request-Id']
  const exposeHeaders = ['Retry-After', 'X-Request-Id']
  return cors({ origin: [...corsOrigins], allowMethods: ['POST'], allowHeaders, exposeHeaders, maxAge: 600 })(c, next)
})

app.post('/v1/tokens', async (c) => {
  const settings = await readSettings(c.env)
  const caller = await identify(c, settings)
  requireScope(caller, 'issue')
  await limitRate(c.env.RATE_LIMIT, caller)

  const key = readIdempotencyKey(c.req.header('Idempotency-Key'))
  const maxBytes = maxTokenRequestBytes(caller, settings)
  using _room = await bodies.reserve(c.req.raw, maxBytes)
  const request = await readTokenRequest(c.req.raw, maxBytes)
  // Another name would be text of the caller's own in the log.
  if (Object.hasOwn(settings.presets, request.preset)) record(c, { preset: request.preset })
  const parameters = applyPreset(settings.presets, caller, request)
  const idempotent = key === undefined ? undefined : await idempotentRequest(caller.id, key, request)

  const issuance = { caller, preset: request.preset, parameters, idempotent, signal: c.req.raw.signal }
  const issuing = issueToken(laneOf('ApplySdkVerificationToken', c, settings), issuance)
  // A call in flight is completed and reported even if its caller has gone.
  c.executionCtx.waitUntil(issuing.catch(() => undefined))
  const { token, log } = await issuing
  record(c, log)
  return c.json(tokenResponse(token, Date.now(), settings.sdkTokenTtlSeconds), 201, { 'Cache-Control': 'no-store' })
})

app.post('/v1/results', async (c) => {
  const settings = await readSettings(c.env)
  const caller = await identify(c, settings)
  requireScope(caller, 'results')
  await limitRate(c.env.READ_RATE_LIMIT, caller)

  const proven = await proveOwnership(settings, caller, await readResultRequest(c.req.raw, caller))
  record(c, { preset: proven.issuance.preset })
  const lane = laneOf('GetSdkVerificationResult', c, settings)
  const reading = readResult(lane, { ...proven, caller, signal: c.req.raw.signal })
  c.executionCtx.waitUntil(reading.catch(() => undefined))
  const { body, retryAfter, log } = await reading
  record(c, log)
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  return c.json(body, 200, { 'Cache-Control': 'no-store' })
})

app.get('/healthz', async (c) => {
  const settings = await readSettings(c.env)
  // How calls are signed is for operators: the endpoint is as healthy without it.
  const { gate } = laneOf('ApplySdkVerificationToken', c, settings)
  const status = await gateStatus.of(gate)
  const { warnings } = settings
  const body = { status: 'ok', ...status, ...(warnings.length > 0 && { warnings }) }
  return c.json(body, 200, { 'Cache-Control': 'no-store' })
})

app.get('/', (c) => pageResponse(c, home))

app.get('/openapi.json', (c) => c.json(openapi))

app.get('/problems/:code', (c) => {
  const page = explainProblem(c.req.param('code'))
  if (page === undefined) throw new Problem('not-found', 'There is no problem of this name.')
  return pageResponse(c, page)
})

app.notFound((c) => failed(c, new Problem('not-found', 'There is nothing at this path.')))

app.onError((error, c) => failed(c, toProblem(error, c.req.path)))

/** Returns the caller. Throws a `Problem` if its credentials are invalid, or its app is not genuine. */
async function identify(c: Context<AppEnv>, settings: Settings): Promise<Caller> {
  const waitUntil = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
  const caller = await authenticate(c.req.header('Authorization'), settings, waitUntil)
  record(c, { caller: caller.pseudonym })
  record(c, await checkApp(c.req.header('X-Firebase-AppCheck'), caller, settings.appCheck, waitUntil))
  return caller
}

function laneOf(operation: keyof typeof refusals, c: Context<AppEnv>, settings: Settings): Lane {
  const gate = new GateClient({ namespace: c.env.GATE, lane: operation, region: settings.region })
  const { tracing }: { readonly tracing?: Tracing } = Object(c.executionCtx)
  return { settings, gate, refusals: refusals[operation], tracing }
}

function toProblem(error: Error, path: string): Problem {
  if (error instanceof Problem) return error
  if (error instanceof SettingsError) {
    const detail = path === '/healthz' ? error.publicIssues.join('\n') : 'A setting is missing or invalid.'
    return new Problem('endpoint-misconfigured', detail, { cause: error })
  }
  return new Problem('internal-error', 'The request could not be handled.', { cause: error })
}

function failed(c: Context<AppEnv>, problem: Problem): Response {
  record(c, describeFailure(problem))
  return problemResponse(problem, c.get('requestId'))
}

/** Adds facts to the log line of this request. */
function record(c: Context<AppEnv>, facts: LogFacts): void {
  c.set('log', { ...c.get('log'), ...facts })
}
