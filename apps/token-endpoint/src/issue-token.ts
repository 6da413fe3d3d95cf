import {
  type ApplySdkVerificationTokenRequest,
  createFaceidClient,
  type FaceidClient,
  ServiceError,
  TencentError,
} from '@tc3-edge/faceid'
import {
  type AcquireRequest,
  DAY_MS,
  type Decision,
  HOUR_MS,
  type IdempotentRequest,
  type Outcome,
  type Quota,
  type RefusalCache,
} from '@tc3-edge/gate'
import type { Caller } from './auth/caller.ts'
import type { GateClient } from './gate/gate-client.ts'
import type { LogFacts } from './log/fields.ts'
import { gateProblem } from './responses/gate-problem.ts'
import { Problem } from './responses/problem.ts'
import { type IssuedToken, issuedToken, parseIssuedToken } from './responses/token-response.ts'
import { upstreamProblem } from './responses/upstream-problem.ts'
import type { Settings } from './settings/settings.ts'

/** How little of its signature's life makes a call not worth making, in milliseconds. */
const LEAST_LIFE_MS = 3_000

/** A token is replayed only while it lives this much longer, in milliseconds: enough to begin the verification. */
const LEAST_REPLAYED_LIFE_MS = 120_000

/** About how long a throttled request waits before it queues again, in milliseconds: Tencent counts by the second. */
const THROTTLED_PAUSE_MS = 500

export interface TokenOrder {
  readonly caller: Caller
  readonly parameters: ApplySdkVerificationTokenRequest
  readonly idempotent: IdempotentRequest | undefined
  /** The caller has gone. */
  readonly signal: AbortSignal
}

export interface Issuing {
  readonly settings: Settings
  readonly gate: GateClient
  readonly refusals: RefusalCache
}

export interface Issued {
  readonly token: IssuedToken
  readonly log: LogFacts
}

type Grant = Extract<Decision, { kind: 'granted' }>

/** What came of one permit, or of asking for it. */
type Attempt =
  | { readonly kind: 'issued'; readonly token: IssuedToken; readonly log: LogFacts }
  /** Nothing was issued, and the request may queue again after a pause. */
  | { readonly kind: 'again'; readonly problem: Problem; readonly pauseMs: number; readonly log: LogFacts }
  | { readonly kind: 'failed'; readonly by: 'gate' | 'upstream'; readonly problem: Problem; readonly log: LogFacts }

/**
 * A permit from the gate, one signed call to Tencent Cloud, its outcome told to the gate; or the token that is stored for the
 * Idempotency-Key. A call that is throttled, or refused because its signature had expired, queues again within MAX_WAIT_MS.
 * Throws a `Problem`.
 */
export async function issueToken(issuing: Issuing, order: TokenOrder): Promise<Issued> {
  const waitEnds = Date.now() + issuing.settings.maxWaitMs
  let log: LogFacts = {}
  for (let earlier: Problem | undefined; ; ) {
    const result = await attempt(issuing, order, Math.max(0, waitEnds - Date.now()))
    log = { ...log, ...result.log, waitMs: (log.waitMs ?? 0) + (result.log.waitMs ?? 0) }
    if (result.kind === 'issued') return { token: result.token, log }
    // That there is no second permit says less than why the first was not enough.
    if (result.kind === 'failed') throw ((result.by === 'gate' && earlier) || result.problem).withLog(log)
    earlier = result.problem
    if (isThrottled(earlier)) log = { ...log, throttled: (log.throttled ?? 0) + 1 }
    if (Date.now() + result.pauseMs > waitEnds || order.signal.aborted) throw earlier.withLog(log)
    await new Promise((resolve) => setTimeout(resolve, result.pauseMs))
  }
}

function isThrottled({ code }: Problem): boolean {
  return code === 'upstream-throttled'
}

async function attempt(issuing: Issuing, order: TokenOrder, maxWaitMs: number): Promise<Attempt> {
  const { gate, refusals } = issuing
  const request = acquireRequest(issuing.settings, order, maxWaitMs)
  const { id, tenant, holder = id } = request
  const who = { holder, tenant, idempotent: order.idempotent !== undefined }
  const askedAt = Date.now()
  const checked = refusals.check(askedAt, who)
  if ('reason' in checked) return { kind: 'failed', by: 'gate', problem: gateProblem(checked), log: {} }

  const asked = await orProblem(gate.acquire({ ...request, ...checked }, order.signal))
  const log = { waitMs: Date.now() - askedAt }
  if (asked instanceof Problem) return { kind: 'failed', by: 'gate', problem: asked, log }
  switch (asked.kind) {
    case 'replayed':
      return { kind: 'issued', token: parseIssuedToken(asked.answer), log: { ...log, code: 'replayed' } }
    case 'refused': {
      // A caller that has gone was taken out of the queue: that says nothing about the gate.
      const problem = gateProblem(asked)
      if (order.signal.aborted) return { kind: 'failed', by: 'gate', problem, log: { ...log, code: 'caller-gone' } }
      refusals.remember(Date.now(), who, asked)
      return { kind: 'failed', by: 'gate', problem, log }
    }
    case 'granted': {
      const age = Date.now() - askedAt - asked.waitedMs
      const called = await call(issuing, order, request, asked, Date.now() - age + asked.expiresInMs)
      return { ...called, log: { ...log, ...called.log } }
    }
  }
}

function acquireRequest(settings: Settings, order: TokenOrder, maxWaitMs: number): AcquireRequest {
  const { caller, idempotent } = order
  return {
    id: crypto.randomUUID(),
    caller: caller.id,
    tenant: caller.tenant,
    weight: caller.weight,
    // Of a backend each request has an appointment of its own.
    holder: caller.kind === 'app-user' ? caller.id : idempotent?.key,
    maxWaitMs,
    quotas: quotasOf(settings, caller),
    idempotent,
  }
}

