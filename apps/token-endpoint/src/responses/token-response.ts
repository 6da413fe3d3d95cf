import { type ApplySdkVerificationTokenResponse, InvalidResponseError } from '@tc3-edge/faceid'
import type { Token } from '../generated/api.ts'

/** A token as it was issued, and as the idempotency store holds it. */
export interface IssuedToken {
  readonly sdkToken: string
  /** Proves whom the token was issued to. */
  readonly receipt: string
  /** Encrypted, for the SDK on the device; undefined where Tencent Cloud sends none. */
  readonly serverParamInfo: string | undefined
  /** Tencent Cloud's id of the call. */
  readonly requestId: string
  /** UNIX time, in milliseconds. */
  readonly issuedAt: number
}

/**
 * Returns the token of a response of Tencent Cloud. `issuedAt`: in milliseconds. Throws an `InvalidResponseError` if the token
 * is empty.
 */
export function issuedToken(
  response: ApplySdkVerificationTokenResponse,
  receipt: string,
  issuedAt: number,
): IssuedToken {
  const { SdkToken, ServerParamInfo, RequestId } = response
  if (SdkToken.trim() === '') {
    throw new InvalidResponseError('ApplySdkVerificationToken: not a response of the API: SdkToken is empty', {
      action: 'ApplySdkVerificationToken',
      outcome: 'unknown',
      retryable: false,
      attempts: 1,
      requestId: RequestId,
      bodyExcerpt: '',
    })
  }
  return { sdkToken: SdkToken, receipt, serverParamInfo: ServerParamInfo, requestId: RequestId, issuedAt }
}

/** Returns the body of a 201 for a token that lives `ttl` seconds, sent at `now` (milliseconds). */
export function tokenResponse(token: IssuedToken, now: number, ttl: number): Token {
  const { sdkToken, receipt, serverParamInfo, requestId, issuedAt } = token
  const expiresAt = issuedAt + ttl * 1_000
  return {
    sdkToken,
    receipt,
    ...(serverParamInfo !== undefined && { serverParamInfo }),
    requestId,
    expiresAt: new Date(expiresAt).toISOString(),
    expiresIn: Math.max(0, Math.round((expiresAt - now) / 1_000)),
  }
}

/** Parses a token of the idempotency store. */
export function parseIssuedToken(text: string): IssuedToken {
  const { sdkToken, receipt, serverParamInfo, requestId, issuedAt } = JSON.parse(text)
  return {
    sdkToken: String(sdkToken),
    receipt: String(receipt),
    serverParamInfo: serverParamInfo === undefined ? undefined : String(serverParamInfo),
    requestId: String(requestId),
    issuedAt: Number(issuedAt),
  }
}
