import type { ApplySdkVerificationTokenResponse } from '@tc3-edge/faceid'

/** The body of a 201. */
export interface TokenAnswer {
  readonly sdkToken: string
  /** Tencent Cloud's name for the call. */
  readonly requestId: string
  /** RFC 3339, in UTC. */
  readonly expiresAt: string
  /** In seconds. */
  readonly expiresIn: number
}

/** The answer for a token that was issued at `now` (milliseconds) and lives `ttl` seconds. */
export function tokenAnswer(issued: ApplySdkVerificationTokenResponse, now: number, ttl: number): TokenAnswer {
  return {
    sdkToken: issued.SdkToken,
    requestId: issued.RequestId,
    expiresAt: new Date(now + ttl * 1_000).toISOString(),
    expiresIn: ttl,
  }
}
