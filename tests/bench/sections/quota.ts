import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fairShare, inTheSecondBefore, mean, quantile } from '../../../packages/gate/simulate/figures.ts'
import { drawPicture } from '../../../packages/gate/simulate/picture.ts'
import { apiKeyHashes, type Order, ordersFor } from '../../load/world/orders.ts'
import { CALLERS, QUOTA } from '../../load/world/plan.ts'
import { startProgram } from '../../load/world/program.ts'
import { type Attempt, sendOrders } from '../../load/world/send.ts'
import { type Arrival, Witness } from '../../load/world/witness.ts'
import { credentials, region } from '../contestants/request.ts'
import { bundleWorker } from '../hosts/bundle.ts'
import { serveModule } from '../hosts/workerd.ts'
import type { Effort } from '../measure/effort.ts'
import { summary } from '../measure/statistics.ts'
import { type Section, table } from '../report/format.ts'

const TIMES = 3
const SEED = 20
const NAMES = ['ours', 'express-rate-limit and the official SDK', 'a bucket in a Durable Object']

interface Result {
  readonly name: string
  readonly arrivals: readonly Arrival[]
  readonly attempts: readonly Attempt[]
  readonly orders: readonly Order[]
}

/** The same overload through three limiters, one after the other. */
export async function quota({ overloadSeconds: seconds, overloads }: Effort, scratch: string): Promise<Section> {
  const orders = ordersFor(QUOTA * TIMES, seconds, SEED).map((order) => ({
    ...order,
    key: undefined,
    again: undefined,
  }))
  const results: Result[] = []
  for (let run = 0; run < overloads; run++) {
    for (const name of NAMES) results.push(await overload(name, orders, join(scratch, String(run))))
  }
  const text = [
    `${seconds} seconds of ${TIMES} times the quota from ${CALLERS} callers, one of whom asks for nine tenths; each order is sent`,
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

async function overload(name: string, orders: readonly Order[], scratch: string): Promise<Result> {
  const witness = await Witness.start()
  const server = await start(name, witness.url, scratch)
  try {
    const attempts = await sendOrders(server.url, orders, performance.now() + 500)
    return { name, orders, attempts, arrivals: await witness.arrivals() }
  } finally {
    await server.stop()
    await witness.stop()
  }
}

async function start(name: string, upstream: string, scratch: string) {
  if (name === NAMES[1]) return startProgram(join(import.meta.dirname, '../rivals/express-server.ts'), [upstream])
  const worker = name === NAMES[0] ? 'endpoint' : 'bucket'
  await mkdir(join(scratch, worker), { recursive: true })
  const module = join(scratch, worker, `${worker}.js`)
  await bundleWorker(worker, module)
  return serveModule(module, {
    object: { binding: 'GATE', className: 'Gate' },
    settings: {
      TENCENTCLOUD_SECRET_ID: credentials.secretId,
      TENCENTCLOUD_SECRET_KEY: credentials.secretKey,
      FACEID_ENDPOINT: upstream,
      FACEID_REGION: region,
      API_KEY_HASHES: apiKeyHashes(),
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
  return `**Where ours loses**: the wait, ${ours.toFixed(0)} ms at the median where the shortest is ${Math.min(...others).toFixed(0)}: ours lets callers stand in line.`
}

function figuresOf({ arrivals, attempts, orders }: Result) {
  const served = attempts.filter(({ token }) => token !== undefined)
  const waits = served.map(({ tookMs }) => tookMs)
  return {
    issued: served.length,
    refused: arrivals.filter(({ outcome }) => outcome !== 'ok').length,
    most: Math.max(0, ...inTheSecondBefore(timesOf(arrivals), 1)),
    share: lightShare(orders, served),
    p50: quantile(waits, 0.5) ?? Number.NaN,
    p99: quantile(waits, 0.99) ?? Number.NaN,
  }
}

/** The mean of what light callers got, over the lesser of what they asked and their fair share. */
function lightShare(orders: readonly Order[], served: readonly Attempt[]): number {
  const asked = Array<number>(CALLERS).fill(0)
  const got = Array<number>(CALLERS).fill(0)
  for (const { caller } of orders) asked[caller] = (asked[caller] ?? 0) + 1
  for (const { order } of served) {
    const caller = orders[order]?.caller ?? 0
    got[caller] = (got[caller] ?? 0) + 1
  }
  const fair = fairShare(asked, served.length)
  const light = asked.map((count, caller) => ({ due: Math.min(count, fair), got: got[caller] ?? 0 })).slice(1)
  return mean(light.filter(({ due }) => due > 0).map(({ due, got }) => Math.min(1, got / due)))
}

function timesOf(arrivals: readonly Arrival[]): number[] {
  const times = arrivals.map(({ time }) => time / 1_000).sort((a, b) => a - b)
  return times.map((time) => time - (times[0] ?? 0))
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}

function pictureOf(results: readonly Result[], seconds: number): string {
  return drawPicture({
    title: `${TIMES} times the quota, through three limiters`,
    lines: ['What the upstream saw arrive in each second, those it refused included.'],
    limit: QUOTA,
    span: seconds + 2,
    columns: ['light callers’ share'],
    rows: results.map(({ name, arrivals, attempts, orders }) => {
      const share = lightShare(
        orders,
        attempts.filter(({ token }) => token !== undefined),
      )
      const bars = [{ parts: [{ share, kind: 'main' as const }], label: percent(share) }]
      return { name: name.split(' ').slice(0, 2).join(' '), detail: '', arrivals: timesOf(arrivals), bars }
    }),
  })
}
