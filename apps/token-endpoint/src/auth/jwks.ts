import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose'

/** How old keys may get before they are fetched again in the background, in milliseconds. */
const FRESH_MS = 10 * 60 * 1_000

/** How old keys may get while the issuer can't be reached, in milliseconds, unless the caller says otherwise. */
const USABLE_MS = 24 * 60 * 60 * 1_000

/** How long an unknown key id causes no other fetch, in milliseconds. */
const COOLDOWN_MS = 30_000

/** How long the issuer is left alone after it has failed, in milliseconds. */
const FAILED_COOLDOWN_MS = 2_000

/** How long the issuer may take, in milliseconds. */
const TIMEOUT_MS = 3_000

/** How large a key set may be, in bytes. Large ones have some 10 kB. */
const MAX_BYTES = 1024 * 1024

/** How often a request checks whether the fetch of another one is done, in milliseconds. */
const POLL_MS = 10

/** Extends the lifetime of an invocation past its response, as `ExecutionContext.waitUntil` does. */
export type WaitUntil = (work: Promise<unknown>) => void

const cached = new Map<string, Jwks>()

/**
 * Returns the keys of an issuer (RFC 7517), cached in this isolate. A known key stays usable for `usableMs` (24 hours)
 * while the issuer is down; an unknown one makes the set be fetched again, every 30 seconds at most.
 */
export function jwksOf(url: string, waitUntil: WaitUntil, usableMs = USABLE_MS): JWTVerifyGetKey {
  const jwks = cached.get(url) ?? new Jwks(url, usableMs)
  cached.set(url, jwks)
  return (header, token) => jwks.keyOf(header, token, waitUntil)
}

type KeyArguments = Parameters<JWTVerifyGetKey>
type Key = Awaited<ReturnType<JWTVerifyGetKey>>

class Jwks {
  private readonly url: string
  private readonly usableMs: number
  private keys: JWTVerifyGetKey | undefined
  private fetchedAt = Number.NEGATIVE_INFINITY
  private unknownKeyAt = Number.NEGATIVE_INFINITY
  private startedAt = Number.NEGATIVE_INFINITY
  private inFlight = false
  private failure: IssuerFailure | undefined
  private failedAt = Number.NEGATIVE_INFINITY

  constructor(url: string, usableMs: number) {
    this.url = url
    this.usableMs = usableMs
  }

  async keyOf(header: KeyArguments[0], token: KeyArguments[1], waitUntil: WaitUntil): Promise<Key> {
    const now = Date.now()
    if (now > this.fetchedAt + this.usableMs) await this.refresh(waitUntil)
    else if (now > this.fetchedAt + FRESH_MS && now > this.startedAt + TIMEOUT_MS)
      this.refresh(waitUntil).catch(() => undefined)
    try {
      return await this.find(header, token)
    } catch (error) {
      const lastFetch = Math.max(this.fetchedAt, this.unknownKeyAt)
      if (!(error instanceof errors.JWKSNoMatchingKey) || now < lastFetch + COOLDOWN_MS) throw error
      this.unknownKeyAt = now
      await this.refresh(waitUntil)
      return await this.find(header, token)
    }
  }

  private async find(...[header, token]: KeyArguments): Promise<Key> {
    try {
      return await (this.keys ?? noKeys)(header, token)
    } catch (error) {
      if (error instanceof errors.JOSEError) throw error
      // A key that can't be imported counts as missing.
      throw new errors.JWKSNoMatchingKey()
    }
  }

  /** Fetches the keys. While a fetch is in flight, waits for that one; right after a failure, throws. */
  private async refresh(waitUntil: WaitUntil): Promise<void> {
    // Polls, because a promise of another request may never settle; up to a time, because that request may have been ended.
    while (this.inFlight && Date.now() < this.startedAt + TIMEOUT_MS) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      if (this.fetchedAt >= this.startedAt) return
      if (!this.inFlight && this.failure !== undefined) throw this.failure
    }
    // Tokens with made-up key ids must not flood an issuer that is down already.
    if (Date.now() < this.failedAt + FAILED_COOLDOWN_MS) throw new IssuerFailure('cooling-down')
    this.startedAt = Date.now()
    this.inFlight = true
    const fetching = this.fetch()
    waitUntil(fetching.catch(() => undefined))
    await fetching
  }

  private async fetch(): Promise<void> {
    try {
      this.keys = await fetchKeys(this.url)
      this.fetchedAt = Date.now()
    } catch (error) {
      this.failure = error instanceof IssuerFailure ? error : new IssuerFailure('unreachable')
      this.failedAt = Date.now()
      throw this.failure
    } finally {
      this.inFlight = false
    }
  }
}

const noKeys = createLocalJWKSet({ keys: [] })

async function fetchKeys(url: string): Promise<JWTVerifyGetKey> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const headers = { Accept: 'application/json, application/jwk-set+json' }
    const response = await fetch(url, { headers, redirect: 'manual', signal })
    if (response.status !== 200) throw new IssuerFailure(`status-${response.status}`)
    return keysOf(await textOf(response))
  } catch (error) {
    if (error instanceof IssuerFailure) throw error
    throw new IssuerFailure(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable')
  }
}

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let read = 0
  for await (const chunk of body ?? []) {
    read += chunk.byteLength
    if (read > MAX_BYTES) throw new IssuerFailure('too-large')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function keysOf(text: string): JWTVerifyGetKey {
  let jwks: ReturnType<typeof JSON.parse>
  try {
    jwks = JSON.parse(text)
  } catch {
    throw new IssuerFailure('not-json')
  }
  try {
    return createLocalJWKSet(jwks)
  } catch {
    throw new IssuerFailure('not-a-jwks')
  }
}

/** Why the keys of an issuer could not be fetched. */
export class IssuerFailure extends Error {
  override readonly name = 'IssuerFailure'
  /** Fixed words, safe to log. */
  readonly code: string

  constructor(
    code: 'unreachable' | 'timeout' | 'cooling-down' | 'too-large' | 'not-json' | 'not-a-jwks' | `status-${number}`,
  ) {
    super(`The issuer: ${code}`)
    this.code = code
  }
}
