import { createFaceidClient, type FaceidCallOptions, type FaceidClient, TencentError } from '@tc3-edge/faceid'
import type { AcquireRequest, Decision, IdempotentRequest, Outcome, Quota, RefusalCache } from '@tc3-edge/gate'
import type { Caller } from './auth/caller.ts'
import type { GateClient } from './gate/gate-client.ts'
import type { LogFacts } from './log/fields.ts'
import { gateProblem } from './responses/gate-problem.ts'
import { Problem } from './responses/problem.ts'
import { hasServiceFailed, upstreamProblem } from './responses/upstream-problem.ts'
import type { Settings } from './settings/settings.ts'

/** How little of its signature's life makes a call not worth making, in milliseconds. */
const LEAST_LIFE_MS = 3_000

/** About how long a throttled request waits before it queues again, in milliseconds: Tencent counts by the second. */
const THROTTLED_PAUSE_MS = 500

/** The gate of one operation, and what this isolate remembers of its refusals. */
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
  /** What a token counts against. Default: nothing. */
  readonly quotas?: readonly Quota[]
  readonly idempotent?: IdempotentRequest | undefined
  /** The caller has gone. */
  readonly signal: AbortSignal
  /** Makes the one call of a permit. */
  readonly call: (faceid: FaceidClient, options: FaceidCallOptions) => Promise<Answer>
  /** What the gate keeps of the answer for the Idempotency-Key. Default: nothing. */
  readonly keep?: (answer: Answer) => Omit<Succeeded, 'kind'>
}

/** What came of a call: Tencent's answer, or what the gate has kept of an earlier one for the Idempotency-Key. */
export type Gated<Answer> = { readonly log: LogFacts } & (
  | { readonly kind: 'called'; readonly answer: Answer }
  | { readonly kind: 'replayed'; readonly kept: string }
)

type Succeeded = Extract<Outcome, { kind: 'succeeded' }>
type Grant = Extract<Decision, { kind: 'granted' }>

/** What came of one permit, or of asking for it. */
type Attempt<Answer> =
  | Gated<Answer>
  /** Nothing was carried out, and the request may queue again after a pause. */
  | { readonly kind: 'again'; readonly problem: Problem; readonly pauseMs: number; readonly log: LogFacts }
  | { readonly kind: 'failed'; readonly by: 'gate' | 'upstream'; readonly problem: Problem; readonly log: LogFacts }

/**
 * A permit from the gate, one signed call to Tencent Cloud, its outcome told to the gate. A call that is throttled, or refused
 * because its signature had expired, queues again within MAX_WAIT_MS. Throws a `Problem`.
 */
export async function gatedCall<Answer>(lane: Lane, wanted: GatedCall<Answer>): Promise<Gated<Answer>> {
  const waitEnds = Date.now() + lane.settings.maxWaitMs
  let log: LogFacts = {}
  for (let earlier: Problem | undefined; ; ) {
    const result = await attempt(lane, wanted, Math.max(0, waitEnds - Date.now()))
    log = { ...log, ...result.log, waitMs: (log.waitMs ?? 0) + (result.log.waitMs ?? 0) }
    if (result.kind === 'called' || result.kind === 'replayed') return { ...result, log }
    // That there is no second permit says less than why the first was not enough.
    if (result.kind === 'failed') throw ((result.by === 'gate' && earlier) || result.problem).withLog(log)
    earlier = result.problem
    if (isThrottled(earlier)) log = { ...log, throttled: (log.throttled ?? 0) + 1 }
    if (Date.now() + result.pauseMs > waitEnds || wanted.signal.aborted) throw earlier.withLog(log)
    await new Promise((resolve) => setTimeout(resolve, result.pauseMs))
  }
}

function isThrottled({ code }: Problem): boolean {
  return code === 'upstream-throttled'
}

async function attempt<Answer>(lane: Lane, wanted: GatedCall<Answer>, maxWaitMs: number): Promise<Attempt<Answer>> {
  const { gate, refusals } = lane
  const { signal, idempotent } = wanted
  const request = acquireRequest(wanted, maxWaitMs)
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
      return { kind: 'replayed', kept: decision.answer, log }
    case 'refused': {
      // A caller that has gone was taken out of the queue: that says nothing about the gate.
      const problem = gateProblem(decision)
      if (signal.aborted) return { kind: 'failed', by: 'gate', problem, log: { ...log, code: 'caller-gone' } }
      refusals.remember(Date.now(), who, decision)
      return { kind: 'failed', by: 'gate', problem, log }
    }
    case 'granted': {
      const age = Date.now() - startedAt - decision.waitedMs
      const called = await callOnce(lane, wanted, request, decision, Date.now() - age + decision.expiresInMs)
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
    // Of a backend each request has an appointment of its own.
    holder: caller.kind === 'app-user' ? caller.id : idempotent?.key,
    maxWaitMs,
    quotas,
    idempotent,
  }
}

