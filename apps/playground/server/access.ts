import type { PageCaller } from '../protocol/setup.ts'

/** The credentials that were made for this run; none if the environment names its own callers. */
export interface Access {
  readonly apiKey?: string | undefined
  /** A JWT for an app user of this name. */
  readonly jwtFor?: ((subject: string) => Promise<string>) | undefined
}

const APP_USERS = ['alice', 'bob']

let visits = 0

/** Returns the callers for one visit of the page. Each gets users of its own, so that no hourly limit is left used up. */
export async function callersOf({ apiKey, jwtFor }: Access): Promise<PageCaller[]> {
  visits += 1
  const backend: PageCaller[] =
    apiKey === undefined ? [] : [{ id: 'backend', name: 'A backend', kind: 'backend', credential: apiKey }]
  if (jwtFor === undefined) return backend
  const users = APP_USERS.map(async (name): Promise<PageCaller> => {
    const credential = await jwtFor(`${name}-${visits}`)
    return { id: name, name: `App user ${name}`, kind: 'app-user', credential }
  })
  return [...backend, ...(await Promise.all(users))]
}
