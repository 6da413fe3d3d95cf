import { createFaceidClient, type FaceidCallOptions, type FaceidClient, TencentError } from '@tc3-edge/faceid'
import type { AcquireRequest, Decision, IdempotentRequest, Outcome, Quota, RefusalCache } from '@tc3-edge/gate'
import type { Caller } from './auth/caller.ts'
import type { GateClient } from './gate/gate-client.ts'
import type { LogFacts } from './log/fields.ts'
import { gateProblem } from './responses/gate-problem.ts'
import { Problem } from './responses/problem.ts'
import { hasServiceFailed, upstreamProblem } from './responses/upstream-problem.ts'
import type { Settings } from './settings/settings.ts'

/** A call is not made if its signature has less than this left to live, in milliseconds. */
const MIN_SIGNATURE_LIFE_MS = 3_000

/** The mean pause before a throttled request queues again, in milliseconds: Tencent counts per second. */
const THROTTLED_PAUSE_MS = 500

/** The gate of one operation, and the refusals of it that this isolate repeats. */
export interface Lane {
  readonly settings: Settings
  readonly gate: GateClient
  readonly refusals: RefusalCache
  /** Records the wait and the call as spans, where the operator has turned traces on. Missing outside Workers. */
  readonly tracing?: Pick<Tracing, 'enterSpan'> | undefined
}

/** A call to Tencent Cloud that needs a permit. */
export interface GatedCall<Answer> {
  readonly caller: Caller
  /** The quotas that the call counts against. Default: none. */
  readonly quotas?: readonly Quota[]
  readonly idempotent?: IdempotentRequest | undefined
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
  /** Makes the one call of a permit. */
  readonly call: (faceid: FaceidClient, options: FaceidCallOptions) => Promise<Answer>
  /** What the gate stores for the Idempotency-Key. Default: nothing. */
  readonly store?: (answer: Answer) => Omit<Succeeded, 'kind'>
}

/** Tencent's answer, or what the gate has stored of an earlier one for the Idempotency-Key. */
export type Gated<Answer> = { readonly log: LogFacts } & (
  | { readonly kind: 'called'; readonly answer: Answer }
  | { readonly kind: 'replayed'; readonly stored: string }
)

type Succeeded = Extract<Outcome, { kind: 'succeeded' }>
type Grant = Extract<Decision, { kind: 'granted' }>

/** The result of one permit, or of a request for one. */
type Attempt<Answer> =
  | Gated<Answer>
  /** Nothing was carried out, and the request may queue again after a pause. */
  | { readonly kind: 'retry'; readonly problem: Problem; readonly pauseMs: number; readonly log: LogFacts }
  | { readonly kind: 'failed'; readonly by: 'gate' | 'upstream'; readonly problem: Problem; readonly log: LogFacts }

/**
 * Acquires a permit, makes one signed call to Tencent Cloud and reports its outcome to the gate. A call that is throttled, or
 * refused because its signature had expired, queues again within MAX_WAIT_MS. Throws a `Problem`.
 */
export async function gatedCall<Answer>(lane: Lane, gated: GatedCall<Answer>): Promise<Gated<Answer>> {
  const waitEnds = Date.now() + lane.settings.maxWaitMs
  let log: LogFacts = {}
  for (let earlier: Problem | undefined; ; ) {
    const result = await attempt(lane, gated, Math.max(0, waitEnds - Date.now()))
    log = { ...log, ...result.log, waitMs: (log.waitMs ?? 0) + (result.log.waitMs ?? 0) }
    if (result.kind === 'called' || result.kind === 'replayed') return { ...result, log }
    // Why the first call failed says more than that there is no second permit.
    if (result.kind === 'failed') throw ((result.by === 'gate' && earlier) || result.problem).withLog(log)
    earlier = result.problem
    if (isThrottled(earlier)) log = { ...log, throttled: (log.throttled ?? 0) + 1 }
    if (Date.now() + result.pauseMs > waitEnds || gated.signal.aborted) throw earlier.withLog(log)
    await new Promise((resolve) => setTimeout(resolve, result.pauseMs))
  }
}

