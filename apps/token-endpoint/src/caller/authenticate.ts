import type { Settings } from '../settings/settings.ts'
import { callerOfJwt } from './app-users.ts'
import type { Caller } from './caller.ts'
import type { KeepGoing } from './key-set.ts'
import { nameOfApiKey } from './name-of-api-key.ts'
import { invalidToken, noToken } from './refused-credentials.ts'

/** Finds out who is calling from `Authorization: Bearer` (RFC 6750). Throws a `Problem` where nobody known is. */
export async function authenticate(
  authorization: string | undefined,
  settings: Settings,
  keepGoing: KeepGoing,
): Promise<Caller> {
  if (!authorization) throw noToken()
  const token = /^Bearer +([\w~+/.-]+=*)$/i.exec(authorization)?.[1]
  if (token === undefined) throw invalidToken('scheme', 'The Authorization header should be "Bearer" and a token.')
  if (settings.issuer !== undefined && token.split('.').length === 3) {
    return callerOfJwt(token, settings.issuer, keepGoing)
  }

  const name = await nameOfApiKey(token, settings.apiKeys)
  if (name === undefined) throw invalidToken('api-key', 'The token is none that this endpoint knows.')
  return { kind: 'backend', id: `backend:${name}`, party: `backend:${name}` }
}
