import {
  type FaceidCallOptions,
  type FaceidClient,
  type GetSdkVerificationResultResponse,
  ServiceError,
} from '@tc3-edge/faceid'
import type { Caller } from './auth/caller.ts'
import { gatedCall, type Lane } from './gated-call.ts'
import type { LogFacts } from './log/fields.ts'
import { type Issuance, type Owner, RESULT_LIFETIME_SECONDS, verifyExtra, verifyReceipt } from './ownership/binding.ts'
import type { ResultRequest } from './request/read-result-request.ts'
import { Problem } from './responses/problem.ts'
import { malformedField } from './results/malformed-field.ts'
import { type ResultBody, resultResponse, unfinishedResponse, type View } from './results/result-response.ts'
import type { Issuer } from './settings/issuers.ts'
import type { Settings } from './settings/settings.ts'

/** How long to wait before an unfinished result is read again, in seconds. */
const UNFINISHED_RETRY_S = 5

/** A result that the caller may read, as the receipt has proven. */
export interface ProvenRead {
  readonly sdkToken: string
  readonly owner: Owner
  readonly issuance: Issuance
}

/**
 * Returns whose token the request is about, if its receipt proves it. Throws a `Problem` otherwise: the same one whatever is
 * wrong, so that it tells nothing about tokens, users and receipts; 410 to the owner of a token that is too old.
 */
export async function proveOwnership(
  { bindingKeys, issuers }: Settings,
  caller: Caller,
  { sdkToken, receipt, user }: ResultRequest,
): Promise<ProvenRead> {
  const owner = user === undefined ? caller.owner : ownerOf(user, issuers)
  const issuance = await verifyReceipt(bindingKeys, receipt, owner, sdkToken)
  if (issuance === undefined) throw notFound({ reason: 'receipt' })
  if (Date.now() >= (issuance.issuedAt + RESULT_LIFETIME_SECONDS) * 1_000) throw expired({ preset: issuance.preset })
  return { sdkToken, owner, issuance }
}

function ownerOf({ iss, sub }: NonNullable<ResultRequest['user']>, issuers: readonly Issuer[]): Owner {
  if (iss === undefined && issuers.length > 1) {
    throw new Problem('request-invalid', '"user" should have "iss": this endpoint trusts several issuers.')
  }
  return { kind: 'app-user', issuer: iss ?? issuers[0]?.issuer ?? '', subject: sub }
}

/** A result to read, and for whom. */
export interface AuthorizedRead extends ProvenRead {
  readonly caller: Caller
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
}

export interface ReadResult {
  readonly body: ResultBody
  /** When to read again, in seconds; undefined where the result is final. */
  readonly retryAfter: number | undefined
  readonly log: LogFacts
}

/** Reads a result, by one call to Tencent Cloud, and judges it. Throws a `Problem`. */
export async function readResult(lane: Lane, read: AuthorizedRead): Promise<ReadResult> {
  const { caller, sdkToken, issuance, signal } = read
  const gated = await gatedCall(lane, {
    caller,
    signal,
    call: (faceid, options) => fetchResult(faceid, sdkToken, options),
  })
  if (gated.kind === 'replayed') throw new Error('The gate stores nothing of a read')
  const { answer } = gated
  const log = { ...gated.log, ...answer.log }
  const view = viewOf(caller)
  switch (answer.kind) {
    case 'unknown':
      throw notFound({ ...log, reason: 'upstream' })
    case 'expired':
      throw expired(log)
    case 'unfinished': {
      const body = unfinishedResponse(issuance, view, answer.log.upstreamRequestId)
      return { body, retryAfter: UNFINISHED_RETRY_S, log: { ...log, code: 'unfinished' } }
    }
    case 'result': {
      const text = await ownText(lane.settings, answer.result.Extra, read)
      if (text === undefined) throw notFound({ ...log, reason: 'binding-mismatch' })
      const field = malformedField(answer.result)
      if (field !== undefined) throw malformed(field, log)
      const body = resultResponse(answer.result, issuance, text, view)
      if (body.verdict !== 'unfinished') return { body, retryAfter: undefined, log: { ...log, code: 'read' } }
      return { body, retryAfter: UNFINISHED_RETRY_S, log: { ...log, code: 'unfinished' } }
    }
  }
}

/** Tencent's answer about a token. */
type Answer = { readonly log: Pick<LogFacts, 'upstreamRequestId' | 'upstreamCode'> } & (
  | { readonly kind: 'result'; readonly result: GetSdkVerificationResultResponse }
  | { readonly kind: 'unfinished' | 'expired' | 'unknown' }
)

/**
 * Errors that are about the token. None of them is documented: `InternalError.UnKnown` is a guess: of the
 * operation's own errors, it is the only one that fits a verification that has not ended.
 */
const tokenErrors: readonly (readonly [RegExp, Exclude<Answer['kind'], 'result'>])[] = [
  [/^InternalError\.UnKnown$/, 'unfinished'],
  [/^InvalidParameterValue\.BizTokenExpired$/, 'expired'],
  // The token is the only parameter.
  [/^InvalidParameter(Value)?(\.|$)/, 'unknown'],
]

async function fetchResult(faceid: FaceidClient, SdkToken: string, options: FaceidCallOptions): Promise<Answer> {
  try {
    const result = await faceid.GetSdkVerificationResult({ SdkToken }, options)
    return { kind: 'result', result, log: { upstreamRequestId: result.RequestId } }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const { code: upstreamCode, requestId } = error
    const [, kind] = tokenErrors.find(([pattern]) => pattern.test(upstreamCode)) ?? []
    if (kind === undefined) throw error
    return { kind, log: { upstreamCode, ...(requestId !== undefined && { upstreamRequestId: requestId }) } }
  }
}

/**
 * Returns the backend's own text in `Extra`; undefined if `Extra` was not made for this owner, time and preset. Where Tencent
 * returns none, the receipt has proven all that.
 */
async function ownText(
  { bindingKeys }: Settings,
  extra: unknown,
  { owner, issuance }: ProvenRead,
): Promise<string | undefined> {
  if (extra === undefined || extra === null || extra === '') return ''
  return typeof extra === 'string' ? verifyExtra(bindingKeys, extra, owner, issuance) : undefined
}

function viewOf({ kind, scopes }: Caller): View {
  if (kind === 'app-user') return 'user'
  return scopes.has('details') ? 'details' : 'reasons'
}

/** Tencent's own request id is for the log: with it, this 404 would differ from the others. */
function notFound(log: LogFacts): Problem {
  return new Problem('result-not-found', 'There is no such result for this caller.', { log })
}

/** No Retry-After: the next response would be of the same form. */
function malformed(field: string, log: LogFacts): Problem {
  const detail = `${field} of Tencent Cloud's response has another form than its document says.`
  return new Problem('upstream-failed', detail, { log: { ...log, upstreamCode: 'Client.InvalidResponse' } })
}

function expired(log: LogFacts): Problem {
  return new Problem('result-expired', 'The token was issued more than three days ago.', { log })
}