function isThrottled({ code }: Problem): boolean {
  return code === 'upstream-throttled'
}

async function attempt<Answer>(lane: Lane, gated: GatedCall<Answer>, maxWaitMs: number): Promise<Attempt<Answer>> {
  const { gate, refusals } = lane
  const { signal, idempotent } = gated
  const request = acquireRequest(gated, maxWaitMs)
  const { id, caller, tenant, holder = id } = request
  const who = { holder, caller, tenant, idempotent: idempotent !== undefined }
  const startedAt = Date.now()
  const checked = refusals.check(startedAt, who)
  if ('reason' in checked) return { kind: 'failed', by: 'gate', problem: gateProblem(checked), log: {} }

  const decision = await inSpan(lane, 'gate.wait', () => orProblem(gate.acquire({ ...request, ...checked }, signal)))
  const log = { waitMs: Date.now() - startedAt }
  if (decision instanceof Problem) return { kind: 'failed', by: 'gate', problem: decision, log }
  switch (decision.kind) {
    case 'replayed':
      return { kind: 'replayed', stored: decision.answer, log }
    case 'refused': {
      // A caller that has gone was taken out of the queue: not a refusal to repeat.
      const problem = gateProblem(decision)
      if (signal.aborted) return { kind: 'failed', by: 'gate', problem, log: { ...log, code: 'caller-gone' } }
      refusals.remember(Date.now(), who, decision)
      return { kind: 'failed', by: 'gate', problem, log }
    }
    case 'granted': {
      const age = Date.now() - startedAt - decision.waitedMs
      const called = await callOnce(lane, gated, request, decision, Date.now() - age + decision.expiresInMs)
      return { ...called, log: { ...log, ...called.log } }
    }
  }
}

function acquireRequest(
  { caller, quotas, idempotent }: Pick<GatedCall<unknown>, 'caller' | 'quotas' | 'idempotent'>,
  maxWaitMs: number,
): AcquireRequest {
  return {
    id: crypto.randomUUID(),
    caller: caller.id,
    tenant: caller.tenant,
    weight: caller.weight,
    // Each request of a backend has an appointment of its own.
    holder: caller.kind === 'app-user' ? caller.id : idempotent?.key,
    maxWaitMs,
    quotas,
    idempotent,
  }
}

/** Makes the one call of a permit and reports its outcome. `expiresAt`: when its signature expires, on our clock. */
async function callOnce<Answer>(
  lane: Lane,
  { signal, call, store }: GatedCall<Answer>,
  { id, quotas, idempotent }: AcquireRequest,
  { timestamp, signing }: Grant,
  expiresAt: number,
): Promise<Attempt<Answer>> {
  const { settings, gate } = lane
  const complete = (outcome: Outcome, date?: number) =>
    orProblem(gate.complete({ id, timestamp, quotas, idempotent, outcome, date }))
  if (signal.aborted || Date.now() > expiresAt - MIN_SIGNATURE_LIFE_MS) {
    await complete({ kind: 'not-sent' })
    const problem = gateProblem({ reason: 'full', retryAfterS: 1, promised: false })
    if (signal.aborted) return { kind: 'failed', by: 'gate', problem, log: { code: 'caller-gone' } }
    return { kind: 'retry', problem, pauseMs: 0, log: {} }
  }
  /** Until the key can be used again if the outcome of the call is unknown, in seconds. */
  const keyFreeInS = () => (idempotent ? Math.max(1, Math.ceil((expiresAt - Date.now()) / 1_000)) : 1)
  const sentAt = Date.now()
  const called = await inSpan(lane, 'upstream.call', () => callUpstream(settings, call, timestamp))
  const log: LogFacts = { upstreamMs: Date.now() - sentAt, ...(signing === 'present' && { signing }) }
  if ('error' in called) {
    // If the report is lost, the permit is free when the signature has expired. The problem is that of the call.
    await complete(outcomeOf(called.error), called.date)
    return failed(called.error, keyFreeInS(), log)
  }
  const { answer, date } = called
  const stored = await complete({ kind: 'succeeded', answer: '', ...store?.(answer) }, date)
  const refused = idempotent && notStored(stored, keyFreeInS())
  if (refused) return { kind: 'failed', by: 'upstream', problem: refused, log }
  return { kind: 'called', answer, log }
}

