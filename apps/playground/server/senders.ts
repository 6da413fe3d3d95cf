import type { BurstOrder } from '../wire/burst.ts'
import type { Access } from './access.ts'

export interface Sender {
  readonly name: string
  readonly credential: string
}

let users = 0

/** Who sends each request of a burst, mixed as a queue of strangers would be. */
export async function sendersOf({ count, mix, credential = '' }: BurstOrder, access: Access): Promise<Sender[]> {
  const times = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))
  const backend = () => ({ name: 'backend', credential: access.apiKey ?? '' })
  if (mix === 'own') return times(count, () => ({ name: 'your credential', credential }))
  if (mix === 'backend') return times(count, backend)
  if (mix === 'users') return Promise.all(times(count, () => newUser('app users', access)))
  const [alice, bob] = await Promise.all([newUser('alice', access), newUser('bob', access)])
  return times(count, (index) => (index % 2 === 0 ? backend() : index % 4 === 1 ? alice : bob))
}

/** A user whom the endpoint has not seen, so that the allowance of an hour does not get in the way. */
async function newUser(name: string, { jwtFor }: Access): Promise<Sender> {
  users += 1
  return { name, credential: (await jwtFor?.(`${name}-of-burst-${users}`)) ?? '' }
}
