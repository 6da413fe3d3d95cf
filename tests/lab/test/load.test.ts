import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { brokenBounds } from '../load/assert-bounds.ts'
import { deliveredTwice, type Result } from '../load/measure.ts'
import { LONG_SECONDS, planRun } from '../load/plan.ts'
import { scheduleRequests } from '../load/schedule.ts'

const load = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../load/load.ts'), ...args])

it('makes 20 calls a second and no more of each operation, and the recorder sees a gate that makes more', async () => {
  const { stdout } = await load('--quick')
  expect(stdout).toContain('Every bound holds, and the baselines break theirs.')
}, 240_000)

const result = (over: Partial<Result>): Result => ({
  plan: planRun('MeteredGate', { kind: 'none' }, 2, 5),
  lane: 'tokens',
  arrivals: [],
  most: 20,
  mostReceived: 20,
  recoveryS: Number.NaN,
  use: 1,
  meanCallMs: 5,
  requests: 100,
  served: 90,
  lost: 0,
  greedyShare: 1,
  lightShares: [1],
  furthestBehind: 0,
  waitMs: { p50: 1, p99: 2 },
  acquiresPerSecond: 1,
  refusalsPerSecond: 1,
  twice: 0,
  ...over,
})
const long = planRun('MeteredGate', { kind: 'none' }, 10, LONG_SECONDS)
const baseline = planRun('SlidingLogGate', { kind: 'delays', maxMs: 1_500 }, 2, 5)

it.each([
  ['more than 20 in a second', [result({ most: 21 })]],
  ['a token that was delivered twice', [result({ twice: 1 })]],
  ['a run that served nobody', [result({ served: 0 })]],
  ['a light caller that got less than its share in five minutes', [result({ plan: long, lightShares: [1, 0.94] })]],
  ['a baseline that keeps the bound', [result({}), result({ plan: baseline })]],
])('finds fault with %s', (_, results) => {
  expect(brokenBounds(results)).toHaveLength(1)
})

it('reports a herd whose appointments are not kept', () => {
  const herd = { size: 300, kept: 0.98, firstReturns: 0.98, attempts: [2], waits: [10], most: 20 }
  expect(brokenBounds([result({})], [herd])).toHaveLength(1)
  expect(brokenBounds([result({})], [{ ...herd, kept: 1, most: 21 }])).toHaveLength(1)
  expect(brokenBounds([result({})], [{ ...herd, kept: 1 }])).toStrictEqual([])
})

it('has no fault to find where the bound holds and a baseline breaks it under one of its loads', () => {
  const baselines = [result({ plan: baseline, most: 26, twice: 3 }), result({ plan: baseline, most: 20 })]
  expect(brokenBounds([result({}), ...baselines])).toStrictEqual([])
})

it('counts a key with two tokens and a token with two requests', () => {
  const requests = [
    { at: 0, lane: 'tokens', caller: 0, key: 'a' },
    { at: 0, lane: 'tokens', caller: 0 },
    { at: 0, lane: 'tokens', caller: 0 },
  ] as const
  const attempt = (number: 0 | 1 | 2, token: string) => ({ request: requests[number], token })
  expect(deliveredTwice([attempt(0, 'x'), attempt(0, 'x'), attempt(1, 'y'), attempt(2, 'z')])).toBe(0)
  expect(deliveredTwice([attempt(0, 'x'), attempt(0, 'y')])).toBe(1)
  expect(deliveredTwice([attempt(1, 'x'), attempt(2, 'x')])).toBe(1)
})

it.each(['regular', 'poisson', 'bursty'] as const)(
  'schedules %s requests: nine tenths for one caller, the rest for the others in equal parts',
  (pattern) => {
    const requests = scheduleRequests({ lanes: ['tokens'], pattern, load: 10, seconds: 60 })
    const greedy = requests.filter(({ caller }) => caller === 0)
    expect(requests.length / 12_000).toBeCloseTo(1, 1)
    expect(greedy.length / requests.length).toBeCloseTo(0.9, 1)
    expect(new Set(requests.map(({ caller }) => caller)).size).toBe(40)
  },
)
