import type { BurstEvent } from '../../protocol/burst.ts'

/** One sending of a request. Times are milliseconds from the start of the burst. */
export interface Attempt {
  readonly sent: number
  readonly answered?: number
  readonly status?: number
  readonly code?: string
  /** When the request is sent again, as Retry-After says. */
  readonly returns?: number
  /** Whether that is an appointment: the endpoint keeps capacity for it then. */
  readonly promised?: boolean
}

/** One request of a burst, with all its attempts. */
export interface Mark {
  readonly index: number
  readonly caller: string
  readonly attempts: readonly Attempt[]
  /** When the call for it reached the emulator. */
  readonly arrived?: number
}

/** The state of a burst so far. */
export interface ChartModel {
  readonly startedAt: number
  readonly marks: readonly Mark[]
  /** When calls reached the emulator. */
  readonly arrivals: readonly number[]
  /** As the server counted it at the end. */
  readonly mostInAnySecond: number | undefined
}

export type Outcome = 'pending' | 'served' | 'waited' | 'returned' | 'refused' | 'failed'

/** A call that found a permit free arrives sooner than this; one that waited for a permit took about a second. */
const WAITED_MS = 900

export const emptyModel: ChartModel = { startedAt: 0, marks: [], arrivals: [], mostInAnySecond: undefined }

export function withEvent(model: ChartModel, event: BurstEvent): ChartModel {
  const { startedAt } = model
  if (event.kind === 'started') {
    const marks = event.callers.map((caller, index) => ({ index, caller, attempts: [] }))
    return { ...emptyModel, startedAt: event.time, marks }
  }
  if (event.kind === 'done') return { ...model, mostInAnySecond: event.mostInAnySecond }
  if (event.kind === 'arrivals') {
    return { ...model, arrivals: [...model.arrivals, ...event.times.map((time) => time - startedAt)] }
  }
  const change = (mark: Mark): Mark => {
    if (event.kind === 'sent') return { ...mark, attempts: [...mark.attempts, { sent: event.time - startedAt }] }
    const { time, status, code, arrivedAt, returnsAt, promised } = event
    const attempt = {
      sent: mark.attempts.at(-1)?.sent ?? 0,
      answered: time - startedAt,
      status,
      ...(code !== undefined && { code }),
      ...(returnsAt !== undefined && { returns: returnsAt - startedAt, promised: promised === true }),
    }
    const attempts = [...mark.attempts.slice(0, -1), attempt]
    return { ...mark, attempts, ...(arrivedAt !== undefined && { arrived: arrivedAt - startedAt }) }
  }
  return { ...model, marks: model.marks.map((mark) => (mark.index === event.index ? change(mark) : mark)) }
}

/** Returns the outcome of a request. `returned`: it was sent again at its Retry-After, and served. */
export function outcomeOf({ attempts, arrived }: Mark): Outcome {
  const last = attempts.at(-1)
  if (last?.status === undefined || last.returns !== undefined) return 'pending'
  if (last.status === 201) {
    if (attempts.length > 1) return 'returned'
    return (arrived ?? last.answered ?? last.sent) - last.sent > WAITED_MS ? 'waited' : 'served'
  }
  const refused = arrived === undefined && last.status !== 0 && !last.code?.startsWith('upstream-')
  return refused ? 'refused' : 'failed'
}

export function countsOf(marks: readonly Mark[]): Record<Outcome, number> {
  const counts = { pending: 0, served: 0, waited: 0, returned: 0, refused: 0, failed: 0 }
  for (const mark of marks) counts[outcomeOf(mark)] += 1
  return counts
}

/** How many requests were promised capacity at a time, and how many of them got it when they came. */
export function appointmentsOf(marks: readonly Mark[]): { readonly made: number; readonly kept: number } {
  const made = marks.filter(({ attempts }) => attempts.some(({ promised }) => promised))
  const kept = made.filter((mark) => mark.attempts.at(-2)?.promised && outcomeOf(mark) === 'returned')
  return { made: made.length, kept: kept.length }
}

export interface Group {
  readonly caller: string
  readonly marks: readonly Mark[]
  readonly served: number
}

/** The requests by caller, each group in the order they were sent. */
export function groupsOf(marks: readonly Mark[]): Group[] {
  const callers = [...new Set(marks.map(({ caller }) => caller))]
  return callers.map((caller) => {
    const own = marks.filter((mark) => mark.caller === caller)
    const counts = countsOf(own)
    return { caller, marks: own, served: counts.served + counts.waited + counts.returned }
  })
}

/** The problem codes of requests that got no token, the most frequent first. */
export function reasonsOf(marks: readonly Mark[]): { readonly code: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const mark of marks) {
    const code = mark.attempts.at(-1)?.code
    if (code !== undefined && outcomeOf(mark) !== 'pending') counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count)
}

/** Returns the history of a request, one clause per attempt. */
export function historyOf(mark: Mark): string {
  const seconds = (time = 0) => `${(time / 1_000).toFixed(2)} s`
  const steps = mark.attempts.map(({ sent, answered, status, code, returns, promised }, index) => {
    const when = index === 0 ? `sent at ${seconds(sent)}` : `came back at ${seconds(sent)}`
    if (status === undefined) return when
    if (status === 201) return `${when}, token at ${seconds(answered)}`
    const why = `${when}, ${code ?? (status === 0 ? 'no response' : status)} at ${seconds(answered)}`
    if (returns === undefined) return why
    return `${why}, ${promised ? 'appointment' : 'told to return'} at ${seconds(returns)}`
  })
  return `Request ${mark.index + 1} (${mark.caller}): ${steps.join('; ')}`
}

export interface Step {
  readonly time: number
  readonly count: number
}

/** How many arrivals lie in the second that ends at each moment, as steps. */
export function slidingCount(arrivals: readonly number[]): Step[] {
  const changes = arrivals
    .flatMap((time) => [
      { time, by: 1 },
      { time: time + 1_000, by: -1 },
    ])
    // Half-open: an arrival that is a second old no longer counts when the next one comes.
    .toSorted((a, b) => a.time - b.time || a.by - b.by)
  let count = 0
  return changes.map(({ time, by }) => {
    count += by
    return { time, count }
  })
}

export function mostOf(steps: readonly Step[]): number {
  return steps.reduce((most, { count }) => Math.max(most, count), 0)
}
