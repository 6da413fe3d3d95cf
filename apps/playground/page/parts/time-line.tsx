import { fateOf, type Mark } from '../model/picture.ts'
import { Drawing } from './drawing.tsx'
import { BELOW, TimeAxis, type TimeScale, xOf } from './time-axis.tsx'

/** From when each request was sent to when it was answered; the sign stands where the emulator saw it, or at the end. */
export function TimeLine({ marks, span }: { marks: readonly Mark[]; span: number }) {
  const row = Math.max(2, Math.min(6, 380 / marks.length))
  const height = marks.length * row + 8
  return (
    <Drawing
      label={`${marks.length} requests on a line of time`}
      height={height + BELOW}
      draw={(width) => (
        <>
          <TimeAxis scale={{ span, width }} height={height} />
          {marks.map((mark) => (
            <Line
              key={mark.index}
              mark={mark}
              scale={{ span, width }}
              y={5 + mark.index * row}
              size={Math.max(2, row * 0.55)}
            />
          ))}
        </>
      )}
    />
  )
}

interface LineProps {
  readonly mark: Mark
  readonly scale: TimeScale
  readonly y: number
  readonly size: number
}

function Line({ mark, scale, y, size }: LineProps) {
  const fate = fateOf(mark)
  const end = mark.answered ?? mark.sent
  const at = xOf(fate === 'admitted' || fate === 'waited' ? (mark.arrived ?? end) : end, scale)
  return (
    <g class={`mark ${fate}`}>
      <line x1={xOf(mark.sent, scale)} x2={xOf(end, scale)} y1={y} y2={y} />
      <path d={signOf(fate, at, y, size)} />
    </g>
  )
}

function signOf(fate: ReturnType<typeof fateOf>, x: number, y: number, size: number): string {
  if (fate === 'waited') return `M${x - size} ${y}l${size} ${-size}l${size} ${size}l${-size} ${size}z`
  if (fate === 'refused') {
    return `M${x - size} ${y - size}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`
  }
  if (fate === 'failed') return `M${x - size} ${y + size}l${size} ${-2 * size}l${size} ${2 * size}z`
  return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0`
}
