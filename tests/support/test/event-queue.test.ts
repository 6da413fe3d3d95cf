import { expect, it } from 'vitest'
import { EventQueue } from '../event-queue.ts'
import { Random } from '../random.ts'

it('runs events in the order of time, and those of one time in the order in which they were added', () => {
  const random = new Random(1)
  const events = new EventQueue()
  const added = Array.from({ length: 500 }, (_, index) => ({ at: random.below(50), index }))
  const run: typeof added = []
  for (const event of added) events.add(event.at, () => run.push(event))
  events.runUntil(50)
  expect(run).toStrictEqual(added.toSorted((one, two) => one.at - two.at || one.index - two.index))
})

it('stops at the end, which counts', () => {
  const events = new EventQueue()
  const run: number[] = []
  const again = (now: number) => {
    run.push(now)
    events.add(now + 10, again)
  }
  events.add(0, again)
  events.runUntil(20)
  expect(run).toStrictEqual([0, 10, 20])
  expect(events.nextAt).toBe(30)
})
