import type { Settings } from '../settings/settings.ts'
import { nameOfApiKey } from './api-keys.ts'
import type { Caller } from './caller.ts'
import type { WaitUntil } from './jwks.ts'
import { callerOfJwt } from './jwt.ts'
import { credentialsMissing, invalidToken } from './unauthorized.ts'

/** Identifies the caller by `Authorization: Bearer` (RFC 6750). Throws a `Problem` if the credentials are missing or invalid. */
export async function authenticate(
  authorization: string | undefined,
  settings: Settings,
  waitUntil: WaitUntil,
): Promise<Caller> {
  if (!authorization) throw credentialsMissing()
  const token = /^Bearer +([\w~+/.-]+=*)$/i.exec(authorization)?.[1]
  if (token === undefined) throw invalidToken('scheme', 'The Authorization header should be "Bearer" and a token.')
  if (settings.issuer !== undefined && token.split('.').length === 3) {
    return callerOfJwt(token, settings.issuer, waitUntil)
  }

  const name = await nameOfApiKey(token, settings.apiKeys)
  if (name === undefined) throw invalidToken('api-key', 'This endpoint does not know the token.')
  return { kind: 'backend', id: `backend:${name}`, tenant: `backend:${name}` }
}
