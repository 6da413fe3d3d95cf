import type { BurstEvent } from '../../wire/burst.ts'

/** One request of a burst. Times are milliseconds from the first request on. */
export interface Mark {
  readonly index: number
  readonly caller: string
  readonly sent: number
  readonly answered?: number
  readonly arrived?: number
  readonly status?: number
  readonly code?: string
}

/** What has been told of a burst so far. */
export interface Picture {
  readonly startedAt: number | undefined
  readonly marks: readonly Mark[]
  /** When requests reached the emulator. */
  readonly arrivals: readonly number[]
  /** As the server counted it at the end. */
  readonly mostInAnySecond: number | undefined
}

export type Fate = 'open' | 'admitted' | 'waited' | 'refused' | 'failed'

/** No call takes so long to arrive that found a permit free; one that waited for a permit took a second. */
const WAITED_MS = 500

export const emptyPicture: Picture = { startedAt: undefined, marks: [], arrivals: [], mostInAnySecond: undefined }

export function withEvent(picture: Picture, event: BurstEvent): Picture {
  if (event.kind === 'done') return { ...picture, mostInAnySecond: event.mostInAnySecond }
  if (event.kind === 'arrivals') {
    const times = event.times.map((time) => time - (picture.startedAt ?? time))
    return { ...picture, arrivals: [...picture.arrivals, ...times] }
  }
  const startedAt = picture.startedAt ?? event.time
  const time = event.time - startedAt
  if (event.kind === 'sent') {
    return {
      ...picture,
      startedAt,
      marks: [...picture.marks, { index: event.index, caller: event.caller, sent: time }],
    }
  }
  const { index, status, code, arrivedAt } = event
  const answer = {
    answered: time,
    status,
    ...(code !== undefined && { code }),
    ...(arrivedAt !== undefined && { arrived: arrivedAt - startedAt }),
  }
  return { ...picture, marks: picture.marks.map((mark) => (mark.index === index ? { ...mark, ...answer } : mark)) }
}

/** What became of a request: it went through at once or after a wait, was refused by the endpoint, or went wrong. */
export function fateOf({ status, sent, arrived, answered, code }: Mark): Fate {
  if (status === undefined) return 'open'
  if (status === 201) return (arrived ?? answered ?? sent) - sent > WAITED_MS ? 'waited' : 'admitted'
  return arrived === undefined && !code?.startsWith('upstream-') && status !== 0 ? 'refused' : 'failed'
}

export function countsOf(marks: readonly Mark[]): Record<Fate, number> {
  const counts = { open: 0, admitted: 0, waited: 0, refused: 0, failed: 0 }
  for (const mark of marks) counts[fateOf(mark)] += 1
  return counts
}

export interface Share {
  readonly caller: string
  readonly asked: number
  readonly issued: number
}

export function sharesOf(marks: readonly Mark[]): Share[] {
  const callers = [...new Set(marks.map(({ caller }) => caller))]
  return callers.map((caller) => {
    const own = marks.filter((mark) => mark.caller === caller)
    return { caller, asked: own.length, issued: own.filter(({ status }) => status === 201).length }
  })
}

/** The codes of the problems, the most frequent first. */
export function reasonsOf(marks: readonly Mark[]): { readonly code: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { code } of marks) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count)
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
    // Half-open: what is a second old has left when the next one comes.
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
