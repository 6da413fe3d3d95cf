import type { Signal } from './runtime-types.ts'

/** The end of one attempt: its time is up, or the caller gave up. */
export interface Deadline {
  /** Aborted at the end: with `TimeIsUp`, or with the caller's own reason. */
  readonly signal: AbortSignal
  /** Settles with the work, or rejects with the signal's reason at the end, even where `fetch` does not heed its signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>
  /** Lets go of the timer and of the callers' signals. */
  readonly release: () => void
}

/** Nothing else is of this class, so it is told from what a credentials provider throws when its own time is up. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeoutError'
}

// Not AbortSignal.any with AbortSignal.timeout: Vercel's edge-runtime lacks the first.
/** Starts a deadline `timeout` milliseconds from now that also ends with any of the callers' signals. */
export function startDeadline(timeout: number, callers: readonly Signal[]): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  let lose: ((reason: unknown) => void) | undefined
  const end = (reason: unknown) => {
    controller.abort(reason)
    lose?.(signal.reason)
  }
  const timer = setTimeout(() => end(new TimeIsUp(`no whole answer within ${timeout} ms`)), timeout)
  const unlisten = callers.map((caller) => onAbort(caller, () => end(caller.reason)))

  return {
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        lose = reject
        work.then(resolve, reject)
        if (signal.aborted) reject(signal.reason)
      }),
    release: () => {
      clearTimeout(timer)
      for (const stop of unlisten) stop()
    },
  }
}

/** Calls the listener once the signal is aborted, at once if it is already. Answers how to take that back. */
export function onAbort(signal: Signal, listener: () => void): () => void {
  if (signal.aborted) listener()
  else signal.addEventListener('abort', listener, { once: true })
  return () => signal.removeEventListener('abort', listener)
}
