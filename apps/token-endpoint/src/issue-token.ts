import type { ApplySdkVerificationTokenRequest } from '@tc3-edge/faceid'
import { DAY_MS, HOUR_MS, type IdempotentRequest, type Quota } from '@tc3-edge/gate'
import type { Caller } from './auth/caller.ts'
import { gatedCall, type Lane } from './gated-call.ts'
import type { LogFacts } from './log/fields.ts'
import { type IssuedToken, issuedToken, parseIssuedToken } from './responses/token-response.ts'
import type { Settings } from './settings/settings.ts'

/** A token is replayed only while it lives this much longer, in milliseconds: enough to begin the verification. */
const LEAST_REPLAYED_LIFE_MS = 120_000

export interface TokenOrder {
  readonly caller: Caller
  readonly parameters: ApplySdkVerificationTokenRequest
  readonly idempotent: IdempotentRequest | undefined
  /** The caller has gone. */
  readonly signal: AbortSignal
}

export interface Issued {
  readonly token: IssuedToken
  readonly log: LogFacts
}

/** Returns a new token, or the one that is stored for the Idempotency-Key. Throws a `Problem`. */
export async function issueToken(lane: Lane, order: TokenOrder): Promise<Issued> {
  const { caller, parameters, idempotent, signal } = order
  const replayMs = Math.max(0, lane.settings.sdkTokenTtlSeconds * 1_000 - LEAST_REPLAYED_LIFE_MS)
  const gated = await gatedCall(lane, {
    caller,
    quotas: quotasOf(lane.settings, caller),
    idempotent,
    signal,
    call: async (faceid, options) =>
      issuedToken(await faceid.ApplySdkVerificationToken(parameters, options), Date.now()),
    keep: (token) => ({ answer: JSON.stringify(token), replayMs }),
  })
  if (gated.kind === 'replayed') {
    return { token: parseIssuedToken(gated.kept), log: { ...gated.log, code: 'replayed' } }
  }
  const token = gated.answer
  return { token, log: { ...gated.log, code: 'issued', upstreamRequestId: token.requestId } }
}

function quotasOf({ tokensPerDay }: Settings, { id, tokensPerHour }: Caller): Quota[] {
  const own: Quota = { name: id, scope: 'caller', limit: tokensPerHour, windowMs: HOUR_MS }
  if (tokensPerDay === undefined) return [own]
  return [own, { name: 'account', scope: 'account', limit: tokensPerDay, windowMs: DAY_MS }]
}
