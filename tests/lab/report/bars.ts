import { number } from './markdown.ts'
import { svgHead, svgRect, svgText } from './svg.ts'

export interface Bar {
  readonly name: string
  readonly value: number
  readonly ours: boolean
}

export interface Chart {
  readonly title: string
  /** Each has a scale of its own. */
  readonly groups: readonly { readonly name: string; readonly bars: readonly Bar[] }[]
}

const MARGIN = 16
const NAMES = 220
const WIDTH = 420
const BAR = 18
const GAP = 34

const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328 } .title { font-size: 17px; font-weight: 600 }
    .group { font-weight: 600 } .ours { fill: #2f6fde } .other { fill: #9dc1f5 }
    @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .ours { fill: #5a93f0 } .other { fill: #2c5390 } }`

/** Bars in groups, as SVG that reads in light and in dark. Shorter is better. */
export function drawBars({ title, groups }: Chart): string {
  let y = MARGIN + 36
  const drawn = groups.flatMap(({ name, bars }) => {
    const most = Math.max(...bars.map(({ value }) => value))
    const heading = svgText(MARGIN, y + 13, name, 'group')
    y += BAR + 4
    const lines = bars.flatMap(({ name: label, value, ours }) => {
      const width = Math.max(1, Math.round((value / most) * WIDTH))
      const at = y
      y += BAR + 4
      return [
        svgText(MARGIN + 12, at + 13, label),
        svgRect(ours ? 'ours' : 'other', MARGIN + NAMES, at, width, BAR),
        svgText(MARGIN + NAMES + width + 8, at + 13, number(value)),
      ]
    })
    y += GAP - BAR
    return [heading, ...lines]
  })
  const width = MARGIN * 2 + NAMES + WIDTH + 90
  return [
    ...svgHead(width, y, title, STYLE),
    svgText(MARGIN, MARGIN + 14, `${title} (shorter is better)`, 'title'),
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}
