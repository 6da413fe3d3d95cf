import { FaceidError } from './errors.ts'

/** Bounds of the waits between attempts, in milliseconds. */
const FIRST_WAIT = 250
const LONGEST_WAIT = 8_000

export interface RetrySettings {
  readonly maxRetries: number
  /** Ends the wait between attempts. */
  readonly signal: AbortSignal | undefined
}

/**
 * Attempts until one succeeds, fails for good, or `maxRetries` more than the first have failed.
 * An unknown outcome is never attempted again: the API has no idempotency input, so a second token might be issued.
 */
export async function withRetries<Answer>(
  attempt: (number: number) => Promise<Answer>,
  { maxRetries, signal }: RetrySettings,
): Promise<Answer> {
  for (let number = 1; ; number++) {
    try {
      return await attempt(number)
    } catch (error) {
      if (number > maxRetries || !mayRetry(error)) throw error
      await wait(backoff(number), signal)
    }
  }
}

function mayRetry(error: unknown): boolean {
  return error instanceof FaceidError && error.retryable && error.outcome !== 'unknown'
}

/** Exponential backoff with full jitter. */
function backoff(number: number): number {
  return Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (number - 1))
}

/** Resolves after the time, or as soon as the signal is aborted: the next attempt then says so. */
function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    if (signal?.aborted) done()
    else signal?.addEventListener('abort', done, { once: true })
  })
}
