/** The end of one attempt: its time is up, or the caller gave up. */
export interface Deadline {
  /** Aborted at the end. */
  readonly signal: AbortSignal
  /** What ended it, if anything has. */
  readonly ended: () => 'timeout' | 'aborted' | undefined
  /** Settles with the work, or rejects at the end, even where `fetch` does not heed its signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>
  /** Lets go of the timer and of the caller's signal. */
  readonly release: () => void
}

// Not AbortSignal.any with AbortSignal.timeout: Vercel's edge-runtime lacks the first.
/** Starts a deadline `timeout` milliseconds from now that also ends with the caller's signal. */
export function startDeadline(timeout: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  let ended: 'timeout' | 'aborted' | undefined
  const end = (how: 'timeout' | 'aborted', reason: unknown) => {
    ended ??= how
    controller.abort(reason)
  }
  const onAbort = () => end('aborted', caller?.reason)
  const timer = setTimeout(() => end('timeout', new DOMException('The time is up', 'TimeoutError')), timeout)
  if (caller?.aborted) onAbort()
  else caller?.addEventListener('abort', onAbort, { once: true })

  const aborted = new Promise<never>((_, reject) => {
    const fail = () => reject(controller.signal.reason)
    if (controller.signal.aborted) fail()
    else controller.signal.addEventListener('abort', fail, { once: true })
  })
  aborted.catch(() => undefined)

  return {
    signal: controller.signal,
    ended: () => ended,
    race: (work) => {
      // The loser of the race must not surface as an unhandled rejection.
      work.catch(() => undefined)
      return Promise.race([work, aborted])
    },
    release: () => {
      clearTimeout(timer)
      caller?.removeEventListener('abort', onAbort)
    },
  }
}
