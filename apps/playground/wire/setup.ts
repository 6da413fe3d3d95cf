/** Somebody as whom the page may call. */
export interface PageCaller {
  readonly id: string
  readonly name: string
  readonly kind: 'backend' | 'app-user'
  /** An API key or a JWT, good for this run alone. */
  readonly credential: string
}

/** A preset as the operator has set it. */
export interface PagePreset {
  readonly fixed: Readonly<Record<string, unknown>>
  readonly appUsers?: Openings | undefined
  readonly backends: Openings
}

/** What may be chosen: any valid value (`true`), or one of a list. */
export type Openings = Readonly<Record<string, true | readonly unknown[]>>

/** `GET /api/setup`: what the page has to know of this run. */
export interface Setup {
  readonly endpoint: string
  /** Where the emulator listens. */
  readonly upstream: string
  /** Empty where the environment has set up callers of its own. */
  readonly callers: readonly PageCaller[]
  readonly presets: Readonly<Record<string, PagePreset>>
  readonly quotaPerSecond: number
}
