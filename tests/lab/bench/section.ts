/** A part of the report. */
export interface Section {
  readonly title: string
  /** Markdown: what was measured and how, tables, what was found. */
  readonly text: string
}
