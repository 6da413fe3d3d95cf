import { expect, it } from 'vitest'
import { fulfilled, fullestSecond, quantile, shares } from '../statistics.ts'

it('counts the fullest half-open second', () => {
  expect(fullestSecond([])).toBe(0)
  expect(fullestSecond([0, 500, 999.9, 1_000, 1_999])).toBe(3)
  // One second apart is not in one half-open second.
  expect(fullestSecond([0, 1_000, 2_000])).toBe(1)
  expect(fullestSecond([0, 0.5, 1, 1.2], 1)).toBe(3)
})

it('shares by max-min fairness: nobody gets more than it demands, and what it leaves goes to the others', () => {
  const served = new Map([
    ['greedy', 70],
    ['modest', 20],
    ['little', 5],
  ])
  const all = shares(
    new Map([
      ['greedy', 1_000],
      ['modest', 60],
      ['little', 5],
      ['idle', 0],
    ]),
    served,
  )
  expect(all.get('greedy')).toStrictEqual({ demanded: 1_000, served: 70, due: 45 })
  expect(all.get('modest')).toStrictEqual({ demanded: 60, served: 20, due: 45 })
  expect(all.get('little')).toStrictEqual({ demanded: 5, served: 5, due: 5 })
  expect([...all.values()].slice(0, 3).map(fulfilled)).toStrictEqual([1, 20 / 45, 1])
})

it('takes quantiles that were measured', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
  expect(quantile([3, 1, 2], 1)).toBe(3)
  expect(quantile([], 0.5)).toBeNaN()
})
