/** A part of `docs/simulation`. */
export interface Experiment {
  readonly title: string
  /** Runs it, and returns its section as Markdown. */
  readonly run: () => string
  /** Once it has run: sentences for README.md, by the names of their blocks. */
  readonly sentences?: () => Readonly<Record<string, string>>
  /** Once it has run: the pictures that its section shows. */
  readonly pictures?: () => readonly { readonly file: string; readonly svg: string }[]
}

/** How long a call takes at Tencent by default: with the way, about 60 ms from grant to report. */
export const CALL_MS = 55

/** The calls per second that 20 permits allow. */
export const CAPACITY = 20 / 1.061
