/** A request for a token, and whose it is. */
export interface ScheduledRequest {
  /** In milliseconds from the beginning. */
  readonly at: number
  readonly caller: string
  /** What shares the quota with others: each backend by itself, all app users together. */
  readonly tenant: string
  /** Who an appointment is for. */
  readonly holder: string
  /** Whose figures it counts for. */
  readonly group: string
  /** Where it comes from: at least 0 and below 1. */
  readonly home: number
  readonly returns: Returns
}

/** How a client heeds Retry-After. */
export interface Returns {
  /** How often it asks at the most. */
  readonly attempts: number
  /** It asks again after so long, whatever it is told. */
  readonly everyMs?: number
  /** The part of refusals after which it comes too early, at any time before it was told to. */
  readonly early?: number
  /** The part of refusals after which it comes late, and by how much at the most. */
  readonly late?: { readonly part: number; readonly mostMs: number }
}

export const NEVER: Returns = { attempts: 1 }

/** What became of one attempt. */
export interface Attempt {
  readonly at: number
  told?: { readonly at: number; readonly retryAfterS: number; readonly promised: boolean }
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

/** Of first returns that were no earlier than told: the part that got a token. `promised`: of those with an appointment alone. */
export function firstReturnsServed(traces: readonly Trace[], promised: boolean): number {
  const returns = traces.flatMap(({ attempts: [first, second] }) => {
    const told = first?.told
    if (told === undefined || second === undefined || (promised && !told.promised)) return []
    return second.at >= told.at + 1_000 * told.retryAfterS && isDecided(second) ? [second] : []
  })
  return returns.filter(({ servedAt }) => servedAt !== undefined).length / returns.length
}

function isDecided({ told, servedAt }: Attempt): boolean {
  return told !== undefined || servedAt !== undefined
}
