import type { Summary } from '@tc3-edge/test-support/statistics'

/** A table in Markdown; the first column is text, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

/** What a table shows of each of its subjects. */
export type Columns<Row> = readonly (readonly [head: string, cell: (row: Row) => string])[]

export function tableOf<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  return table(
    columns.map(([head]) => head),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  )
}

/** Three significant digits at least. */
export function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}

export function percent(part: number, digits = 0): string {
  return Number.isNaN(part) ? '–' : `${(part * 100).toFixed(digits)} %`
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

/** Says of an aim whether it was met. */
export function verdict(what: string, value: string, aim: string, met: boolean): string {
  return `- ${what}: ${value}; the aim is ${aim}: **${met ? 'met' : 'missed'}**.`
}
