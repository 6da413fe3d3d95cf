import { type Attempt, type Group, historyOf, type Mark, outcomeOf } from '../model/chart-model.ts'
import { Drawing } from './drawing.tsx'
import { symbolOf } from './symbols.ts'
import { BELOW, LEFT, TimeAxis, type TimeScale, xOf } from './time-axis.tsx'

/** Room above a group for its name. */
const HEADING = 22
const ROWS_HEIGHT = 340
const MIN_ROW = 2
const MAX_ROW = 9

interface RequestChartProps {
  readonly groups: readonly Group[]
  readonly span: number
  /** The latest known time. Requests without a response are drawn up to it. */
  readonly now: number
}

/** Each request from the moment it was sent until its end; a symbol marks when its call reached the emulator. */
export function RequestChart({ groups, span, now }: RequestChartProps) {
  const count = groups.reduce((sum, { marks }) => sum + marks.length, 0)
  const row = Math.max(MIN_ROW, Math.min(MAX_ROW, ROWS_HEIGHT / count))
  const tops = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { marks }) => sum + HEADING + marks.length * row, 0),
  )
  const height = groups.length * HEADING + count * row + 4
  return (
    <Drawing
      label={`${count} requests over time`}
      height={height + BELOW}
      draw={(width) => (
        <g class={row < 4 ? 'dense' : ''}>
          <TimeAxis scale={{ span, width }} height={height} />
          {groups.map(({ caller, marks, served }, index) => (
            <g key={caller} class="group">
              <text x={LEFT + 2} y={(tops[index] ?? 0) + 14}>
                {caller}: {served} of {marks.length} served
              </text>
              {marks.map((mark, place) => (
                <Row
                  key={mark.index}
                  mark={mark}
                  now={now}
                  scale={{ span, width }}
                  y={(tops[index] ?? 0) + HEADING + (place + 0.5) * row}
                  row={row}
                />
              ))}
            </g>
          ))}
        </g>
      )}
    />
  )
}

interface RowProps {
  readonly mark: Mark
  readonly now: number
  readonly scale: TimeScale
  readonly y: number
  readonly row: number
}

function Row({ mark, now, scale, y, row }: RowProps) {
  const outcome = outcomeOf(mark)
  const last = mark.attempts.at(-1)
  const end = last?.answered ?? last?.sent ?? 0
  const served = last?.status === 201
  const size = Math.max(2, Math.min(4, row * 0.5))
  return (
    <g class={`mark ${outcome}`}>
      <title>{historyOf(mark)}</title>
      {/* Wide enough to point at. */}
      <rect class="target" x={LEFT} y={y - row / 2} width={Math.max(0, scale.width - LEFT)} height={row} />
      {mark.attempts.map((attempt) => (
        <AttemptLine key={attempt.sent} attempt={attempt} now={now} scale={scale} y={y} size={size} />
      ))}
      {outcome !== 'pending' && (
        <path d={symbolOf(outcome, xOf(served ? (mark.arrived ?? end) : end, scale), y, size)} />
      )}
    </g>
  )
}

interface AttemptLineProps {
  readonly attempt: Attempt
  readonly now: number
  readonly scale: TimeScale
  readonly y: number
  readonly size: number
}

/** One attempt, and a dashed line to the next. The ring is the time of the appointment. */
function AttemptLine({ attempt, now, scale, y, size }: AttemptLineProps) {
  const { sent, answered = now, returns, promised } = attempt
  return (
    <>
      <line x1={xOf(sent, scale)} x2={xOf(answered, scale)} y1={y} y2={y} />
      {returns !== undefined && (
        <>
          <line class="away" x1={xOf(answered, scale)} x2={xOf(returns, scale)} y1={y} y2={y} />
          {promised && <circle class="appointment" cx={xOf(returns, scale)} cy={y} r={size} />}
        </>
      )}
    </>
  )
}