function quotasOf({ tokensPerDay }: Settings, { id, tokensPerHour }: Caller): Quota[] {
  const own: Quota = { name: id, scope: 'caller', limit: tokensPerHour, windowMs: HOUR_MS }
  if (tokensPerDay === undefined) return [own]
  return [own, { name: 'account', scope: 'account', limit: tokensPerDay, windowMs: DAY_MS }]
}

/** Makes the one call of a permit, and reports its outcome. `expiresAt`: when its signature has expired, on our clock. */
async function call(
  { settings, gate }: Issuing,
  order: TokenOrder,
  { id, quotas, idempotent }: AcquireRequest,
  { timestamp, signing }: Grant,
  expiresAt: number,
): Promise<Attempt> {
  const complete = (outcome: Outcome, date?: number) =>
    orProblem(gate.complete({ id, timestamp, quotas, idempotent, outcome, date }))
  if (order.signal.aborted || Date.now() > expiresAt - LEAST_LIFE_MS) {
    await complete({ kind: 'not-sent' })
    const problem = gateProblem({ reason: 'full', retryAfterS: 1, promised: false })
    if (order.signal.aborted) return { kind: 'failed', by: 'gate', problem, log: { code: 'caller-gone' } }
    return { kind: 'again', problem, pauseMs: 0, log: {} }
  }
  /** When the key can be used again if nobody knows how the call ended, in seconds. */
  const keyFreeIn = () => (idempotent ? Math.max(1, Math.ceil((expiresAt - Date.now()) / 1_000)) : 1)
  const sentAt = Date.now()
  const facts = () => ({ upstreamMs: Date.now() - sentAt, ...(signing === 'present' && { signing }) })
  const made = await callUpstream(settings, order.parameters, timestamp)
  const log = facts()
  if ('error' in made) {
    // If that fails, the permit is free when the signature has expired. The caller hears of the first trouble.
    await complete(outcomeOf(made.error), made.date)
    return failed(made.error, keyFreeIn(), log)
  }
  const { token, date } = made
  const replayMs = Math.max(0, settings.sdkTokenTtlSeconds * 1_000 - LEAST_REPLAYED_LIFE_MS)
  const stored = await complete({ kind: 'issued', answer: JSON.stringify(token), replayMs }, date)
  const refused = idempotent && notStored(stored, keyFreeIn())
  if (refused) return { kind: 'failed', by: 'upstream', problem: refused, log }
  return { kind: 'issued', token, log: { ...log, code: 'issued', upstreamRequestId: token.requestId } }
}

/** A token that was issued for a key is handed out only if the gate has stored it as the one for the key. */
function notStored(stored: Problem | { readonly fenced: boolean }, keyFreeIn: number): Problem | undefined {
  if (stored instanceof Problem) {
    const detail = 'The token could not be stored for its key.'
    return new Problem('upstream-outcome-unknown', detail, { cause: stored.cause, retryAfter: keyFreeIn })
  }
  if (!stored.fenced) return undefined
  // The other call's answer is there, or will be soon.
  return new Problem('upstream-outcome-unknown', 'The key has gone on to another call.', { retryAfter: 1 })
}

function failed(error: unknown, keyFreeIn: number, log: LogFacts): Attempt {
  const problem = upstreamProblem(error, keyFreeIn)
  const { kind } = outcomeOf(error)
  if (kind === 'expired') return { kind: 'again', problem, pauseMs: 0, log }
  if (isThrottled(problem)) return { kind: 'again', problem, pauseMs: THROTTLED_PAUSE_MS * (0.5 + Math.random()), log }
  return { kind: 'failed', by: 'upstream', problem, log }
}

/** `date`: of the response, in milliseconds. */
type Called = { readonly date: number | undefined } & ({ readonly token: IssuedToken } | { readonly error: unknown })

async function callUpstream(
  settings: Settings,
  parameters: ApplySdkVerificationTokenRequest,
  timestamp: number,
): Promise<Called> {
  let date: number | undefined
  const onAttempt = (event: { readonly date?: number | undefined }) => {
    date = event.date
  }
  try {
    const options = { timestamp, timeout: settings.upstreamTimeoutMs, onAttempt }
    const response = await faceid(settings).ApplySdkVerificationToken(parameters, options)
    return { token: issuedToken(response, Date.now()), date }
  } catch (error) {
    return { error, date }
  }
}

/** Never `not-sent` once `fetch` may have been called: aborting it does not take back what the connection goes on delivering. */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof TencentError)) return { kind: 'unknown' }
  const { code, outcome } = error
  if (code === 'Client.SigningError' || code === 'Client.InvalidParameters') return { kind: 'not-sent' }
  // What the service answers has ended, also where it says that it failed.
  if (!(error instanceof ServiceError) && outcome !== 'refused') return { kind: 'unknown' }
  if (code === 'AuthFailure.SignatureExpire') return { kind: 'expired' }
  // Our IP address is Cloudflare's, and so are those of others.
  if (code === 'RequestLimitExceeded.IPLimitExceeded') return { kind: 'refused' }
  return { kind: code.startsWith('RequestLimitExceeded') ? 'throttled' : 'refused' }
}

async function orProblem<T>(promise: Promise<T>): Promise<T | Problem> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

const clients = new WeakMap<Settings, FaceidClient>()

/** One client an isolate. It makes one attempt a permit: trying again means asking the gate again. */
function faceid(settings: Settings): FaceidClient {
  const { credentials, endpoint, region } = settings
  const client = clients.get(settings) ?? createFaceidClient({ credentials, endpoint, region, maxRetries: 0 })
  clients.set(settings, client)
  return client
}
