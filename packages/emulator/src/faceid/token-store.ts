import type { Outcome } from './outcome.ts'

export interface IssuedToken {
  account: string
  extra: string
  issuedAt: number
  reads: number
  /** Chosen for this token. */
  outcome: Outcome | undefined
}

export interface TokenStore {
  add: (name: string, token: IssuedToken) => void
  get: (name: string) => IssuedToken | undefined
  all: () => Iterable<IssuedToken>
}

const MAX_TOKENS = 10_000
/** Of names and Extras. */
const MAX_CHARACTERS = 16 * 1024 * 1024

/** Keeps the newest tokens, within both bounds. */
export function createTokenStore(): TokenStore {
  const tokens = new Map<string, IssuedToken>()
  let characters = 0
  // Kept, because a new iterator would have to skip all that was deleted before.
  const oldestFirst = tokens.keys()

  const remove = (name: string): void => {
    const token = tokens.get(name)
    if (!token) return
    characters -= name.length + token.extra.length
    tokens.delete(name)
  }

  return {
    add: (name, token) => {
      remove(name)
      tokens.set(name, token)
      characters += name.length + token.extra.length
      while (tokens.size > MAX_TOKENS || characters > MAX_CHARACTERS) remove(oldestFirst.next().value ?? name)
    },
    get: (name) => tokens.get(name),
    all: () => tokens.values(),
  }
}
