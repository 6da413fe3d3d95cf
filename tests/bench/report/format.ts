import type { Summary } from '../measure/statistics.ts'

/** A part of the report. */
export interface Section {
  readonly title: string
  /** Markdown: what was measured and how, tables, what was found. */
  readonly text: string
  readonly pictures: readonly Picture[]
}

export interface Picture {
  readonly file: string
  readonly svg: string
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** Three significant digits at least. */
export function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}

/** Median and range. `times`: from the unit that was measured to the one that is shown. */
export function spread({ median, least, most }: Summary, times = 1): string {
  return `${number(median * times)} (${number(least * times)} to ${number(most * times)})`
}

/** A ratio and its range. */
export function ratioText({ median, least, most }: Summary): string {
  return `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`
}

export function bytesText(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${number(bytes / 1024 / 1024)} MiB`
  return bytes >= 1024 ? `${number(bytes / 1024)} KiB` : `${bytes} B`
}

/** Says of an aim whether it was met, in words. */
export function verdict(what: string, value: number, holds: boolean, aim: string): string {
  return `- ${what}: ${value.toFixed(2)}; the aim is ${aim}: **${holds ? 'met' : 'missed'}**.`
}
