import type { Random } from '@tc3-edge/test-support/random'

/** How the requests of one caller are spread: evenly with some jitter, at random, or five at once. */
export type Pattern = 'regular' | 'poisson' | 'bursty'

const BURST = 5

/** Returns when the requests of one caller arrive, in ascending milliseconds from 0. */
export function arrivalTimes(
  pattern: Pattern,
  perSecond: number | ((at: number) => number),
  endMs: number,
  random: Random,
): number[] {
  const gapMs = (at: number) => 1_000 / (typeof perSecond === 'number' ? perSecond : perSecond(at))
  const size = pattern === 'bursty' ? BURST : 1
  const next = (at: number) =>
    pattern === 'regular' ? gapMs(at) * random.between(0.5, 1.5) : random.exponential(size * gapMs(at))
  const times: number[] = []
  let at = pattern === 'regular' ? random.between(0, gapMs(0)) : next(0)
  for (; at < endMs; at += next(at)) for (let one = 0; one < size; one++) times.push(at)
  return times
}
