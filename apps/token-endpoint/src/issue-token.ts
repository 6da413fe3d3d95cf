import {
  type ApplySdkVerificationTokenRequest,
  createFaceidClient,
  type FaceidClient,
  FaceidError,
} from '@tc3-edge/faceid'
import type { Caller } from './auth/caller.ts'
import type { GateClient } from './gate/gate-client.ts'
import type { KeyedRequest, Outcome } from './gate/messages.ts'
import type { StandingRefusals } from './gate/standing-refusals.ts'
import type { LogFacts } from './log/fields.ts'
import { gateProblem } from './responses/gate-problem.ts'
import { Problem } from './responses/problem.ts'
import { type IssuedToken, issuedToken, parseIssuedToken } from './responses/token-response.ts'
import { upstreamProblem } from './responses/upstream-problem.ts'
import type { Settings } from './settings/settings.ts'

/** What is too short for a call, in milliseconds. */
const SHORTEST_CALL_MS = 100

/** How much longer a request may be on its way than its call was under way, in milliseconds. */
const IN_FLIGHT_MS = 250

/** About how long a throttled request waits before it stands in line again, in milliseconds: Tencent counts by the second. */
const THROTTLED_PAUSE_MS = 500

export interface TokenOrder {
  readonly caller: Caller
  readonly parameters: ApplySdkVerificationTokenRequest
  readonly keyed: KeyedRequest | undefined
  /** The caller has gone. */
  readonly signal: AbortSignal
}

export interface Issuing {
  readonly settings: Settings
  readonly gate: GateClient
  readonly refusals: StandingRefusals
}

export interface Issued {
  readonly token: IssuedToken
  readonly log: LogFacts
}

/** What becomes known of one request while it is being carried out. */
interface Attempting extends Issuing {
  log: LogFacts
}

/**
 * A permit from the gate, one signed call to Tencent Cloud, the outcome told to the gate; or the token that is stored for
 * the Idempotency-Key. A call that is throttled stands in line again while its patience lasts.
 */
export async function issueToken(issuing: Issuing, order: TokenOrder): Promise<Issued> {
  const attempting: Attempting = { ...issuing, log: {} }
  try {
    const token = await attempt(attempting, order)
    return { token, log: { code: 'issued', ...attempting.log } }
  } catch (error) {
    throw error instanceof Problem ? error.withLog(attempting.log) : error
  }
}

