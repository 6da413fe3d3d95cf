import { Problem } from '../answers/problem.ts'
import type { Settings } from '../settings.ts'
import { nameOfApiKey } from './api-keys.ts'

/** Who is calling. */
export interface Caller {
  readonly kind: 'backend' | 'app-user'
  /** Tells callers apart, and names them in logs. */
  readonly id: string
  /** With whom the caller takes turns at the gate: each backend by itself, all app users together. */
  readonly party: string
}

/** Finds out who is calling from `Authorization: Bearer` (RFC 6750). Throws a `Problem` where nobody known is. */
export async function authenticate(authorization: string | undefined, settings: Settings): Promise<Caller> {
  if (authorization === undefined) {
    // RFC 6750, section 3.1: no error code where there were no credentials.
    throw new Problem('credentials-missing', 'Send "Authorization: Bearer" with an API key.', {
      headers: { 'WWW-Authenticate': 'Bearer' },
    })
  }
  const key = /^Bearer +([\w~+/.-]+=*)$/i.exec(authorization)?.[1]
  const name = key === undefined ? undefined : await nameOfApiKey(key, settings.apiKeys)
  if (name === undefined) {
    throw new Problem('credentials-invalid', 'The API key is not one of those that this endpoint knows.', {
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    })
  }
  return { kind: 'backend', id: `backend:${name}`, party: `backend:${name}` }
}
