import type { BurstPlan } from '../protocol/burst.ts'
import type { Access } from './access.ts'

export interface Sender {
  readonly name: string
  readonly credential: string
}

let users = 0

/** Returns the sender of each request of a burst. */
export async function sendersOf({ count, mix, credential = '' }: BurstPlan, access: Access): Promise<Sender[]> {
  const backend = { name: 'backend', credential: access.apiKey ?? '' }
  const senders = Array.from({ length: count }, (_, index): Sender | Promise<Sender> => {
    if (mix === 'own') return { name: 'your credential', credential }
    if (mix === 'backend') return backend
    return mix === 'users' || index % 2 === 1 ? newUser(access) : backend
  })
  return Promise.all(senders)
}

/** Returns a user that the endpoint has not seen, so that no hourly limit affects the burst. */
async function newUser({ jwtFor }: Access): Promise<Sender> {
  users += 1
  return { name: 'app users', credential: (await jwtFor?.(`user-of-burst-${users}`)) ?? '' }
}