async function attempt(issuing: Attempting, order: TokenOrder): Promise<IssuedToken> {
  const patienceEnds = Date.now() + issuing.settings.maxWaitMs
  for (let throttled: Problem | undefined; ; ) {
    const left = Math.max(0, patienceEnds - Date.now())
    const permit = await permitFor(issuing, order, left).catch((error: unknown) => {
      throw throttled ?? error
    })
    if ('token' in permit) return permit.token
    try {
      return await call(issuing, order, permit)
    } catch (error) {
      if (!isThrottled(error)) throw error
      throttled = error
      issuing.log = { ...issuing.log, throttled: (issuing.log.throttled ?? 0) + 1 }
      const pause = THROTTLED_PAUSE_MS * (0.5 + Math.random())
      if (Date.now() + pause > patienceEnds || order.signal.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

function asker({ id, tenant }: Caller) {
  return { id, party: tenant }
}

function isThrottled(error: unknown): error is Problem {
  return error instanceof Problem && error.code === 'upstream-throttled'
}

interface Permit {
  readonly id: string
  /** How long the call may take, in milliseconds. */
  readonly timeout: number
}

async function permitFor(
  issuing: Attempting,
  { caller, keyed, signal }: TokenOrder,
  patienceMs: number,
): Promise<Permit | { readonly token: IssuedToken }> {
  const { settings, gate, refusals } = issuing
  const id = crypto.randomUUID()
  const askedAt = Date.now()
  const standing = refusals.standing(askedAt, asker(caller), keyed !== undefined)
  if (standing !== undefined) throw gateProblem(standing.reason, standing.retryAfterMs)

  const tokensPerHour = caller.kind === 'app-user' ? settings.tokensPerCallerPerHour : undefined
  const decision = await gate.ask(
    { id, caller: caller.id, party: caller.tenant, patienceMs, tokensPerHour, keyed },
    signal,
  )
  issuing.log = { ...issuing.log, waitMs: (issuing.log.waitMs ?? 0) + Date.now() - askedAt }
  if (decision.kind === 'answered') {
    issuing.log = { ...issuing.log, code: 'replayed' }
    return { token: parseIssuedToken(decision.answer) }
  }
  if (decision.kind === 'refused') {
    const { reason, retryAfterMs } = decision
    // Then nobody reads the answer, and it says nothing about the line.
    if (signal.aborted) issuing.log = { ...issuing.log, code: 'caller-gone' }
    else refusals.remember(Date.now(), asker(caller), decision)
    throw gateProblem(reason, retryAfterMs)
  }
  // The grant is as old as the time since the question, less the time in line; a millisecond for either clock's rounding.
  const age = Date.now() - askedAt - decision.waitedMs + 2
  return { id, timeout: decision.leaseMs - age - IN_FLIGHT_MS }
}

async function call(issuing: Attempting, order: TokenOrder, { id, timeout }: Permit): Promise<IssuedToken> {
  const { settings, gate } = issuing
  const { caller, keyed } = order
  const counted = caller.kind === 'app-user'
  const report = (outcome: Outcome) => gate.report({ id, caller: caller.id, keyed, counted, outcome })

  if (timeout < SHORTEST_CALL_MS || order.signal.aborted) {
    await report({ kind: 'not-sent' })
    if (order.signal.aborted) issuing.log = { ...issuing.log, code: 'caller-gone' }
    throw gateProblem('full', 0)
  }
  let issued: IssuedToken
  const sentAt = Date.now()
  /** When the lease has ended, in seconds from now. */
  const keyFreeIn = () => Math.max(1, Math.ceil((timeout + IN_FLIGHT_MS - (Date.now() - sentAt)) / 1_000))
  try {
    const answer = await faceid(settings).ApplySdkVerificationToken(order.parameters, { timeout })
    issued = issuedToken(answer, Date.now())
    issuing.log = { ...issuing.log, upstreamRequestId: answer.RequestId }
  } catch (error) {
    // Where that fails, the permit is free when its lease has ended; the caller is told of the first trouble.
    await report(outcomeOf(error)).catch(() => undefined)
    throw upstreamProblem(error, keyed ? keyFreeIn() : 1)
  } finally {
    issuing.log = { ...issuing.log, upstreamMs: Date.now() - sentAt }
  }
  return reported(report({ kind: 'issued', answer: JSON.stringify(issued) }), issued, keyed && keyFreeIn)
}

/**
 * A token that was issued for a key is handed out only if the gate has taken it in as the one for the key. `keyFreeIn`: when
 * the key is free again if that is not known, in seconds; undefined without a key.
 */
async function reported(
  report: Promise<{ readonly superseded: boolean }>,
  issued: IssuedToken,
  keyFreeIn: (() => number) | undefined,
): Promise<IssuedToken> {
  try {
    const { superseded } = await report
    if (!superseded) return issued
  } catch (cause) {
    if (keyFreeIn === undefined) return issued
    const detail = 'The token could not be entered for its key.'
    throw new Problem('upstream-outcome-unknown', detail, { cause, retryAfter: keyFreeIn() })
  }
  // The other call's answer is there, or will be soon.
  throw new Problem('upstream-outcome-unknown', 'The key has gone on to another call.', { retryAfter: 1 })
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof FaceidError)) return { kind: 'not-sent' }
  if (error.outcome !== 'refused') return { kind: error.outcome }
  return { kind: error.code.startsWith('RequestLimitExceeded') ? 'throttled' : 'refused' }
}

const clients = new WeakMap<Settings, FaceidClient>()

/** One client an isolate. It makes one attempt a permit: trying again means asking the gate again. */
function faceid(settings: Settings): FaceidClient {
  const { credentials, endpoint, region } = settings
  const client = clients.get(settings) ?? createFaceidClient({ credentials, endpoint, region, maxRetries: 0 })
  clients.set(settings, client)
  return client
}
