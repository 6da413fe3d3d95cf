import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { deliveredTwice } from '../results/delivered-twice.ts'
import { judge } from '../results/judge.ts'
import type { Figures } from '../results/measure.ts'
import { ordersFor } from '../world/orders.ts'
import { LONG_SECONDS, planRun } from '../world/plan.ts'

const load = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../load.ts'), ...args])

it('passes on 20 calls a second and no more at twice the quota, and the witness sees a gate that passes on more', async () => {
  const { stdout } = await load('--quick')
  expect(stdout).toContain('Every bound holds, and the controls break theirs.')
}, 120_000)

const figures = (over: Partial<Figures>): Figures => ({
  plan: planRun('product', 'plain', 2, 5),
  arrivals: [],
  most: 20,
  use: 1,
  meanCallMs: 5,
  orders: 100,
  served: 90,
  lost: 0,
  greedyShare: 1,
  lightShares: [1],
  furthestBehind: 0,
  waitMs: { p50: 1, p99: 2 },
  asksPerSecond: 1,
  refusalsPerSecond: 1,
  twice: 0,
  ...over,
})
const long = planRun('product', 'plain', 10, LONG_SECONDS)
const control = planRun('sliding-log', 'slow-road', 2, 5)

it.each([
  ['more than 20 in a second', [figures({ most: 21 })]],
  ['a token that was delivered twice', [figures({ twice: 1 })]],
  ['a run that served nobody', [figures({ served: 0 })]],
  ['a light caller that got less than its share in five minutes', [figures({ plan: long, lightShares: [1, 0.94] })]],
  ['a control that keeps the bound', [figures({}), figures({ plan: control })]],
])('finds fault with %s', (_, results) => {
  expect(judge(results)).toHaveLength(1)
})

it('has no fault to find where the bound holds and a control breaks it under one of its loads', () => {
  const controls = [figures({ plan: control, most: 26, twice: 3 }), figures({ plan: control, most: 20 })]
  expect(judge([figures({}), ...controls])).toStrictEqual([])
})

it('counts a key with two tokens and a token with two orders', () => {
  const order = { at: 0, caller: 0, again: undefined }
  const orders = [
    { ...order, key: 'a' },
    { ...order, key: undefined },
    { ...order, key: undefined },
  ]
  const attempt = (number: number, token: string) => ({ order: number, tookMs: 1, status: 201, token })
  const twice = (...attempts: ReturnType<typeof attempt>[]) => deliveredTwice({ orders, attempts })
  expect(twice(attempt(0, 'x'), attempt(0, 'x'), attempt(1, 'y'), attempt(2, 'z'))).toBe(0)
  expect(twice(attempt(0, 'x'), attempt(0, 'y'))).toBe(1)
  expect(twice(attempt(1, 'x'), attempt(2, 'x'))).toBe(1)
})

it('asks for what it should: one caller for nine tenths, the others for the rest in equal parts', () => {
  const orders = ordersFor(200, 30, 1)
  const greedy = orders.filter(({ caller }) => caller === 0)
  expect(orders.length / 6_000).toBeCloseTo(1, 1)
  expect(greedy.length / orders.length).toBeCloseTo(0.9, 1)
  expect(new Set(orders.map(({ caller }) => caller)).size).toBe(40)
})
