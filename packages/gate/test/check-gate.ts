import fc from 'fast-check'
import type * as GateModule from '../src/index.ts'
import { type Event, MOST_SKEW_MS, World } from './world.ts'

const ask = fc.record({
  type: fc.constant('ask' as const),
  // Two backends and six users; one of each asks for most.
  caller: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 2) }, { weight: 2, arbitrary: fc.nat(7) }),
  key: fc.option(fc.nat(3), { nil: undefined, freq: 2 }),
  request: fc.constantFrom(0, 0, 0, 0, 1),
  patience: fc.oneof({ weight: 4, arbitrary: fc.constant(1_500) }, { weight: 1, arbitrary: fc.nat(1_500) }),
})

const report = fc.record({
  type: fc.constant('report' as const),
  call: fc.nat(30),
  outcome: fc.constantFrom(
    'issued' as const,
    'issued' as const,
    'issued' as const,
    'refused' as const,
    'throttled' as const,
    'not-sent' as const,
    'unknown' as const,
  ),
  again: fc.constantFrom(false, false, false, true),
})

const pass = fc.record({
  type: fc.constant('pass' as const),
  ms: fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: 0, max: 60, noNaN: true }) },
    { weight: 2, arbitrary: fc.double({ min: 0, max: 1_200, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(600_000, 3_600_000) },
  ),
})

const stall = fc.record({ type: fc.constant('stall' as const), ms: fc.double({ min: 0, max: 400, noNaN: true }) })
const stepBack = fc.record({ type: fc.constant('step-back' as const), ms: fc.integer({ min: 1, max: 5_000 }) })
const cancel = fc.record({ type: fc.constant('cancel' as const), waiter: fc.nat(40) })
const restart = fc.record({
  type: fc.constant('restart' as const),
  ahead: fc.integer({ min: -MOST_SKEW_MS, max: MOST_SKEW_MS }),
  leaseMs: fc.constantFrom(2_000, 2_000, 1_000, 3_000),
})

const askAgain = fc.record({ type: fc.constant('ask-again' as const), waiter: fc.nat(40) })

const lose = fc.record({ type: fc.constant('lose' as const), call: fc.nat(30) })
const askForLost = fc.record({ type: fc.constant('ask-for-lost' as const), call: fc.nat(30) })

const EVENTS_A_RUN = 250

const steady: fc.WeightedArbitrary<Event>[] = [
  { weight: 24, arbitrary: ask },
  { weight: 14, arbitrary: report },
  { weight: 8, arbitrary: pass },
  { weight: 1, arbitrary: stall },
  { weight: 1, arbitrary: stepBack },
  { weight: 1, arbitrary: cancel },
  { weight: 1, arbitrary: askAgain },
  { weight: 1, arbitrary: lose },
  { weight: 1, arbitrary: askForLost },
]

/**
 * Runs random worlds around a gate, half of them against the reference, half with restarts. Throws with the seed where a
 * promise is broken, and with the shortest failing run unless a seed was given; answers how many events happened.
 */
export function checkGate(module: typeof GateModule, runs: number, seed?: number): number {
  let events = 0
  const run = (exact: boolean) => (list: Event[]) => {
    const world = new World(module, exact)
    for (const event of list) world.happen(event)
    world.checkUpstream()
    events += list.length
  }
  const parameters = { numRuns: runs, ...(seed === undefined ? {} : { seed, endOnFailure: true }) }
  const length = { minLength: EVENTS_A_RUN, maxLength: EVENTS_A_RUN, size: 'max' as const }
  fc.assert(fc.property(fc.array(fc.oneof(...steady), length), run(true)), parameters)
  fc.assert(
    fc.property(fc.array(fc.oneof(...steady, { weight: 1, arbitrary: restart }), length), run(false)),
    parameters,
  )
  return events
}
