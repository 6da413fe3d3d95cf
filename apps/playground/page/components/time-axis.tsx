/** Room at the left for the numbers of the vertical axis. */
export const LEFT = 26
/** Room below for the numbers of the seconds. */
export const BELOW = 18
const RIGHT = 14

/** Room for the number of a second. */
const NUMBER_WIDTH = 36

/** The time that a drawing shows, from 0 on, in milliseconds, and how wide it is. */
export interface TimeScale {
  readonly span: number
  readonly width: number
}

export function xOf(time: number, { span, width }: TimeScale): number {
  return LEFT + (Math.max(0, Math.min(time, span)) / span) * (width - LEFT - RIGHT)
}

/** A line for each second, and its number below. */
export function TimeAxis({ scale, height }: { scale: TimeScale; height: number }) {
  const every = xOf(1_000, scale) - LEFT < NUMBER_WIDTH ? 5 : 1
  const seconds = Array.from({ length: Math.floor(scale.span / 1_000) + 1 }, (_, second) => second)
  return (
    <g class="axis">
      {seconds
        .filter((second) => second % every === 0)
        .map((second) => {
          const x = xOf(second * 1_000, scale)
          return (
            <g key={second}>
              <line x1={x} x2={x} y1={0} y2={height} />
              <text x={x} y={height + 13} text-anchor="middle">
                {second} s
              </text>
            </g>
          )
        })}
    </g>
  )
}
