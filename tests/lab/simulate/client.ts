/** A request for a token that a client is scheduled to send. */
export interface ScheduledRequest {
  /** In milliseconds from the beginning. */
  readonly at: number
  readonly caller: string
  /** Whom the gate schedules fairly against others: each backend by itself, all app users together. */
  readonly tenant: string
  /** Whom an appointment is for. */
  readonly holder: string
  /** The group of callers that it is counted for. */
  readonly group: string
  /** Its location: at least 0 and below 1. */
  readonly home: number
  readonly returns: Returns
}

/** How a client heeds Retry-After. */
export interface Returns {
  /** The most attempts that it makes. */
  readonly attempts: number
  /** It retries after this time whatever Retry-After says. */
  readonly everyMs?: number
  /** The part of refusals after which it returns before Retry-After, at any time. */
  readonly early?: number
  /** The part of refusals after which it returns late, and the most by which it does. */
  readonly late?: { readonly part: number; readonly maxMs: number }
}

export const NEVER: Returns = { attempts: 1 }

/** One attempt and its result. */
export interface Attempt {
  readonly at: number
  refusal?: { readonly at: number; readonly retryAfterS: number; readonly promised: boolean }
  servedAt?: number
}

/** A request and all its attempts. */
export interface Trace {
  readonly request: ScheduledRequest
  readonly attempts: Attempt[]
}

export function servedAt({ attempts }: Trace): number | undefined {
  return attempts.at(-1)?.servedAt
}

/** From the first attempt to the token, in milliseconds. */
export function waitsOf(traces: readonly Trace[]): number[] {
  return traces.flatMap((trace) => {
    const at = servedAt(trace)
    return at === undefined ? [] : [at - trace.request.at]
  })
}

/** The part of first returns at or after Retry-After that got a token. `promised`: only of those with an appointment. */
export function firstReturnsServed(traces: readonly Trace[], promised: boolean): number {
  const returns = traces.flatMap(({ attempts: [first, second] }) => {
    const refusal = first?.refusal
    if (refusal === undefined || second === undefined || (promised && !refusal.promised)) return []
    return second.at >= refusal.at + 1_000 * refusal.retryAfterS && isDecided(second) ? [second] : []
  })
  return returns.filter(({ servedAt }) => servedAt !== undefined).length / returns.length
}

function isDecided({ refusal, servedAt }: Attempt): boolean {
  return refusal !== undefined || servedAt !== undefined
}
