/** A caller that the page can act as. */
export interface PageCaller {
  readonly id: string
  readonly name: string
  readonly kind: 'backend' | 'app-user'
  /** An API key or a JWT, valid for this run only. */
  readonly credential: string
}

/** A preset as the operator has set it. */
export interface PagePreset {
  readonly fixed: Readonly<Record<string, unknown>>
  readonly appUsers?: AllowedParameters | undefined
  readonly backends: AllowedParameters
}

/** The parameters that a caller may choose: any valid value (`true`), or one of a list. */
export type AllowedParameters = Readonly<Record<string, true | readonly unknown[]>>

/** `GET /api/setup`: the setup of this run. */
export interface Setup {
  readonly endpoint: string
  /** Where the emulator listens. */
  readonly upstream: string
  /** Empty if the environment names its own callers. */
  readonly callers: readonly PageCaller[]
  readonly presets: Readonly<Record<string, PagePreset>>
  readonly quotaPerSecond: number
}
