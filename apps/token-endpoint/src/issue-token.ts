import type { ApplySdkVerificationTokenRequest, FaceidCallOptions, FaceidClient } from '@tc3-edge/faceid'
import { DAY_MS, HOUR_MS, type IdempotentRequest, type Quota } from '@tc3-edge/gate'
import type { Caller } from './auth/caller.ts'
import { gatedCall, type Lane } from './gated-call.ts'
import type { LogFacts } from './log/fields.ts'
import { createExtra, createReceipt } from './ownership/binding.ts'
import type { BindingKeyring } from './ownership/binding-keys.ts'
import { type IssuedToken, issuedToken, parseIssuedToken } from './responses/token-response.ts'
import type { Settings } from './settings/settings.ts'

/** The remaining life that a replayed token has at least, in milliseconds: enough to start the verification. */
const MIN_REPLAYED_LIFE_MS = 120_000

/** A token to issue: what the caller may have, validated. */
export interface TokenIssuance {
  readonly caller: Caller
  readonly preset: string
  /** `Extra` is a backend's own text, to be appended to what the endpoint writes there. */
  readonly parameters: ApplySdkVerificationTokenRequest
  readonly idempotent: IdempotentRequest | undefined
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
}

export interface Issued {
  readonly token: IssuedToken
  readonly log: LogFacts
}

/** Returns a new token, or the one that is stored for the Idempotency-Key. Throws a `Problem`. */
export async function issueToken(lane: Lane, issuance: TokenIssuance): Promise<Issued> {
  const { caller, idempotent, signal } = issuance
  const replayMs = Math.max(0, lane.settings.sdkTokenTtlSeconds * 1_000 - MIN_REPLAYED_LIFE_MS)
  const gated = await gatedCall(lane, {
    caller,
    quotas: quotasOf(lane.settings, caller),
    idempotent,
    signal,
    call: (faceid, options) => issue(lane.settings.bindingKeys, issuance, faceid, options),
    store: (token) => ({ answer: JSON.stringify(token), replayMs }),
  })
  if (gated.kind === 'replayed') {
    return { token: parseIssuedToken(gated.stored), log: { ...gated.log, code: 'replayed' } }
  }
  const token = gated.answer
  return { token, log: { ...gated.log, code: 'issued', upstreamRequestId: token.requestId } }
}

/** Makes the call. `Extra` and the receipt bind its token to the caller, the preset and one second. */
async function issue(
  keys: BindingKeyring,
  { caller, preset, parameters }: TokenIssuance,
  faceid: FaceidClient,
  options: FaceidCallOptions,
): Promise<IssuedToken> {
  const bound = { issuedAt: Math.floor(Date.now() / 1_000), preset }
  const Extra = await createExtra(keys, caller.owner, bound, parameters.Extra)
  const response = await faceid.ApplySdkVerificationToken({ ...parameters, Extra }, options)
  const receivedAt = Date.now()
  return issuedToken(response, await createReceipt(keys, caller.owner, bound, response.SdkToken), receivedAt)
}

function quotasOf({ tokensPerDay }: Settings, { id, tokensPerHour }: Caller): Quota[] {
  const own: Quota = { name: id, scope: 'caller', limit: tokensPerHour, windowMs: HOUR_MS }
  if (tokensPerDay === undefined) return [own]
  return [own, { name: 'account', scope: 'account', limit: tokensPerDay, windowMs: DAY_MS }]
}
