import type { Signal } from './runtime-types.ts'

/** The end of one attempt: its time is up, or the caller gave up. */
export interface Deadline {
  /** Aborted at the end. */
  readonly signal: AbortSignal
  /** What ended it, if anything has. */
  readonly ended: () => 'timeout' | 'aborted' | undefined
  /** Settles with the work, or rejects at the end, even where `fetch` does not heed its signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>
  /** Lets go of the timer and of the callers' signals. */
  readonly release: () => void
}

// Not AbortSignal.any with AbortSignal.timeout: Vercel's edge-runtime lacks the first.
/** Starts a deadline `timeout` milliseconds from now that also ends with any of the callers' signals. */
export function startDeadline(timeout: number, callers: readonly Signal[]): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  let ended: 'timeout' | 'aborted' | undefined
  let lose: ((reason: unknown) => void) | undefined
  const end = (how: 'timeout' | 'aborted', reason: unknown) => {
    ended ??= how
    controller.abort(reason)
    lose?.(signal.reason)
  }
  const timer = setTimeout(() => end('timeout', new DOMException('The time is up', 'TimeoutError')), timeout)
  const unlisten = callers.map((caller) => onAbort(caller, () => end('aborted', caller.reason)))

  return {
    signal,
    ended: () => ended,
    race: (work) =>
      new Promise((resolve, reject) => {
        lose = reject
        work.then(resolve, reject)
        if (ended) reject(signal.reason)
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
