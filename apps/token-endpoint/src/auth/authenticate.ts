import { sha256, sha256Hex } from '../hash.ts'
import { Problem } from '../responses/problem.ts'
import type { Backend, Scope } from '../settings/backends.ts'
import type { Settings } from '../settings/settings.ts'
import type { Caller } from './caller.ts'
import type { WaitUntil } from './jwks.ts'
import { type AppUser, userOfJwt } from './jwt.ts'
import { credentialsMissing, invalidToken } from './unauthorized.ts'

const appUserScopes: ReadonlySet<Scope> = new Set(['issue', 'results'])

/** Identifies the caller by `Authorization: Bearer` (RFC 6750). Throws a `Problem` if the credentials are missing or invalid. */
export async function authenticate(
  authorization: string | undefined,
  settings: Settings,
  waitUntil: WaitUntil,
): Promise<Caller> {
  if (!authorization) throw credentialsMissing()
  const token = /^Bearer +([\w~+/.-]+=*)$/i.exec(authorization)?.[1]
  if (token === undefined) throw invalidToken('scheme', 'The Authorization header should be "Bearer" and a token.')
  if (settings.issuers.length > 0 && token.split('.').length === 3) {
    const owner = await userOfJwt(token, settings.issuers, waitUntil)
    const id = await opaqueId(owner)
    const pseudonym = `user:${await settings.bindingKeys.pseudonym(id)}`
    const { tokensPerCallerPerHour: tokensPerHour, appUsersWeight: weight } = settings
    return { kind: 'app-user', id, pseudonym, owner, tenant: 'app-users', weight, scopes: appUserScopes, tokensPerHour }
  }

  const backend = await findBackend(token, settings.backends)
  if (backend === undefined) throw invalidToken('api-key', 'This endpoint does not know the token.')
  const { name, weight, scopes, tokensPerHour } = backend
  const id = `backend:${name}`
  return {
    kind: 'backend',
    id,
    pseudonym: id,
    owner: { kind: 'backend', name },
    tenant: id,
    weight,
    scopes,
    tokensPerHour,
  }
}

/** Returns the backend that an API key belongs to. Every hash is compared, in constant time. */
async function findBackend(key: string, backends: readonly Backend[]): Promise<Backend | undefined> {
  const hash = await sha256(key)
  let found: Backend | undefined
  for (const backend of backends) {
    for (const expected of backend.keyHashes) if (crypto.subtle.timingSafeEqual(hash, expected)) found = backend
  }
  return found
}

/** Returns an identifier that is unique per issuer and subject. It can be computed by guessing these: not for logs. */
async function opaqueId({ issuer, subject }: AppUser): Promise<string> {
  return `user:${await sha256Hex(JSON.stringify([issuer, subject]))}`
}

/** Throws a `Problem` if the caller does not have the scope (RFC 6750, section 3.1). */
export function requireScope(caller: Caller, scope: Scope): void {
  if (caller.scopes.has(scope)) return
  throw new Problem('scope-insufficient', `The API key does not have the scope "${scope}".`, {
    headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  })
}
