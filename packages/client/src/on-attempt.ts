import type { Outcome, TencentError } from './errors.ts'

/** What there is to know about one attempt that has ended. Holds no parameter, no token and no credential. */
export interface AttemptEvent {
  readonly action: string
  /** Counted from 1 in each call. */
  readonly attempt: number
  /** From before signing to the last byte of the response, in milliseconds. */
  readonly durationMs: number
  /** `ok`, or what became of this attempt. */
  readonly outcome: 'ok' | Outcome
  /** Why it failed. */
  readonly code?: TencentError['code'] | undefined
  /** Tencent Cloud's name for the request, where there was a response. */
  readonly requestId?: string | undefined
  /** When the response was sent (its `Date`, whole seconds), in milliseconds since the epoch. */
  readonly date?: number | undefined
  /** How long until the next attempt, in milliseconds; absent after the last. */
  readonly retryDelayMs?: number | undefined
}

/** Called after every attempt. What it throws is dropped, and nothing waits for it. */
export type OnAttempt = (event: AttemptEvent) => void

/** Calls the hook. An observer must not break what it observes, be it by an exception or by a rejected promise. */
export async function notify(hook: OnAttempt | undefined, event: AttemptEvent): Promise<void> {
  try {
    await hook?.(event)
  } catch {
    // As OnAttempt says.
  }
}
