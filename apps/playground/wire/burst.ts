/** `POST /api/burst`: many requests as near to at once as it goes. */
export interface BurstOrder {
  readonly count: number
  /** Empty: none is named. */
  readonly preset: string
  /** Who sends them. `mixed`: half by the backend, a quarter each by two new app users. `users`: each by another. */
  readonly mix: 'mixed' | 'backend' | 'users' | 'own'
  /** For `own`. */
  readonly credential?: string
}

/** The answer is one of these a line, as things happen. Times are milliseconds on the emulator's clock. */
export type BurstEvent =
  | { readonly kind: 'sent'; readonly index: number; readonly caller: string; readonly time: number }
  | {
      readonly kind: 'answered'
      readonly index: number
      readonly time: number
      readonly status: number
      /** The problem's code, where it is no token. */
      readonly code?: string
      /** When the emulator saw the call for it; missing where none arrived, or it can't be told which. */
      readonly arrivedAt?: number
    }
  /** Requests that arrived at the emulator since the last of these events, whoever sent them. */
  | { readonly kind: 'arrivals'; readonly times: readonly number[] }
  | { readonly kind: 'done'; readonly mostInAnySecond: number }
