/** The parameters that a kind of caller may choose: any valid value (`true`), or one of a list. */
export type AllowedParameters = Readonly<Record<string, true | readonly unknown[]>>

/** What the operator allows callers to request. */
export interface Preset {
  /** Parameters that every call of this preset has. */
  readonly fixed: Readonly<Record<string, unknown>>
  /** What app users may choose besides what their device makes; undefined if the preset is not for them. */
  readonly appUsers: AllowedParameters | undefined
  /** What backends may choose. */
  readonly backends: AllowedParameters
}

export type Presets = Readonly<Record<string, Preset>>