/** Returns why a token must not be handed out: the gate has not stored it for the key. */
function notStored(stored: Problem | { readonly fenced: boolean }, keyFreeInS: number): Problem | undefined {
  if (stored instanceof Problem) {
    const detail = 'The token could not be stored for its Idempotency-Key.'
    return new Problem('upstream-outcome-unknown', detail, { cause: stored.cause, retryAfter: keyFreeInS })
  }
  if (!stored.fenced) return undefined
  // The other call's answer is stored, or will be soon.
  const detail = 'Another call has taken over the Idempotency-Key; the token of this call is discarded.'
  return new Problem('upstream-outcome-unknown', detail, { retryAfter: 1 })
}

function failed(error: unknown, keyFreeInS: number, log: LogFacts): Attempt<never> {
  const problem = upstreamProblem(error, keyFreeInS)
  const { kind } = outcomeOf(error)
  if (kind === 'expired') return { kind: 'retry', problem, pauseMs: 0, log }
  if (isThrottled(problem)) return { kind: 'retry', problem, pauseMs: THROTTLED_PAUSE_MS * (0.5 + Math.random()), log }
  return { kind: 'failed', by: 'upstream', problem, log }
}

/** `date`: of the response, in milliseconds. */
type Called<Answer> = { readonly date: number | undefined } & (
  | { readonly answer: Answer }
  | { readonly error: unknown }
)

async function callUpstream<Answer>(
  settings: Settings,
  call: GatedCall<Answer>['call'],
  timestamp: number,
): Promise<Called<Answer>> {
  let date: number | undefined
  const onAttempt = (event: { readonly date?: number | undefined }) => {
    date = event.date
  }
  try {
    const answer = await call(faceidOf(settings), { timestamp, timeout: settings.upstreamTimeoutMs, onAttempt })
    return { answer, date }
  } catch (error) {
    return { error, date }
  }
}

/**
 * Returns `not-sent` only if it is certain that nothing was sent: an aborted `fetch` may still be delivered, and its outcome is
 * `unknown`.
 */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof TencentError)) return { kind: 'unknown' }
  const { code, outcome } = error
  if (outcome === 'not-sent') return { kind: 'not-sent' }
  if (hasServiceFailed(error)) return { kind: 'failed' }
  if (outcome !== 'refused') return { kind: 'unknown' }
  if (code === 'AuthFailure.SignatureExpire') return { kind: 'expired' }
  // Our IP address is Cloudflare's, shared with others: no sign that the account is over its limit.
  if (code === 'RequestLimitExceeded.IPLimitExceeded') return { kind: 'refused' }
  return { kind: code.startsWith('RequestLimitExceeded') ? 'throttled' : 'refused' }
}

/** Neither span has attributes: the log line has what there is to say. */
function inSpan<T>({ tracing }: Lane, name: 'gate.wait' | 'upstream.call', work: () => Promise<T>): Promise<T> {
  return tracing === undefined ? work() : tracing.enterSpan(name, work)
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

/** Returns the isolate's client. It makes one attempt per permit: another needs another permit. */
function faceidOf(settings: Settings): FaceidClient {
  const { credentials, endpoint, region } = settings
  const client = clients.get(settings) ?? createFaceidClient({ credentials, endpoint, region, maxRetries: 0 })
  clients.set(settings, client)
  return client
}
