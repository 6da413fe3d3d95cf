/** `POST /api/burst`: many requests, sent as nearly at once as possible. */
export interface BurstPlan {
  readonly count: number
  /** Empty: the requests name no preset. */
  readonly preset: string
  /** Who sends them. `mixed`: half by the backend, half by new app users. `users`: each by a new app user. */
  readonly mix: 'mixed' | 'backend' | 'users' | 'own'
  /** For `own`. */
  readonly credential?: string
}

/** The response is a stream of these, one JSON line each. Times are milliseconds on the emulator's clock. */
export type BurstEvent =
  /** The callers of all requests; a request is named by its index among them. */
  | { readonly kind: 'started'; readonly time: number; readonly callers: readonly string[] }
  /** A request is sent, for the first time or again after Retry-After. */
  | { readonly kind: 'sent'; readonly index: number; readonly time: number }
  | BurstResponse
  /** Calls that reached the emulator since the last of these events, from any sender. */
  | { readonly kind: 'arrivals'; readonly times: readonly number[] }
  | { readonly kind: 'done'; readonly mostInAnySecond: number }

export interface BurstResponse {
  readonly kind: 'answered'
  readonly index: number
  readonly time: number
  /** 0 if there was no response. */
  readonly status: number
  /** The problem's code, if the response is one. */
  readonly code?: string
  /** When its call reached the emulator; missing if none did, or it is not known which. */
  readonly arrivedAt?: number
  /** When the request is sent again; missing if it isn't. */
  readonly returnsAt?: number
  /** Whether the endpoint keeps capacity for it then. */
  readonly promised?: boolean
}
