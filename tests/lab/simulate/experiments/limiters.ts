import { countBy, fulfilled, fullestSecond, mean, quantile, shares } from '@tc3-edge/test-support/statistics'
import { LIMIT } from '../../baselines.ts'
import { type Columns, percent, tableOf } from '../../report/markdown.ts'
import { drawTimeline } from '../../report/timeline.ts'
import { firstReturnsServed, type ScheduledRequest, servedAt, type Trace, waitsOf } from '../client.ts'
import { fleetOf, type Placement } from '../fleet.ts'
import { scheduleOf } from '../schedule.ts'
import { gate, type Subject, subjects } from '../subjects.ts'
import { World } from '../world.ts'
import type { Experiment } from './experiment.ts'

const SECONDS = 30
const GREEDY_PER_SECOND = 9_300
const LIGHT_BACKENDS = 20
const LIGHT_PER_SECOND = 0.4
const RETURNS = { attempts: 6 }
/** The first seconds, when the limiters and isolates have no history, don't count. */
const WARM_UP_MS = 2_000
/** Nor do requests in the last seconds, which have no time to return. */
const LATEST_SECONDS = 10
const SEED = 11

/** A world: where the Workers run, and how long a call takes at Tencent. */
export interface Scene {
  readonly placement: Placement
  readonly callMs: number
}

/** A limiter in a world. */
export interface Outcome {
  readonly subject: Subject
  readonly scene: Scene
  readonly world: World
  /** What light backends got, over the lesser of what they demanded and their fair share. */
  readonly lightShares: readonly number[]
  readonly light: readonly Trace[]
  readonly users: readonly Trace[]
  /** The part of all tokens that a group got. */
  readonly tokens: (group: string) => number
}

/** One greedy backend that sends from everywhere, app users in bursts, and light backends. */
export function scheduleFlood(seconds = SECONDS): ScheduledRequest[] {
  const bursts = (at: number) => (at % 10_000 >= 9_000 ? 600 : 100)
  return scheduleOf(
    [
      { group: 'greedy', kind: 'backends', callers: 1, perSecond: GREEDY_PER_SECOND },
      { group: 'user', kind: 'users', callers: 1, perSecond: bursts, newcomers: true, returns: RETURNS },
      { group: 'light', kind: 'backends', callers: LIGHT_BACKENDS, perSecond: LIGHT_PER_SECOND, returns: RETURNS },
    ],
    seconds * 1_000,
    20,
  )
}

export function simulateFlood(
  subject: Subject,
  { placement, callMs }: Scene,
  schedule: readonly ScheduledRequest[],
  seconds = SECONDS,
): Outcome {
  const world = new World({ subject, fleet: fleetOf(placement), callMs, seed: SEED }).run(schedule, seconds * 1_000)
  const traces = world.traces.filter(
    ({ request: { at } }) => at >= WARM_UP_MS && at < (seconds - LATEST_SECONDS) * 1_000,
  )
  const served = traces.filter((trace) => servedAt(trace) !== undefined)
  const tenantOf = ({ request }: Trace) => request.tenant
  const byTenant = shares(countBy(traces, tenantOf), countBy(served, tenantOf))
  const lightShares = [...byTenant]
    .filter(([tenant]) => tenant.startsWith('light'))
    .map(([, share]) => fulfilled(share))
  const groupOf = ({ request }: Trace) => request.group
  const tokens = countBy(served, groupOf)
  return {
    subject,
    scene: { placement, callMs },
    world,
    lightShares,
    light: traces.filter((trace) => groupOf(trace) === 'light'),
    users: traces.filter((trace) => groupOf(trace) === 'user'),
    tokens: (group) => (tokens.get(group) ?? 0) / served.length,
  }
}

export const columns: Columns<Outcome> = [
  ['limiter', ({ subject }) => `${subject.name}, ${subject.detail}`],
  ['most in any second', ({ world }) => overLimit(fullestSecond(world.upstream.received))],
  ['refused by Tencent', ({ world: { upstream } }) => percent(1 - upstream.issued.length / upstream.received.length)],
  ['use', ({ world }) => percent(useOf(world))],
  ['light callers’ share: mean', ({ lightShares }) => percent(mean(lightShares))],
  ['least', ({ lightShares }) => percent(Math.min(...lightShares))],
  ['tokens for the greedy caller', ({ tokens }) => percent(tokens('greedy'))],
  ['wait of light callers, p50 / p99, s', ({ light }) => waitText(light)],
  ['wait of users, p50 / p99, s', ({ users }) => waitText(users)],
  ['first returns of users served', ({ users }) => percent(firstReturnsServed(users, false))],
  ['acquires/s at the object', ({ subject, world }) => (subject.where === 'site' ? 'none' : String(acquires(world)))],
]

const SCENES = (['placed', 'everywhere'] as const).flatMap((placement) =>
  [30, 100, 300].map((callMs): Scene => ({ placement, callMs })),
)

/** The duration of calls in the worlds where all limiters are compared. */
const COMPARED_CALL_MS = 100

/** The outcomes of all limiters. */
const compared: Outcome[] = []

