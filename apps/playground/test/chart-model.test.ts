import { expect, it } from 'vitest'
import {
  appointmentsOf,
  countsOf,
  emptyModel,
  groupsOf,
  historyOf,
  mostOf,
  outcomeOf,
  reasonsOf,
  slidingCount,
  withEvent,
} from '../page/model/chart-model.ts'
import type { BurstEvent } from '../protocol/burst.ts'
import { mostInAnySecond } from '../server/burst.ts'

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

it('says what became of each request', () => {
  const sent = (index: number, time = 1_000): BurstEvent => ({ kind: 'sent', index, time })
  const answered = (index: number, status: number, more: object = {}): BurstEvent => ({
    kind: 'answered',
    index,
    time: 3_500,
    status,
    ...more,
  })
  const refusal = { code: 'capacity-exhausted', time: 1_050, returnsAt: 3_050 }
  const events: BurstEvent[] = [
    { kind: 'started', time: 1_000, callers: ['a', 'b', 'a', 'b', 'a', 'b', 'a'] },
    ...[0, 1, 2, 3, 4, 5, 6].map((index) => sent(index)),
    answered(0, 201, { arrivedAt: 1_010 }),
    answered(1, 201, { arrivedAt: 2_100 }),
    answered(2, 503, { code: 'capacity-exhausted' }),
    answered(3, 504, { code: 'upstream-timeout' }),
    // One is still away, one came back as told, and one came back for nothing.
    answered(4, 503, { ...refusal, promised: false }),
    answered(5, 503, { ...refusal, promised: true }),
    sent(5, 3_050),
    answered(5, 201, { arrivedAt: 3_060 }),
    answered(6, 503, { ...refusal, promised: true }),
    sent(6, 3_050),
    answered(6, 503, { code: 'capacity-exhausted' }),
    { kind: 'arrivals', times: [1_010, 2_100] },
    { kind: 'done', mostInAnySecond: 1 },
  ]
  const { marks, arrivals, mostInAnySecond: most } = events.reduce(withEvent, emptyModel)
  expect(marks.map(outcomeOf)).toStrictEqual([
    'served',
    'waited',
    'refused',
    'failed',
    'pending',
    'returned',
    'refused',
  ])
  expect(countsOf(marks)).toStrictEqual({ pending: 1, served: 1, waited: 1, returned: 1, refused: 2, failed: 1 })
  expect(appointmentsOf(marks)).toStrictEqual({ made: 2, kept: 1 })
  expect(groupsOf(marks).map(({ caller, marks: own, served }) => [caller, own.length, served])).toStrictEqual([
    ['a', 4, 1],
    ['b', 3, 2],
  ])
  expect(reasonsOf(marks)).toStrictEqual([
    { code: 'capacity-exhausted', count: 2 },
    { code: 'upstream-timeout', count: 1 },
  ])
  expect(marks.slice(5, 6).map(historyOf)).toStrictEqual([
    'Request 6 (b): sent at 0.00 s, capacity-exhausted at 0.05 s, appointment at 2.05 s; came back at 2.05 s, token at 2.50 s',
  ])
  expect({ arrivals, most }).toStrictEqual({ arrivals: [10, 1_100], most: 1 })
})
