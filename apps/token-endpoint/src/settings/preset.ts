/** The parameters that a kind of caller may choose: any valid value (`true`), or one of a list. */
export type AllowedParameters = Readonly<Record<string, true | readonly unknown[]>>

/** What callers may request with one preset. */
export interface Preset {
  /** Parameters that every call of this preset has. */
  readonly fixed: Readonly<Record<string, unknown>>
  /** The choices of app users, besides what their device makes; undefined if the preset is not for them. */
  readonly appUsers: AllowedParameters | undefined
  /** The choices of backends. */
  readonly backends: AllowedParameters
}

export type Presets = Readonly<Record<string, Preset>>
