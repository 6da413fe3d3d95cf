import { useEffect, useRef } from 'preact/hooks'
import {
  appointmentsOf,
  type ChartModel,
  countsOf,
  groupsOf,
  mostOf,
  type Outcome,
  reasonsOf,
  slidingCount,
} from '../model/chart-model.ts'
import { bursting } from '../state/burst.ts'
import { CountChart } from './count-chart.tsx'
import { RequestChart } from './request-chart.tsx'
import { symbolOf } from './symbols.ts'

const OUTCOMES: readonly { readonly outcome: Outcome; readonly name: string }[] = [
  { outcome: 'served', name: 'served at once' },
  { outcome: 'waited', name: 'waited in the queue' },
  { outcome: 'returned', name: 'came back and were served' },
  { outcome: 'refused', name: 'gave up' },
  { outcome: 'failed', name: 'failed' },
]

const SHORTEST_MS = 2_500

/** The count of calls at the emulator, and below it every request on a line of its own over the same time. */
export function BurstChart({ model, limit }: { model: ChartModel; limit: number }) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After layout: the page may be too short to scroll before that.
    if (model.startedAt > 0) panel.current?.scrollIntoView()
  }, [model.startedAt])
  const { marks, arrivals, mostInAnySecond } = model
  const counts = countsOf(marks)
  const steps = slidingCount(arrivals)
  const most = mostInAnySecond ?? mostOf(steps)
  const attempts = marks.flatMap((mark) => mark.attempts)
  const now = Math.max(0, ...attempts.map(({ sent, answered = sent }) => answered), ...arrivals)
  const span = Math.max(SHORTEST_MS, now + 1_000, ...attempts.map(({ returns = 0 }) => returns))
  return (
    <div class="panel chart" ref={panel}>
      <p class="most" role="status">
        {mostInAnySecond !== undefined && !bursting.value ? (
          <>
            <strong data-most={most} class={most <= limit ? 'good' : 'bad'}>
              {most}
            </strong>{' '}
            calls at most in any second. The limit is {limit}: {most <= limit ? 'it held.' : 'it did not hold.'}
          </>
        ) : (
          <>
            <strong>{most}</strong>{' '}
            {bursting.value ? 'calls at most in any second, so far' : `calls in any second. The limit is ${limit}.`}
          </>
        )}
      </p>
      <ul class="legend" aria-label="Outcomes of the requests">
        {OUTCOMES.map(({ outcome, name }) => (
          <li key={outcome} class={outcome} data-count={counts[outcome]}>
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
              <path d={symbolOf(outcome, 0, 0, 5)} />
            </svg>
            <strong>{counts[outcome]}</strong> <span>{name}</span>
          </li>
        ))}
      </ul>
      <Notes model={model} />
      <CountChart steps={steps} limit={limit} span={span} />
      {marks.length > 0 && <RequestChart groups={groupsOf(marks)} span={span} now={now} />}
    </div>
  )
}

function Notes({ model: { marks } }: { model: ChartModel }) {
  const { made, kept } = appointmentsOf(marks)
  const reasons = reasonsOf(marks)
  if (made === 0 && reasons.length === 0) return null
  return (
    <p class="hint">
      {made > 0 && (
        <>
          <span data-made={made} data-kept={kept}>
            {made} got an appointment, {kept} kept it and were served.
          </span>{' '}
        </>
      )}
      {reasons.length > 0 && 'Without a token: '}
      {reasons.map(({ code, count }, index) => (
        <span key={code}>
          {index > 0 && ', '}
          {count} × <a href={`/problems/${code}`}>{code}</a>
        </span>
      ))}
    </p>
  )
}
