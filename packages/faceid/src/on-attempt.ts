import type { FaceidError, Outcome } from './errors.ts'

/** What there is to know about one attempt that has ended. Holds no parameter, no token and no credential. */
export interface AttemptEvent {
  readonly action: string
  /** Counted from 1 in each call. */
  readonly attempt: number
  /** From before signing to the last byte of the answer, in milliseconds. */
  readonly durationMs: number
  /** `ok` for an answer, otherwise what became of this attempt. */
  readonly outcome: 'ok' | Outcome
  /** Why it failed. */
  readonly code?: FaceidError['code'] | undefined
  /** Tencent Cloud's name for the request, where there was an answer. */
  readonly requestId?: string | undefined
  /** When the answer was sent (its `Date`, whole seconds), in milliseconds since the epoch. */
  readonly date?: number | undefined
  /** How long until the next attempt, in milliseconds; absent after the last. */
  readonly retryDelayMs?: number | undefined
}

/** Told of every attempt as it ends. What it throws is dropped, and nothing waits for it. */
export type OnAttempt = (event: AttemptEvent) => void

/** Tells the hook. An observer must not break what it observes, be it by an exception or by a rejected promise. */
export async function tell(hook: OnAttempt | undefined, event: AttemptEvent): Promise<void> {
  try {
    await hook?.(event)
  } catch {
    // Says OnAttempt.
  }
}
