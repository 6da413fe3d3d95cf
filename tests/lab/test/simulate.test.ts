import { fullestSecond } from '@tc3-edge/test-support/statistics'
import { describe, expect, it } from 'vitest'
import { firstReturnsServed, servedAt } from '../simulate/client.ts'
import { runScenario } from '../simulate/experiments/appointments.ts'
import { simulateCrowd } from '../simulate/experiments/isolates.ts'
import { type Outcome, type Scene, scheduleFlood, simulateFlood } from '../simulate/experiments/limiters.ts'
import { simulateLosses } from '../simulate/experiments/losses.ts'
import { simulateOutage } from '../simulate/experiments/outages.ts'
import { SCENARIOS, simulateShares } from '../simulate/experiments/shares.ts'
import { fleetOf, nearby } from '../simulate/fleet.ts'
import { type Population, scheduleOf } from '../simulate/schedule.ts'
import { gate, subjects } from '../simulate/subjects.ts'
import { World } from '../simulate/world.ts'

/** Long enough for the bursts of one round. */
const SECONDS = 16
const schedule = scheduleFlood(SECONDS)
const limiter = (name: string) => subjects.find((each) => each.name === name) ?? expect.fail(`There is no ${name}`)
const received = ({ world }: Outcome) => fullestSecond(world.upstream.received)

describe.each(['placed', 'everywhere'] as const)('a fleet %s, 10,000 requests a second', (placement) => {
  const scene: Scene = { placement, callMs: 100 }

  it('and the gate: 20 a second at the most, none refused, and every light backend has its share', () => {
    const outcome = simulateFlood(gate, scene, schedule, SECONDS)
    expect(received(outcome)).toBe(20)
    expect(outcome.world.upstream.issued).toHaveLength(outcome.world.upstream.received.length)
    expect(Math.min(...outcome.lightShares)).toBeGreaterThan(0.95)
  })

  it.each(['fixed window', 'token bucket', 'GCRA', 'exact sliding log'])('and a %s: more than 20', (name) => {
    expect(received(simulateFlood(limiter(name), scene, schedule, SECONDS))).toBeGreaterThan(20)
  })
})

it.each([6, 13, 40])(
  'carries out no more than 20 a second after the path was cut for %i s, whatever is delivered late',
  (cutS) => {
    for (const countExpired of [false, true]) {
      const result = simulateOutage({ cutMs: cutS * 1_000, seed: 1, rough: countExpired, countExpired })
      expect(result.carriedOut).toBeLessThanOrEqual(20)
      expect(result.received).toBeGreaterThanOrEqual(result.carriedOut)
      expect(result.recoveryS).toBeLessThan(15)
    }
  },
)

it.each(['herd of 300 users in 1 s', 'herd of 2,000 users in 1 s'])('keeps every appointment of a %s', (name) => {
  const { traces } = runScenario(name)
  expect(firstReturnsServed(traces, true)).toBe(1)
  expect(traces.filter((trace) => servedAt(trace) === undefined)).toHaveLength(0)
})

it.each([
  ['users at 300 locations of the world', 'users', () => fleetOf('everywhere')],
  ['users at 300 isolates that have no pressure yet', 'users', () => nearby(300)],
  ['one backend at 300 isolates', 'backends', () => nearby(300)],
] as const)('keeps the appointments of a simulateCrowd of %s', (_, kind, fleet) => {
  const { traces } = simulateCrowd(fleet(), { perSecond: 4_000, seconds: 3 }, kind)
  expect(firstReturnsServed(traces, true)).toBe(1)
})

it('uses the quota at ten times its load, also where responses are lost', () => {
  expect(simulateLosses(0, 60).perSecond).toBeGreaterThan(18.5)
  const lossy = simulateLosses(0.01, 60)
  expect(lossy.perSecond).toBeGreaterThan(16.5)
  expect(lossy.most).toBe(20)
})

it('gives light callers their share of random arrivals, with returns', () => {
  const populations = SCENARIOS['backends: one at 180/s, 39 at 0.5/s'] ?? []
  const { fine, greedy } = simulateShares(populations, gate, { attempts: 3 }, 1, 120)
  expect(fine).toBeGreaterThan(0.85)
  expect(greedy).toBeLessThan(1.3)
})

it('many isolates: an app user that sends a thousand requests a second takes nothing from light ones', () => {
  const returns = { attempts: 3 }
  const populations: Population[] = [
    { group: 'greedy', kind: 'users', callers: 1, perSecond: 1_000, returns },
    { group: 'light', kind: 'users', callers: 39, perSecond: 0.25, returns },
  ]
  const seconds = 30
  const world = new World({ subject: gate, fleet: nearby(300), callMs: 55, seed: 1 })
  world.run(scheduleOf(populations, seconds * 1_000, 1), (seconds + 3) * 1_000)
  const light = world.traces.filter(({ request }) => request.group === 'light')
  expect(light.filter((trace) => servedAt(trace) !== undefined).length / light.length).toBeGreaterThan(0.97)
  expect(world.acquires.length / seconds).toBeLessThan(700)
})

it('is the same every time', () => {
  expect(simulateOutage({ cutMs: 6_000, seed: 3, rough: true, countExpired: false })).toStrictEqual(
    simulateOutage({ cutMs: 6_000, seed: 3, rough: true, countExpired: false }),
  )
})
