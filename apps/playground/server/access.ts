import type { PageCaller } from '../wire/setup.ts'

/** The credentials that were made for this run; none where the environment has set up callers of its own. */
export interface Access {
  readonly apiKey?: string | undefined
  /** A JWT for an app user of this name. */
  readonly jwtFor?: ((subject: string) => Promise<string>) | undefined
}

const APP_USERS = ['alice', 'bob']

export async function callersOf({ apiKey, jwtFor }: Access): Promise<PageCaller[]> {
  const backend: PageCaller[] =
    apiKey === undefined ? [] : [{ id: 'backend', name: 'A backend', kind: 'backend', credential: apiKey }]
  const users = jwtFor === undefined ? [] : APP_USERS.map(async (name) => userOf(name, await jwtFor(name)))
  return [...backend, ...(await Promise.all(users))]
}

function userOf(name: string, credential: string): PageCaller {
  return { id: name, name: `App user ${name}`, kind: 'app-user', credential }
}
