import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { IssuerFailure, isTimeout } from './issuer-failure.ts'

/** How old keys may get before they are fetched anew in the background, in milliseconds. */
const FRESH_MS = 10 * 60 * 1_000

/** How old keys may get while the issuer can't be reached, in milliseconds. */
const USABLE_MS = 24 * 60 * 60 * 1_000

/** How long a new key is not looked for after keys have been fetched, in milliseconds. */
const COOLDOWN_MS = 30_000

/** How long the issuer is left alone after it has failed, in milliseconds. */
const FAILED_COOLDOWN_MS = 2_000

/** How long the issuer may take, in milliseconds. */
const TIMEOUT_MS = 3_000

/** Keeps work going after its request has been answered. */
export type KeepGoing = (work: Promise<unknown>) => void

type KeySet = (keepGoing: KeepGoing) => JWTVerifyGetKey

const keySets = new Map<string, KeySet>()

/**
 * The keys of an issuer, kept in this isolate. A key that is known stays usable for 24 hours while the issuer is down; one
 * that is not known is looked for, every 30 seconds at most.
 */
export function keySetOf(url: string, keepGoing: KeepGoing): JWTVerifyGetKey {
  const keySet = keySets.get(url) ?? createKeySet(url)
  keySets.set(url, keySet)
  return keySet(keepGoing)
}

function createKeySet(url: string): KeySet {
  let fetchedAt = Number.NEGATIVE_INFINITY
  let failedAt = Number.NEGATIVE_INFINITY
  let reloadedAt = Number.NEGATIVE_INFINITY
  const remote = createRemoteJWKSet(new URL(url), {
    // Its own notion of age forgets good keys while the issuer is down.
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: COOLDOWN_MS,
    timeoutDuration: TIMEOUT_MS,
    [customFetch]: async (address, options) => {
      // Tokens with made-up keys must not become a flood at an issuer that is down already.
      if (Date.now() < failedAt + FAILED_COOLDOWN_MS) throw new IssuerFailure('resting')
      const response = await fetch(address, options).catch((error: unknown) => {
        failedAt = Date.now()
        throw isTimeout(error) ? error : new IssuerFailure('unreachable')
      })
      if (response.status === 200) return response
      failedAt = Date.now()
      throw new IssuerFailure(`status-${response.status}`)
    },
  })
  const reload = async () => {
    await remote.reload()
    fetchedAt = Date.now()
  }
  return (keepGoing) => async (header, token) => {
    const now = Date.now()
    if (now > fetchedAt + USABLE_MS) await reload()
    // By the time and not by whether one is under way: it may have ended with its request, untold.
    else if (now > fetchedAt + FRESH_MS && now > reloadedAt + TIMEOUT_MS) {
      reloadedAt = now
      keepGoing(reload().catch(() => undefined))
    }
    return remote(header, token)
  }
}
