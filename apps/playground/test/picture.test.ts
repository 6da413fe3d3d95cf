import { expect, it } from 'vitest'
import {
  countsOf,
  emptyPicture,
  fateOf,
  mostOf,
  reasonsOf,
  sharesOf,
  slidingCount,
  withEvent,
} from '../page/model/picture.ts'
import { mostInAnySecond } from '../server/sliding-second.ts'
import type { BurstEvent } from '../wire/burst.ts'

it('counts arrivals in half-open seconds, on the page as on the server', () => {
  const cases: [number[], number][] = [
    [[], 0],
    [[0], 1],
    [[0, 999], 2],
    [[0, 1_000], 1],
    [[0, 500, 1_000, 1_499, 1_500], 3],
    [[5, 5, 5], 3],
  ]
  for (const [times, most] of cases) {
    expect(mostOf(slidingCount(times))).toBe(most)
    expect(mostInAnySecond(times)).toBe(most)
  }
})

it('makes a picture of what it is told', () => {
  const answered = (index: number, status: number, more: object = {}): BurstEvent => ({
    kind: 'answered',
    index,
    time: 3_500,
    status,
    ...more,
  })
  const events: BurstEvent[] = [
    ...[0, 1, 2, 3, 4].map((index): BurstEvent => ({ kind: 'sent', index, caller: `c${index % 2}`, time: 1_000 })),
    answered(0, 201, { arrivedAt: 1_010 }),
    answered(1, 201, { arrivedAt: 2_100 }),
    answered(2, 503, { code: 'capacity-exhausted' }),
    answered(3, 504, { code: 'upstream-timeout' }),
    { kind: 'arrivals', times: [1_010, 2_100] },
    { kind: 'done', mostInAnySecond: 1 },
  ]
  const { marks, arrivals, mostInAnySecond: most } = events.reduce(withEvent, emptyPicture)
  expect(marks.map(fateOf)).toStrictEqual(['admitted', 'waited', 'refused', 'failed', 'open'])
  expect(countsOf(marks)).toStrictEqual({ admitted: 1, waited: 1, refused: 1, failed: 1, open: 1 })
  expect(sharesOf(marks)).toStrictEqual([
    { caller: 'c0', asked: 3, issued: 1 },
    { caller: 'c1', asked: 2, issued: 1 },
  ])
  expect(reasonsOf(marks)).toStrictEqual([
    { code: 'capacity-exhausted', count: 1 },
    { code: 'upstream-timeout', count: 1 },
  ])
  expect({ arrivals, most }).toStrictEqual({ arrivals: [10, 1_100], most: 1 })
})
