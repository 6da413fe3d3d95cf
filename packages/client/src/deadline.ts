import type { Credentials, CredentialsProvider } from '@tc3-edge/signer'

/** The end of one attempt: its timeout, or an abort by the caller. */
export interface Deadline {
  /** Aborted at the end: with `DeadlineExceeded`, or with the caller's own reason. */
  readonly signal: AbortSignal
  /** Settles with the work, or rejects with the signal's reason at the end, even where `fetch` ignores its signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>
  /** Clears the timer and stops listening to the callers' signals. */
  readonly release: () => void
}

/** A class of its own: a credentials provider may throw any other `TimeoutError`. */
export class DeadlineExceeded extends Error {
  override readonly name = 'TimeoutError'
}

// Not AbortSignal.any with AbortSignal.timeout: Vercel's edge-runtime lacks the first.
/** Starts a deadline `timeout` milliseconds from now that also ends with any of the callers' signals. */
export function startDeadline(timeout: number, callers: readonly AbortSignal[]): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  let rejectRace: ((reason: unknown) => void) | undefined
  const end = (reason: unknown) => {
    controller.abort(reason)
    rejectRace?.(signal.reason)
  }
  const timer = setTimeout(() => end(new DeadlineExceeded(`no complete response within ${timeout} ms`)), timeout)
  const stopListening = callers.map((caller) => onAbort(caller, () => end(caller.reason)))

  return {
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        rejectRace = reject
        work.then(resolve, reject)
        if (signal.aborted) reject(signal.reason)
      }),
    release: () => {
      clearTimeout(timer)
      for (const stop of stopListening) stop()
    },
  }
}

/** Resolves after the time, or as soon as one of the signals is aborted. */
export async function pause(milliseconds: number, signals: readonly AbortSignal[]): Promise<void> {
  const deadline = startDeadline(milliseconds, signals)
  await new Promise<void>((resolve) => onAbort(deadline.signal, resolve))
  deadline.release()
}

/** Calls the listener once the signal is aborted, at once if it already is. Returns how to stop listening. */
function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) listener()
  else signal.addEventListener('abort', listener, { once: true })
  return () => signal.removeEventListener('abort', listener)
}

/**
 * A provider that has to answer within so many milliseconds. Calls share one request to it, so one that never settles would
 * hold them all forever.
 */
export function withTimeout(
  credentials: Credentials | CredentialsProvider,
  timeout: number,
): Credentials | CredentialsProvider {
  if (typeof credentials !== 'function') return credentials
  return async () => {
    const deadline = startDeadline(timeout, [])
    try {
      return await deadline.race(Promise.resolve(credentials()))
    } finally {
      deadline.release()
    }
  }
}
