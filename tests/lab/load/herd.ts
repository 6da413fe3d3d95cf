import { Agent } from 'node:http'
import { Random } from '@tc3-edge/test-support/random'
import { fullestSecond, quantile } from '@tc3-edge/test-support/statistics'
import { type Columns, percent } from '../report/markdown.ts'
import { openSandbox } from './sandbox.ts'
import { type Attempt, send } from './send.ts'

/** The result of a herd that heeds Retry-After. */
export interface Herd {
  readonly size: number
  /** The part of first returns at an appointment that got a token. */
  readonly kept: number
  /** The part of all first returns that got a token. */
  readonly firstReturns: number
  /** The attempts of each member that got a token. */
  readonly attempts: readonly number[]
  /** From the first request to the token, in seconds, of each member that got one. */
  readonly waits: readonly number[]
  /** The most carried out in any second. */
  readonly most: number
}

const MAX_ATTEMPTS = 6
const TARDINESS_MS = 100
const SEED = 3

/** Sends this many requests of one backend within a second, each with a key of its own. */
export async function runHerd(size: number): Promise<Herd> {
  await using sandbox = await openSandbox('MeteredGate', { kind: 'none' })
  const random = new Random(SEED)
  const agent = new Agent({ keepAlive: true })
  const members = Array.from({ length: size }, async (_, number) => {
    const request = { at: random.between(0, 1_000), caller: 0, lane: 'tokens', key: `herd-${number}` } as const
    await sleep(request.at)
    const from = performance.now()
    const attempts: Attempt[] = []
    for (;;) {
      const attempt = await send(sandbox.endpoint.url, agent, request)
      attempts.push(attempt)
      const { token, retryAfterS } = attempt
      if (token !== undefined || retryAfterS === undefined || attempts.length === MAX_ATTEMPTS) break
      await sleep(1_000 * retryAfterS + random.between(0, TARDINESS_MS))
    }
    return { attempts, waitS: (performance.now() - from) / 1_000 }
  })
  const done = await Promise.all(members)
  agent.destroy()
  const returned = done.filter(({ attempts }) => attempts.length > 1)
  const servedAtOnce = (some: typeof done) =>
    some.filter(({ attempts: [, second] }) => second?.token !== undefined).length / some.length
  const served = done.filter(({ attempts }) => attempts.at(-1)?.token !== undefined)
  const times = (await sandbox.recorder.received()).filter(({ accepted }) => accepted).map(({ time }) => time)
  return {
    size,
    kept: servedAtOnce(returned.filter(({ attempts: [first] }) => first?.promised)),
    firstReturns: servedAtOnce(returned),
    attempts: served.map(({ attempts }) => attempts.length),
    waits: served.map(({ waitS }) => waitS),
    most: fullestSecond(times.sort((one, two) => one - two)),
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

export const herdColumns: Columns<Herd> = [
  ['herd', ({ size }) => size.toLocaleString('en')],
  ['most in any second', ({ most }) => String(most)],
  ['appointments kept', ({ kept }) => percent(kept, 1)],
  ['first returns served', ({ firstReturns }) => percent(firstReturns)],
  ['served', ({ size, attempts }) => percent(attempts.length / size, 1)],
  ['attempts, p50 / p99', ({ attempts }) => `${quantile(attempts, 0.5)} / ${quantile(attempts, 0.99)}`],
  ['wait, p50 / p99, s', ({ waits }) => [0.5, 0.99].map((part) => quantile(waits, part).toFixed(1)).join(' / ')],
]
