import type { IdempotentRequest } from '@tc3-edge/gate'
import { sha256Hex } from '../hash.ts'
import { Problem } from '../responses/problem.ts'
import type { TokenRequest } from './read-request.ts'

/**
 * Reads the header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07), which is a quoted string; unquoted ones
 * are common and accepted as well.
 */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  const [, quoted] = /^"([\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"$/.exec(header) ?? []
  const [bare] = /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]{1,255}$/.exec(header) ?? []
  const key = quoted ?? bare
  if (key === undefined) {
    throw new Problem(
      'idempotency-key-invalid',
      'Idempotency-Key should be 1 to 255 visible ASCII characters in quotes.',
    )
  }
  return key
}

/** Returns the key and the request as the idempotency store holds them: hashed, the key together with its caller. */
export async function idempotentRequest(
  caller: string,
  key: string,
  request: TokenRequest,
): Promise<IdempotentRequest> {
  const sorted = Object.entries(request.parameters).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    key: await sha256Hex(JSON.stringify([caller, key])),
    fingerprint: await sha256Hex(JSON.stringify([request.preset, sorted])),
  }
}
