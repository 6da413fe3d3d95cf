/** Room at the left for the numbers of the vertical axis, in units of the drawings. */
export const LEFT = 26
export const WIDTH = 640
const RIGHT = 10

export function xOf(time: number, span: number): number {
  return LEFT + (Math.max(0, Math.min(time, span)) / span) * (WIDTH - LEFT - RIGHT)
}

/** A line for each second, and its number below. */
export function TimeAxis({ span, height }: { span: number; height: number }) {
  const every = span > 12_000 ? 5 : 1
  const seconds = Array.from({ length: Math.floor(span / 1_000) + 1 }, (_, second) => second)
  return (
    <g class="axis">
      {seconds
        .filter((second) => second % every === 0)
        .map((second) => {
          const x = xOf(second * 1_000, span)
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
