import { join } from 'node:path'
import { bundle } from '@tc3-edge/test-support/bundle'
import { type Program, startProgram } from '@tc3-edge/test-support/program'
import { countBy, fulfilled, fullestSecond, mean, quantile, shares, summary } from '@tc3-edge/test-support/statistics'
import { startWorkerd } from '@tc3-edge/test-support/workerd'
import { makeBindingKey } from '@tc3-edge/token-endpoint/dev/make-binding-key'
import { CALLERS, QUOTA } from '../../load/plan.ts'
import { type ReceivedRequest, Recorder } from '../../load/recorder.ts'
import { backends, type ScheduledRequest, scheduleRequests } from '../../load/schedule.ts'
import { type Attempt, sendRequests } from '../../load/send.ts'
import { percent, table } from '../../report/markdown.ts'
import { drawTimeline } from '../../report/timeline.ts'
import type { Effort } from '../measure/effort.ts'
import type { Section } from '../section.ts'
import { credentials, region } from '../subjects/request.ts'

const TIMES = 3
const NAMES = ['ours', 'express-rate-limit and the official SDK', 'a bucket in a Durable Object']

interface Result {
  readonly name: string
  readonly received: readonly ReceivedRequest[]
  readonly attempts: readonly Attempt[]
  readonly requests: readonly ScheduledRequest[]
}

/** The same overload through three limiters, one after the other. */
export async function quota({ overloadSeconds: seconds, overloads }: Effort, scratch: string): Promise<Section> {
  const schedule = scheduleRequests({ pattern: 'regular', load: TIMES, seconds })
  const requests = schedule.map(({ at, caller }) => ({ at, caller }))
  const results: Result[] = []
  for (let run = 0; run < overloads; run++) {
    for (const name of NAMES) results.push(await overload(name, requests, join(scratch, String(run))))
  }
  const text = [
    `${seconds} seconds of ${TIMES} times the quota from ${CALLERS} callers, one of whom sends nine tenths; each request is sent`,
    `once, at its time; ${overloads} times through each limiter, in turn. The upstream is the emulator, which lets 20 through in any`,
    'second. The bucket calls it with our client. Shares are of what a light caller would get if it were shared fairly. Waits are',
    'those of who got a token. The picture is of the first time.',
    '',
    table(
      [
        '',
        'tokens issued',
        'refused by the upstream',
        'most in any second',
        'light callers’ share',
        'wait p50, ms',
        'p99',
      ],
      NAMES.map((name) => row(name, results)),
    ),
    '',
    losses(results),
  ]
  return {
    title: 'The quota',
    text: text.join('\n'),
    pictures: [{ file: 'quota.svg', svg: pictureOf(results.slice(0, NAMES.length), seconds) }],
  }
}

async function overload(name: string, requests: readonly ScheduledRequest[], scratch: string): Promise<Result> {
  const recorder = await Recorder.start()
  const server = await start(name, recorder.url, scratch)
  try {
    const attempts = await sendRequests(server.url, requests, performance.now() + 500)
    return { name, requests, attempts, received: await recorder.received() }
  } finally {
    await server.stop()
    await recorder.stop()
  }
}

async function start(name: string, upstream: string, scratch: string): Promise<Pick<Program, 'url' | 'stop'>> {
  if (name === NAMES[1]) return startProgram(join(import.meta.dirname, '../servers/express.ts'), [upstream])
  const worker = name === NAMES[0] ? `'@tc3-edge/token-endpoint/worker'` : `'./bucket.ts'`
  const entry = { code: `export { default, Gate } from ${worker}`, folder: join(import.meta.dirname, '../../workers') }
  const module = join(scratch, name.replaceAll(' ', '-'), 'worker.js')
  await bundle({ entry, outfile: module, kind: 'worker' })
  return startWorkerd({
    module,
    object: { binding: 'GATE', className: 'Gate' },
    compatibilityFlags: ['enable_request_signal'],
    settings: {
      TENCENTCLOUD_SECRET_ID: credentials.secretId,
      TENCENTCLOUD_SECRET_KEY: credentials.secretKey,
      FACEID_ENDPOINT: upstream,
      FACEID_REGION: region,
      BACKENDS: backends(),
      BINDING_KEYS: `[${makeBindingKey()}]`,
    },
  })
}

function row(name: string, results: readonly Result[]): string[] {
  const runs = results.filter((result) => result.name === name).map(figuresOf)
  const whole = (figure: keyof ReturnType<typeof figuresOf>) => {
    const { median, least, most } = summary(runs.map((run) => run[figure]))
    return least === most ? median.toFixed(0) : `${median.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`
  }
  const { median, least, most } = summary(runs.map(({ share }) => share))
  return [
    name,
    whole('issued'),
    whole('refused'),
    whole('most'),
    `${percent(median)} (${percent(least)} to ${percent(most)})`,
    whole('p50'),
    whole('p99'),
  ]
}

function losses(results: readonly Result[]): string {
  const [ours = Number.NaN, ...others] = NAMES.map(
    (name) => summary(results.filter((result) => result.name === name).map((result) => figuresOf(result).p50)).median,
  )
  if (others.every((other) => ours <= other)) return 'Ours loses to neither in the wait.'
  return `**Where ours loses**: the wait, ${ours.toFixed(0)} ms at the median where the shortest is ${Math.min(...others).toFixed(0)}: ours lets callers wait in a queue.`
}

function figuresOf({ received, attempts, requests }: Result) {
  const served = attempts.filter(({ token }) => token !== undefined)
  const waits = served.map(({ tookMs }) => tookMs)
  return {
    issued: served.length,
    refused: received.filter(({ outcome }) => outcome !== 'ok').length,
    most: fullestSecond(timesOf(received), 1),
    share: lightShare(requests, served),
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
  }
}

/** The mean of what light callers got, over the lesser of what they demanded and their fair share. */
function lightShare(requests: readonly ScheduledRequest[], served: readonly Attempt[]): number {
  const demanded = countBy(requests, ({ caller }) => caller)
  const all = shares(
    demanded,
    countBy(served, ({ request }) => request.caller),
  )
  return mean([...all].filter(([caller]) => caller > 0).map(([, share]) => fulfilled(share)))
}

/** In seconds from the first, ascending. */
function timesOf(received: readonly ReceivedRequest[]): number[] {
  const times = received.map(({ time }) => time / 1_000).sort((a, b) => a - b)
  return times.map((time) => time - (times[0] ?? 0))
}

function pictureOf(results: readonly Result[], seconds: number): string {
  return drawTimeline({
    title: `${TIMES} times the quota, through three limiters`,
    lines: ['What the upstream received in each second, those it refused included.'],
    limit: QUOTA,
    span: seconds + 2,
    columns: ['light callers’ share'],
    rows: results.map((result) => {
      const { share } = figuresOf(result)
      return {
        name: result.name.split(' ').slice(0, 2).join(' '),
        detail: '',
        arrivals: timesOf(result.received),
        bars: [{ parts: [{ share, kind: 'main' as const }], label: percent(share) }],
      }
    }),
  })
}
