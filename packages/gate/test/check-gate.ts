import fc from 'fast-check'
import type * as GateModule from '../src/index.ts'
import { type Event, MOST_SKEW_MS, World } from './world.ts'

const acquire = fc.record({
  type: fc.constant('acquire' as const),
  // Two backends and six users; one of each sends most.
  caller: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 2) }, { weight: 2, arbitrary: fc.nat(7) }),
  key: fc.option(fc.nat(3), { nil: undefined, freq: 2 }),
  fingerprint: fc.constantFrom(0, 0, 0, 0, 1),
  maxWaitMs: fc.oneof({ weight: 4, arbitrary: fc.constant(1_500) }, { weight: 1, arbitrary: fc.nat(1_500) }),
})

const complete = fc.record({
  type: fc.constant('complete' as const),
  call: fc.nat(30),
  outcome: fc.constantFrom(
    'succeeded' as const,
    'succeeded' as const,
    'succeeded' as const,
    'succeeded' as const,
    'refused' as const,
    'throttled' as const,
    'expired' as const,
    'not-sent' as const,
    'unknown' as const,
  ),
  again: fc.constantFrom(false, false, false, true),
  date: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 4 }),
})

const pass = fc.record({
  type: fc.constant('pass' as const),
  ms: fc.oneof(
    { weight: 60, arbitrary: fc.double({ min: 0, max: 60, noNaN: true }) },
    { weight: 20, arbitrary: fc.double({ min: 0, max: 1_200, noNaN: true }) },
    { weight: 6, arbitrary: fc.double({ min: 0, max: 12_000, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(600_000, 3_600_000) },
  ),
})

const comeBack = fc.record({
  type: fc.constant('return' as const),
  holder: fc.nat(40),
  lateMs: fc.oneof(fc.integer({ min: -1_500, max: -1 }), fc.nat(1_000), fc.nat(7_000)),
})
const stall = fc.record({ type: fc.constant('stall' as const), ms: fc.double({ min: 0, max: 400, noNaN: true }) })
const stepBack = fc.record({ type: fc.constant('step-back' as const), ms: fc.integer({ min: 1, max: 4_000 }) })
const cancel = fc.record({ type: fc.constant('cancel' as const), waiter: fc.nat(40) })
const acquireAgain = fc.record({ type: fc.constant('acquire-again' as const), waiter: fc.nat(40) })
const lose = fc.record({ type: fc.constant('lose' as const), call: fc.nat(30) })
const lost = fc.record({
  type: fc.constantFrom('acquire-lost' as const, 'acquire-lost' as const, 'give-back-lost' as const),
  call: fc.nat(30),
})
const restart = fc.record({
  type: fc.constant('restart' as const),
  skewMs: fc.oneof(fc.integer({ min: -MOST_SKEW_MS, max: MOST_SKEW_MS }), fc.constantFrom(-MOST_SKEW_MS, MOST_SKEW_MS)),
  durable: fc.boolean(),
  lifetimeS: fc.constantFrom(3, 3, 2, 6),
})

const EVENTS_A_RUN = 250

const steady: fc.WeightedArbitrary<Event>[] = [
  { weight: 24, arbitrary: acquire },
  { weight: 14, arbitrary: complete },
  { weight: 8, arbitrary: pass },
  { weight: 3, arbitrary: comeBack },
  { weight: 1, arbitrary: stall },
  { weight: 1, arbitrary: stepBack },
  { weight: 1, arbitrary: cancel },
  { weight: 1, arbitrary: acquireAgain },
  { weight: 1, arbitrary: lose },
  { weight: 1, arbitrary: lost },
]

/**
 * Runs random worlds around a gate, half of them against the reference, half with restarts. Throws with the seed where a
 * promise is broken, and with the shortest failing run unless a seed was given.
 */
export function checkGate(module: typeof GateModule, runs: number, seed?: number): { events: number; most: number } {
  const seen = { events: 0, most: 0 }
  const run = (exact: boolean) => (list: Event[]) => {
    const world = new World(module, exact)
    for (const event of list) world.happen(event)
    world.checkUpstream()
    seen.events += list.length
    seen.most = Math.max(seen.most, world.most)
  }
  const parameters = { numRuns: runs, ...(seed === undefined ? {} : { seed, endOnFailure: true }) }
  const length = { minLength: EVENTS_A_RUN, maxLength: EVENTS_A_RUN, size: 'max' as const }
  fc.assert(fc.property(fc.array(fc.oneof(...steady), length), run(true)), parameters)
  const unsteady = [...steady, { weight: 1, arbitrary: restart }]
  fc.assert(fc.property(fc.array(fc.oneof(...unsteady), length), run(false)), parameters)
  return seen
}
