// A chart of several limiters or runs, one below the other: how many calls the upstream received in each second, against the
// limit, and beside it bars of parts of a whole.
import { countsPerSecond } from '@tc3-edge/test-support/statistics'
import { svgHead, svgRect, svgText } from './svg.ts'

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

export interface Timeline {
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

export function drawTimeline(timeline: Timeline): string {
  const { title, lines, columns, rows } = timeline
  const width = barX(columns.length) - BAR.gap + MARGIN
  const top = MARGIN + 24 + lines.length * 17 + 30
  const height = top + rows.length * (CHART.height + CHART.gap)
  return [
    ...svgHead(width, height, title, STYLE),
    svgText(MARGIN, MARGIN + 14, title, 'title'),
    ...lines.map((line, index) => svgText(MARGIN, MARGIN + 36 + index * 17, line, 'small')),
    svgText(
      MARGIN + NAME_WIDTH,
      top - 12,
      `calls in the last second, as the upstream received them, over ${timeline.span} s`,
      'small',
    ),
    ...columns.map((column, index) => svgText(barX(index), top - 12, column, 'small')),
    ...rows.flatMap((row, index) => drawRow(timeline, row, top + index * (CHART.height + CHART.gap))),
    '</svg>',
    '',
  ].join('\n')
}

function drawRow(timeline: Timeline, row: Row, y: number): string[] {
  const { limit } = timeline
  const counts = countsPerSecond(row.arrivals, 1)
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 0)
  const x = MARGIN + NAME_WIDTH
  const limitY = y + CHART.height * (1 - 1 / CUT)
  const columns = fullest(row.arrivals, counts, timeline.span)
  const heightOf = (count: number) => (Math.min(count, limit * CUT) * CHART.height) / (limit * CUT)
  const below = columns.map((count) => heightOf(Math.min(count, limit)))
  const above = columns.map((count) => heightOf(Math.max(count, limit)) - heightOf(limit))
  return [
    svgText(MARGIN, y + 22, row.name, 'name'),
    svgText(MARGIN, y + 40, row.detail, 'small'),
    svgRect('frame', x, y, CHART.width, CHART.height),
    area('main', x, y + CHART.height, below),
    area('bad', x, limitY, above),
    `  <path class="limit" d="M${x},${limitY}h${CHART.width}"/>`,
    svgText(x + CHART.width + 8, limitY + 4, String(limit), 'small'),
    svgText(x + CHART.width + 8, y + 12, `most ${most.toLocaleString('en')}`, most > limit ? 'over' : 'small'),
    ...row.bars.flatMap((bar, index) => drawBar(bar, barX(index), y + 8)),
  ]
}

function drawBar({ parts, label }: Bar, x: number, y: number): string[] {
  let from = x
  const drawn = parts.map(({ share, kind }) => {
    const width = round(Math.min(share * BAR.width, x + BAR.width - from))
    const part = svgRect(kind, round(from), y, width, BAR.height)
    from += width
    return part
  })
  return [svgRect('frame', x, y, BAR.width, BAR.height), ...drawn, svgText(x, y + BAR.height + 16, label, 'small')]
}

/** For each pixel, the fullest second that ends in it. */
function fullest(arrivals: readonly number[], counts: readonly number[], span: number): number[] {
  const columns = Array.from({ length: CHART.width }, (_, column) => {
    const end = ((column + 1) / CHART.width) * span
    return countUntil(arrivals, end) - countUntil(arrivals, end - 1)
  })
  for (const [index, at] of arrivals.entries()) {
    const column = Math.floor((at / span) * CHART.width)
    const count = columns[column]
    if (count !== undefined) columns[column] = Math.max(count, counts[index] ?? 0)
  }
  return columns
}

/** How many of ascending times are no later than that one. */
function countUntil(times: readonly number[], time: number): number {
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

function barX(index: number): number {
  return MARGIN + NAME_WIDTH + CHART.width + 96 + index * (BAR.width + BAR.gap)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