export const limitersExperiment: Experiment = {
  title: 'The gate and other limiters',
  run: () => {
    const schedule = scheduleFlood()
    const ofGate = SCENES.map((scene) => simulateFlood(gate, scene, schedule))
    const ofAll = (['placed', 'everywhere'] as const).map((placement) => {
      const scene: Scene = { placement, callMs: COMPARED_CALL_MS }
      const outcomes = subjects.map((subject) => simulateFlood(subject, scene, schedule))
      compared.push(...outcomes)
      return `### ${titleOf(scene)}\n\n${tableOf(columns, outcomes)}`
    })
    const scenes: typeof columns = [['the gate', ({ scene }) => titleOf(scene)], ...columns.slice(1)]
    return [TEXT, ...ofAll, '### The gate in six worlds', tableOf(scenes, ofGate)].join('\n\n')
  },
  pictures: () => [{ file: 'simulation.svg', svg: chartOf(compared.filter(isEverywhere)) }],
  sentences: () => ({ limiters: limitersSentence() }),
}

function isEverywhere({ scene }: Outcome): boolean {
  return scene.placement === 'everywhere'
}

function limitersSentence(): string {
  const others = compared.filter(({ subject }) => subject !== gate)
  const most = others.map(({ world }) => fullestSecond(world.upstream.received))
  const share = Math.max(...others.map(({ lightShares }) => mean(lightShares)))
  return `send ${Math.min(...most)} to ${Math.max(...most).toLocaleString('en')} calls in a second and leave light callers ${percent(share)} of their share at best`
}

const TEXT = `![Seven limiters, the same flood](simulation.svg)

**The flood**, ${SECONDS} seconds of it: one backend sends ${GREEDY_PER_SECOND.toLocaleString('en')} requests a second from all locations and never waits for a response. ${LIGHT_BACKENDS} light backends want
8 tokens a second together. 100 new app users come each second, and 600 in one second out of ten; refused users come back up to
five times, exactly when Retry-After says. The quota is 20 a second.

**The fleet:** "placed" is 51 isolates in three data centres next to Tencent, 1 ms from it and from the object. "Everywhere" is 300
locations, 1 to 180 ms from either, one way. Latencies vary, one packet in 200 is lost and sent again 200 ms later, and a connection
that is new or was idle for 15 s takes two more round trips. Clocks show whole milliseconds, and timers fire late.

**The same for all limiters:** Tencent lets 20 calls through in any second. The gate and the isolates' cache of refusals are the product's
own code. The other limiters allow or refuse each request at once, with a time to come back, and have no cache.

- **Most in any second**: calls that arrived at Tencent in the fullest half-open second.
- **Use**: calls that Tencent let through, divided by 20 a second.
- **Light callers' share**: tokens that each light backend got, divided by its demand or its fair share among all tenants, whichever is
  less (each backend is a tenant, all app users together are one).
- **Wait**: from a request to its token, with all retries, of callers that got a token.
- Shares, waits and use leave out the first two seconds; shares and waits also the last ten.`

function titleOf({ placement, callMs }: Scene): string {
  return `Workers ${placement === 'placed' ? 'placed next to Tencent' : 'everywhere'}, calls of ${callMs} ms`
}

function overLimit(most: number): string {
  return most > LIMIT ? `**${most}**` : String(most)
}

function useOf({ upstream }: World): number {
  const counted = upstream.issued.filter((at) => at >= WARM_UP_MS)
  return counted.length / (LIMIT * (SECONDS - WARM_UP_MS / 1_000))
}

function waitText(traces: readonly Trace[]): string {
  const waits = waitsOf(traces)
  if (waits.length === 0) return '–'
  return [0.5, 0.99].map((part) => (quantile(waits, part) / 1_000).toFixed(1)).join(' / ')
}

function acquires(world: World): number {
  return Math.round(world.acquires.length / SECONDS)
}

/** All limiters in one world, one below the other. */
function chartOf(outcomes: readonly Outcome[]): string {
  return drawTimeline({
    title: `The same flood, seven limiters: only the gate keeps ${LIMIT} a second, and gives each caller its share`,
    lines: [
      '10,000 requests a second, nine tenths from one greedy backend; Workers all over the world; calls of 100 ms.',
      'Red: above the limit; Tencent refuses those. Tokens went to 20 light backends (first), app users (second), the greedy backend (yellow).',
    ],
    limit: LIMIT,
    span: SECONDS,
    columns: ['use of the quota', 'who gets the tokens'],
    rows: outcomes.map(({ subject, world, tokens, lightShares }) => ({
      name: subject.name,
      detail: subject.detail,
      arrivals: world.upstream.received.map((at) => at / 1_000),
      bars: [
        { parts: [{ share: useOf(world), kind: 'main' }], label: percent(useOf(world)) },
        {
          parts: [
            { share: tokens('light'), kind: 'main' },
            { share: tokens('user'), kind: 'soft' },
            { share: tokens('greedy'), kind: 'other' },
          ],
          label: `light: ${percent(mean(lightShares))} of their share`,
        },
      ],
    })),
  })
}
