import { fateOf, type Mark } from '../model/picture.ts'
import { TimeAxis, WIDTH, xOf } from './time-axis.tsx'

/** From when each request was sent to when it was answered; the sign stands where the emulator saw it, or at the end. */
export function TimeLine({ marks, span }: { marks: readonly Mark[]; span: number }) {
  const row = Math.max(1.6, Math.min(5, 300 / marks.length))
  const height = marks.length * row + 8
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height + 18}`} role="img" aria-label={`${marks.length} requests on a line of time`}>
      <TimeAxis span={span} height={height} />
      {marks.map((mark) => (
        <Line key={mark.index} mark={mark} span={span} y={5 + mark.index * row} size={Math.max(1.8, row * 0.55)} />
      ))}
    </svg>
  )
}

interface LineProps {
  readonly mark: Mark
  readonly span: number
  readonly y: number
  readonly size: number
}

function Line({ mark, span, y, size }: LineProps) {
  const fate = fateOf(mark)
  const end = mark.answered ?? mark.sent
  const at = xOf(fate === 'admitted' || fate === 'waited' ? (mark.arrived ?? end) : end, span)
  return (
    <g class={`mark ${fate}`}>
      <line x1={xOf(mark.sent, span)} x2={xOf(end, span)} y1={y} y2={y} />
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