/** Makes the one call of a permit, and reports its outcome. `expiresAt`: when its signature has expired, on our clock. */
async function callOnce<Answer>(
  lane: Lane,
  { signal, call, keep }: GatedCall<Answer>,
  { id, quotas, idempotent }: AcquireRequest,
  { timestamp, signing }: Grant,
  expiresAt: number,
): Promise<Attempt<Answer>> {
  const { settings, gate } = lane
  const complete = (outcome: Outcome, date?: number) =>
    orProblem(gate.complete({ id, timestamp, quotas, idempotent, outcome, date }))
  if (signal.aborted || Date.now() > expiresAt - LEAST_LIFE_MS) {
    await complete({ kind: 'not-sent' })
    const problem = gateProblem({ reason: 'full', retryAfterS: 1, promised: false })
    if (signal.aborted) return { kind: 'failed', by: 'gate', problem, log: { code: 'caller-gone' } }
    return { kind: 'again', problem, pauseMs: 0, log: {} }
  }
  /** When the key can be used again if nobody knows how the call ended, in seconds. */
  const keyFreeIn = () => (idempotent ? Math.max(1, Math.ceil((expiresAt - Date.now()) / 1_000)) : 1)
  const sentAt = Date.now()
  const made = await inSpan(lane, 'upstream.call', () => callUpstream(settings, call, timestamp))
  const log: LogFacts = { upstreamMs: Date.now() - sentAt, ...(signing === 'present' && { signing }) }
  if ('error' in made) {
    // If the report is lost, the permit is free when the signature has expired. The problem is that of the call.
    await complete(outcomeOf(made.error), made.date)
    return failed(made.error, keyFreeIn(), log)
  }
  const { answer, date } = made
  const stored = await complete({ kind: 'succeeded', answer: '', ...keep?.(answer) }, date)
  const refused = idempotent && notStored(stored, keyFreeIn())
  if (refused) return { kind: 'failed', by: 'upstream', problem: refused, log }
  return { kind: 'called', answer, log }
}

/** What was issued for a key is handed out only if the gate has stored it as the one for the key. */
function notStored(stored: Problem | { readonly fenced: boolean }, keyFreeIn: number): Problem | undefined {
  if (stored instanceof Problem) {
    const detail = 'The token could not be stored for its key.'
    return new Problem('upstream-outcome-unknown', detail, { cause: stored.cause, retryAfter: keyFreeIn })
  }
  if (!stored.fenced) return undefined
  // The other call's answer is there, or will be soon.
  return new Problem('upstream-outcome-unknown', 'The key has gone on to another call.', { retryAfter: 1 })
}

function failed(error: unknown, keyFreeIn: number, log: LogFacts): Attempt<never> {
  const problem = upstreamProblem(error, keyFreeIn)
  const { kind } = outcomeOf(error)
  if (kind === 'expired') return { kind: 'again', problem, pauseMs: 0, log }
  if (isThrottled(problem)) return { kind: 'again', problem, pauseMs: THROTTLED_PAUSE_MS * (0.5 + Math.random()), log }
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
 * `not-sent` only where it is proven that nothing left: aborting a `fetch` does not take back what the connection goes on
 * delivering, and the client says `unknown` then.
 */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof TencentError)) return { kind: 'unknown' }
  const { code, outcome } = error
  if (outcome === 'not-sent') return { kind: 'not-sent' }
  if (hasServiceFailed(error)) return { kind: 'failed' }
  if (outcome !== 'refused') return { kind: 'unknown' }
  if (code === 'AuthFailure.SignatureExpire') return { kind: 'expired' }
  // Our IP address is Cloudflare's, and so are those of others.
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

/** One client an isolate. It makes one attempt a permit: trying again means asking the gate again. */
function faceidOf(settings: Settings): FaceidClient {
  const { credentials, endpoint, region } = settings
  const client = clients.get(settings) ?? createFaceidClient({ credentials, endpoint, region, maxRetries: 0 })
  clients.set(settings, client)
  return client
}
