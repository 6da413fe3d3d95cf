import { mostOf, type Step } from '../model/picture.ts'
import { LEFT, TimeAxis, WIDTH, xOf } from './time-axis.tsx'

const HEIGHT = 110

interface CountChartProps {
  readonly steps: readonly Step[]
  readonly limit: number
  readonly span: number
}

/** How many calls the emulator saw in the second before each moment, against the limit. */
export function CountChart({ steps, limit, span }: CountChartProps) {
  const top = Math.max(limit, mostOf(steps)) * 1.15
  const yOf = (count: number) => HEIGHT - (count / top) * HEIGHT
  const path = steps.map(({ time, count }) => `H${xOf(time, span).toFixed(1)}V${yOf(count).toFixed(1)}`).join('')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 18}`} role="img" aria-label="Calls at the emulator in the second before">
      <TimeAxis span={span} height={HEIGHT} />
      <path class="count" d={`M${LEFT} ${HEIGHT}${path}V${HEIGHT}z`} />
      <line class="limit" x1={LEFT} x2={WIDTH} y1={yOf(limit)} y2={yOf(limit)} />
      <text x={LEFT - 4} y={yOf(limit) + 4} text-anchor="end">
        {limit}
      </text>
      <text x={LEFT - 4} y={HEIGHT} text-anchor="end">
        0
      </text>
      <text x={WIDTH - 4} y={yOf(limit) - 4} text-anchor="end">
        limit, in any second
      </text>
    </svg>
  )
}
