import type { GetSdkVerificationResultResponse } from '@tc3-edge/faceid'
import type { BackendResult, DetailedResult, ResultReasons, ResultSummary, UserResult } from '../generated/api.ts'
import type { Issue } from '../ownership/binding.ts'
import { judge } from './verdict.ts'

/** How much of a result a caller may see. */
export type View = 'user' | 'reasons' | 'details'

/** Returns the body of a 200: a verdict for users, the reasons too for backends, and Tencent's own response with `details`. */
export function resultResponse(
  result: GetSdkVerificationResultResponse,
  issue: Issue,
  extra: string,
  view: View,
): UserResult | BackendResult | DetailedResult {
  const { verdict, reason, code, advice, attempts } = judge(result)
  const summary: ResultSummary = {
    verdict,
    ...(advice !== undefined && { advice }),
    preset: issue.preset,
    issuedAt: new Date(issue.issuedAt * 1_000).toISOString(),
    attempts,
  }
  if (view === 'user') return summary
  const reasons = { ...(reason !== undefined && { reason }), code, ...reasonsOf(result, extra) }
  return view === 'details' ? { ...summary, ...reasons, details: result } : { ...summary, ...reasons }
}

function reasonsOf(result: GetSdkVerificationResultResponse, extra: string): ResultReasons {
  const card = result.CardVerifyResults?.at(-1)
  const comparison = result.CompareResults?.at(-1)
  return {
    ...(result.DeviceInfoLevel !== undefined && { deviceRisk: deviceRisks[result.DeviceInfoLevel] ?? 'unknown' }),
    ...(card !== undefined && { ocrEdited: card.IsEdit ?? false, cardWarnings: card.WarnCardInfos ?? [] }),
    ...(comparison?.LivenessInfoTag && { attackTags: comparison.LivenessInfoTag }),
    ...(result.ChargeCount !== undefined && { chargeCount: result.ChargeCount }),
    ...(extra !== '' && { extra }),
    requestId: result.RequestId,
  }
}

const deviceRisks: Readonly<Record<string, NonNullable<ResultReasons['deviceRisk']>>> = {
  '1': 'none',
  '2': 'low',
  '3': 'medium',
  '4': 'high',
}
