import { describe, expect, it } from 'vitest'
import { type Load, type Outcome, saturate } from './saturation.ts'

const CALLERS = 40
const backends = { tenant: (caller: number) => `backend ${caller}` }
const users = { tenant: () => 'users' }
const callMs = { least: 60, spread: 0 }

/** One caller that sends nine times as much as there is, and 39 light ones. */
const oneGreedy = (light: number) => [180, ...Array<number>(CALLERS - 1).fill(light)]

/** What each caller is due: what it demanded, or an even part of what the others leave. */
function dueOf({ demanded, served }: Outcome): number[] {
  const order = demanded.map((tokens, caller) => ({ tokens, caller })).sort((a, b) => a.tokens - b.tokens)
  const due = demanded.map(() => 0)
  let left = served.reduce((sum, tokens) => sum + tokens, 0)
  order.forEach(({ tokens, caller }, n) => {
    due[caller] = Math.min(tokens, left / (order.length - n))
    left -= due[caller] ?? 0
  })
  return due
}

/** The part of its due that each got. */
function parts(outcome: Outcome): number[] {
  const due = dueOf(outcome)
  return outcome.served.map((got, caller) => got / (due[caller] ?? 1))
}

/** How many of the light callers got 95 % of their due, and how much of its due the greedy one. */
function fairness(load: Omit<Load, 'seed' | 'seconds' | 'callMs' | 'rates'>, light: number) {
  const runs = [1, 2].map((seed) => {
    const [greedy = 0, ...lights] = parts(saturate({ ...load, rates: oneGreedy(light), callMs, seconds: 200, seed }))
    return { greedy, light: lights.filter((part) => part >= 0.95).length / lights.length }
  })
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { light: mean(runs.map((run) => run.light)), greedy: mean(runs.map(({ greedy }) => greedy)) }
}

describe.each([
  ['40 backends', backends],
  ['40 app users', users],
])('%s, one of which sends nine times the quota', (_, who) => {
  it.each(['regular', 'poisson'] as const)(
    '%s arrivals, half of what is due: every light caller has it',
    (arrivals) => {
      expect(fairness({ ...who, arrivals, attempts: 1 }, 0.25).light).toBe(1)
    },
  )

  it('poisson arrivals, as much as is due, with returns: nine in ten have 95 % of it', () => {
    const { light, greedy } = fairness({ ...who, arrivals: 'poisson', attempts: 3 }, 0.5)
    expect(light).toBeGreaterThan(0.88)
    expect(greedy).toBeLessThan(1.15)
  })

  it('bursts of five, half of what is due, with returns: every light caller has it', () => {
    expect(fairness({ ...who, arrivals: 'bursts', attempts: 3 }, 0.25).light).toBeGreaterThan(0.97)
  })
})

it.each([1, 2, 10])('at %i times the quota all of it is used, and nobody waits past MAX_WAIT_MS', (times) => {
  const load = { ...backends, rates: oneGreedy(0.5 * times), arrivals: 'poisson', attempts: 1, callMs } as const
  const { waits, use } = saturate({ ...load, seconds: 120, seed: 1 })
  expect(use).toBeGreaterThan(0.95)
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_000)
})

it('with 1 % of answers lost at ten times the quota 88 % of it are used', () => {
  const load = { ...users, rates: oneGreedy(0.5), arrivals: 'poisson', attempts: 1, callMs, lost: 0.01 } as const
  expect(saturate({ ...load, seconds: 300, seed: 1 }).use).toBeGreaterThan(0.88)
})

describe('a leaked key of a backend that sends five times the quota, beside 300 app users', () => {
  const tenant = (caller: number) => (caller === 0 ? 'backend' : 'users')
  const rates = [100, ...Array<number>(300).fill(0.15)]
  const load = { rates, tenant, arrivals: 'poisson', callMs, seconds: 60, seed: 3 } as const
  const partOfKey = (usersWeight: number, attempts: number) => {
    const { served } = saturate({ ...load, usersWeight, attempts })
    return (served[0] ?? 0) / served.reduce((sum, tokens) => sum + tokens, 0)
  }

  it.each([1, 3])('takes half without weights, and a fifth where users weigh 4 (attempts: %i)', (attempts) => {
    const parts = [1, 4].map((weight) => partOfKey(weight, attempts))
    expect(parts[0]).toBeCloseTo(0.5, 1)
    expect(parts[1]).toBeCloseTo(0.2, 1)
  })
})

it('backends and the pool of app users share evenly, however many users there are', () => {
  const rates = [...Array<number>(50).fill(1), 40, 40]
  const tenant = (caller: number) => (caller < 50 ? 'users' : `backend ${caller}`)
  const { served } = saturate({ rates, tenant, arrivals: 'poisson', attempts: 1, callMs, seconds: 60, seed: 2 })
  const pool = served.slice(0, 50).reduce((sum, tokens) => sum + tokens, 0)
  const third = served.reduce((sum, tokens) => sum + tokens, 0) / 3
  for (const tokens of [pool, served[50] ?? 0, served[51] ?? 0]) expect(tokens / third).toBeCloseTo(1, 1)
})
