import { mostOf, type Step } from '../model/chart-model.ts'
import { Drawing } from './drawing.tsx'
import { BELOW, LEFT, TimeAxis, xOf } from './time-axis.tsx'

const HEIGHT = 96

interface CountChartProps {
  readonly steps: readonly Step[]
  readonly limit: number
  readonly span: number
}

/** How many calls reached the emulator in the second before each moment, against the limit. */
export function CountChart({ steps, limit, span }: CountChartProps) {
  const top = Math.max(limit, mostOf(steps)) * 1.15
  const yOf = (count: number) => HEIGHT - (count / top) * HEIGHT
  const pathIn = (width: number) =>
    steps.map(({ time, count }) => `H${xOf(time, { span, width }).toFixed(1)}V${yOf(count).toFixed(1)}`).join('')
  return (
    <Drawing
      label="Calls in the second before each moment"
      height={HEIGHT + BELOW}
      draw={(width) => (
        <>
          <TimeAxis scale={{ span, width }} height={HEIGHT} />
          <path class="count" d={`M${LEFT} ${HEIGHT}${pathIn(width)}V${HEIGHT}z`} />
          <line class="limit" x1={LEFT} x2={width} y1={yOf(limit)} y2={yOf(limit)} />
          <text x={LEFT - 4} y={yOf(limit) + 4} text-anchor="end">
            {limit}
          </text>
          <text x={LEFT - 4} y={HEIGHT} text-anchor="end">
            0
          </text>
          <text x={width - 4} y={yOf(limit) - 4} text-anchor="end">
            limit in any second
          </text>
        </>
      )}
    />
  )
}
