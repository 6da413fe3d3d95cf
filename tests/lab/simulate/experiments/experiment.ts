/** A part of `docs/simulation`. */
export interface Experiment {
  readonly title: string
  /** Runs it, and returns what is to be said of it as Markdown. */
  readonly run: () => string
  /** Once it has run: what README.md says of it, by the names of its blocks. */
  readonly sentences?: () => Readonly<Record<string, string>>
  /** What the text shows, once it has run. */
  readonly pictures?: () => readonly { readonly file: string; readonly svg: string }[]
}

/** How long a call takes at Tencent where nothing else is said: with the way, about 60 ms from grant to report. */
export const CALL_MS = 55

/** Calls a second that 20 permits allow. */
export const CAPACITY = 20 / 1.061
