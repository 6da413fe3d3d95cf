import type { Token } from '../generated/api.ts'

/** A token as it was issued, and as the gate's ledger keeps it. */
export interface IssuedToken {
  readonly sdkToken: string
  /** Tencent Cloud's name for the call. */
  readonly requestId: string
  /** In milliseconds. */
  readonly issuedAt: number
}

/** The body of a 201, for a token that lives `ttl` seconds, at `now` (milliseconds). */
export function tokenAnswer({ sdkToken, requestId, issuedAt }: IssuedToken, now: number, ttl: number): Token {
  const expiresAt = issuedAt + ttl * 1_000
  return {
    sdkToken,
    requestId,
    expiresAt: new Date(expiresAt).toISOString(),
    expiresIn: Math.max(0, Math.round((expiresAt - now) / 1_000)),
  }
}

/** Reads what the ledger keeps. */
export function parseIssuedToken(text: string): IssuedToken {
  const { sdkToken, requestId, issuedAt } = JSON.parse(text)
  return { sdkToken: String(sdkToken), requestId: String(requestId), issuedAt: Number(issuedAt) }
}
