// A picture of many limiters, or many runs, one below the other: how many calls the upstream saw in each second, against the
// limit, and beside it bars of parts of a whole. SVG that reads in light and in dark.
import { inTheSecondBefore } from './figures.ts'

export interface Part {
  /** Of the width of the bar, from 0 to 1. */
  readonly share: number
  readonly kind: 'main' | 'soft' | 'other'
}

export interface Bar {
  readonly parts: readonly Part[]
  readonly label: string
}

export interface Row {
  readonly name: string
  readonly detail: string
  /** When the calls arrived, in seconds from the beginning, ascending. */
  readonly arrivals: readonly number[]
  readonly bars: readonly Bar[]
}

export interface Picture {
  readonly title: string
  readonly lines: readonly string[]
  readonly limit: number
  /** How many seconds there are to see. */
  readonly span: number
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

const NAME_WIDTH = 190
const CHART = { width: 380, height: 54, gap: 22 }
const BAR = { width: 170, height: 14, gap: 26 }
const MARGIN = 16
/** Counts above this many times the limit are cut off; the number beside the chart says how many they were. */
const CUT = 2.5

const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .title { font-size: 17px; font-weight: 600 } .small { font-size: 11.5px; fill: #656d76 } .name { font-weight: 600 }
    .main { fill: #2f6fde } .soft { fill: #9dc1f5 } .other { fill: #e2a03f } .bad { fill: #d1372c } .over { fill: #d1372c; font-weight: 600 }
    .frame { fill: #8b949e; fill-opacity: .14 } .limit { stroke: #d1372c; stroke-width: 1.2; stroke-dasharray: 5 3 }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } .small { fill: #9198a1 } .main { fill: #5a93f0 } .soft { fill: #2c5390 } .other { fill: #c98a2b }
      .bad, .over { fill: #ff6a5e } .limit { stroke: #ff6a5e }
    }`

export function drawPicture(picture: Picture): string {
  const { title, lines, columns, rows } = picture
  const width = barX(columns.length) - BAR.gap + MARGIN
  const top = MARGIN + 24 + lines.length * 17 + 30
  const height = top + rows.length * (CHART.height + CHART.gap)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `  <title>${escaped(title)}</title>`,
    `  <style>${STYLE}\n  </style>`,
    text(MARGIN, MARGIN + 14, title, 'title'),
    ...lines.map((line, index) => text(MARGIN, MARGIN + 36 + index * 17, line, 'small')),
    text(
      MARGIN + NAME_WIDTH,
      top - 12,
      `calls in the last second, as the upstream saw them, over ${picture.span} s`,
      'small',
    ),
    ...columns.map((column, index) => text(barX(index), top - 12, column, 'small')),
    ...rows.flatMap((row, index) => drawRow(picture, row, top + index * (CHART.height + CHART.gap))),
    '</svg>',
    '',
  ].join('\n')
}

function drawRow(picture: Picture, row: Row, y: number): string[] {
  const { limit } = picture
  const counts = inTheSecondBefore(row.arrivals, 1)
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 0)
  const x = MARGIN + NAME_WIDTH
  const limitY = y + CHART.height * (1 - 1 / CUT)
  const columns = fullest(row.arrivals, counts, picture.span)
  const heightOf = (count: number) => (Math.min(count, limit * CUT) * CHART.height) / (limit * CUT)
  const below = columns.map((count) => heightOf(Math.min(count, limit)))
  const above = columns.map((count) => heightOf(Math.max(count, limit)) - heightOf(limit))
  return [
    text(MARGIN, y + 22, row.name, 'name'),
    text(MARGIN, y + 40, row.detail, 'small'),
    rect('frame', x, y, CHART.width, CHART.height),
    area('main', x, y + CHART.height, below),
    area('bad', x, limitY, above),
    `  <path class="limit" d="M${x},${limitY}h${CHART.width}"/>`,
    text(x + CHART.width + 8, limitY + 4, String(limit), 'small'),
    text(x + CHART.width + 8, y + 12, `most ${most.toLocaleString('en')}`, most > limit ? 'over' : 'small'),
    ...row.bars.flatMap((bar, index) => drawBar(bar, barX(index), y + 8)),
  ]
}

function drawBar({ parts, label }: Bar, x: number, y: number): string[] {
  let from = x
  const drawn = parts.map(({ share, kind }) => {
    const width = round(Math.min(share * BAR.width, x + BAR.width - from))
    const part = rect(kind, round(from), y, width, BAR.height)
    from += width
    return part
  })
  return [rect('frame', x, y, BAR.width, BAR.height), ...drawn, text(x, y + BAR.height + 16, label, 'small')]
}

/** For each pixel, the fullest second that ends in it. */
function fullest(arrivals: readonly number[], counts: readonly number[], span: number): number[] {
  const columns = Array.from({ length: CHART.width }, (_, column) => {
    const end = ((column + 1) / CHART.width) * span
    return firstAfter(arrivals, end) - firstAfter(arrivals, end - 1)
  })
  for (const [index, at] of arrivals.entries()) {
    const column = Math.floor((at / span) * CHART.width)
    const count = columns[column]
    if (count !== undefined) columns[column] = Math.max(count, counts[index] ?? 0)
  }
  return columns
}

/** How many of ascending times are no later than that one. */
function firstAfter(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return low
}

function area(kind: string, x: number, bottom: number, heights: readonly number[]): string {
  let steps = ''
  let last = 0
  for (const [index, height] of heights.entries()) {
    if (height !== last) steps += `H${x + index}V${round(bottom - height)}`
    last = height
  }
  return `  <path class="${kind}" d="M${x},${bottom}${steps}H${x + heights.length}V${bottom}Z"/>`
}

function rect(kind: string, x: number, y: number, width: number, height: number): string {
  return `  <rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}"/>`
}

function text(x: number, y: number, content: string, kind: string): string {
  return `  <text class="${kind}" x="${x}" y="${round(y)}">${escaped(content)}</text>`
}

function barX(index: number): number {
  return MARGIN + NAME_WIDTH + CHART.width + 96 + index * (BAR.width + BAR.gap)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
