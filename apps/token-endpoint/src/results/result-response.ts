import type { GetSdkVerificationResultResponse } from '@tc3-edge/faceid'
import type { BackendResult, DetailedResult, ResultReasons, ResultSummary, UserResult } from '../generated/api.ts'
import type { Issuance } from '../ownership/binding.ts'
import { judge } from './verdict.ts'

/** How much of a result a caller may see. */
export type View = 'user' | 'reasons' | 'details'

/** The body of a 200. */
export type ResultBody = UserResult | BackendResult | DetailedResult

/** Returns the body of a 200: a verdict for users, the reasons too for backends, and Tencent's own response with `details`. */
export function resultResponse(
  result: GetSdkVerificationResultResponse,
  issuance: Issuance,
  extra: string,
  view: View,
): ResultBody {
  const { verdict, reason, code, advice, attempts } = judge(result)
  const summary: ResultSummary = {
    verdict,
    ...(advice !== undefined && { advice }),
    ...summaryOf(issuance),
    attempts,
  }
  if (view === 'user') return summary
  const reasons = { ...(reason !== undefined && { reason }), code, ...reasonsOf(result, extra) }
  return view === 'details' ? { ...summary, ...reasons, details: result } : { ...summary, ...reasons }
}

/** Returns the body of a 200 where Tencent has nothing to say yet but an error. There are no details of that. */
export function unfinishedResponse(issuance: Issuance, view: View, requestId = ''): ResultBody {
  const summary: ResultSummary = { verdict: 'unfinished', ...summaryOf(issuance), attempts: 0 }
  return view === 'user' ? summary : { ...summary, requestId }
}

function summaryOf({ preset, issuedAt }: Issuance): Pick<ResultSummary, 'preset' | 'issuedAt'> {
  return { preset, issuedAt: new Date(issuedAt * 1_000).toISOString() }
}

function reasonsOf(result: GetSdkVerificationResultResponse, extra: string): ResultReasons {
  const card = result.CardVerifyResults?.at(-1)
  const comparison = result.CompareResults?.at(-1)
  return {
    ...(result.DeviceInfoLevel !== undefined && { deviceRisk: deviceRisks.get(result.DeviceInfoLevel) ?? 'unknown' }),
    ...(card !== undefined && { ocrEdited: card.IsEdit ?? false, cardWarnings: card.WarnCardInfos ?? [] }),
    ...(comparison?.LivenessInfoTag && { attackTags: comparison.LivenessInfoTag }),
    ...(typeof result.ChargeCount === 'number' && { chargeCount: result.ChargeCount }),
    ...(extra !== '' && { extra }),
    requestId: result.RequestId,
  }
}

const deviceRisks: ReadonlyMap<string, NonNullable<ResultReasons['deviceRisk']>> = new Map([
  ['1', 'none'],
  ['2', 'low'],
  ['3', 'medium'],
  ['4', 'high'],
])
