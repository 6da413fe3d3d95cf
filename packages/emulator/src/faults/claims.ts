import { accountOf, type Credential } from '../credential.ts'
import type { HttpRequest } from '../http-request.ts'
import { parseJson } from '../json.ts'

/** What a request says of itself, before anything is verified: faults are matched by it. */
export interface Claims {
  action: () => string | undefined
  account: () => string | undefined
  extra: () => string | undefined
}

export function claimsOf(request: HttpRequest, credentials: ReadonlyMap<string, Credential>): Claims {
  return {
    action: () => request.headers['x-tc-action'],
    account: () => {
      const secretId = /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '')?.[1]
      const credential = credentials.get(secretId ?? '')
      return credential && accountOf(credential)
    },
    extra: () => {
      if (request.method === 'GET') return new URLSearchParams(request.query).get('Extra') ?? undefined
      const { Extra } = Object(parseJson(request.body))
      return typeof Extra === 'string' ? Extra : undefined
    },
  }
}
