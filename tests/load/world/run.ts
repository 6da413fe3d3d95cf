import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { developmentCredential } from '@tc3-edge/emulator'
import { apiKeyHashes, type Order, ordersFor } from './orders.ts'
import type { RunPlan } from './plan.ts'
import { startProgram } from './program.ts'
import { type Attempt, sendOrders } from './send.ts'
import { makeTrouble } from './trouble.ts'
import { type Arrival, Witness } from './witness.ts'
import { Workerd } from './workerd.ts'

/** What the gate's object counted. */
export interface ObjectCounts {
  readonly asks: number
  readonly refusals: number
  readonly calls: number
  readonly callMs: number
}

export interface RunRecord {
  readonly plan: RunPlan
  readonly orders: readonly Order[]
  readonly attempts: readonly Attempt[]
  readonly arrivals: readonly Arrival[]
  /** By the witness's own reckoning. */
  readonly mostInAnySecond: number
  readonly object: ObjectCounts
}

/** How long everything gets to be ready before the first order, in milliseconds. */
const HEAD_START_MS = 500

/** How long after the last answer the object's counts have been printed, in milliseconds. */
const READ_OUT_MS = 500

const MOST_HELD_MS = 1_500

/** One run in a world of its own: workerd with fresh state, a witness, and for (b) the slow road between them. */
export async function run(plan: RunPlan, module: string): Promise<RunRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'load-'))
  const witness = await Witness.start()
  const upstream = plan.mode === 'slow-road' ? await slowRoadTo(witness) : undefined
  const counts = { asks: 0, refusals: 0, calls: 0, callMs: 0 }
  const workerd = new Workerd({
    module,
    folder,
    settings: settings(upstream?.url ?? witness.url),
    onLine: (line) => countIn(counts, line),
  })
  try {
    await workerd.start()
    const { status } = await fetch(`${workerd.url}/healthz`)
    if (status !== 200) throw new Error('The endpoint is not well')
    const orders = ordersFor(plan.perSecond, plan.seconds, plan.seed)
    const from = performance.now() + HEAD_START_MS
    const trouble = makeTrouble(plan, workerd, from)
    const attempts = await sendOrders(workerd.url, orders, from)
    await trouble
    await new Promise((resolve) => setTimeout(resolve, READ_OUT_MS))
    const [arrivals, mostInAnySecond] = await Promise.all([witness.arrivals(), witness.mostInAnySecond()])
    return { plan, orders, attempts, arrivals, mostInAnySecond, object: counts }
  } finally {
    await workerd.end('SIGTERM')
    await upstream?.stop()
    await witness.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function slowRoadTo(witness: Witness) {
  const { port } = new URL(witness.url)
  return startProgram(join(import.meta.dirname, 'slow-road.ts'), [port, String(MOST_HELD_MS)])
}

function settings(upstream: string) {
  return {
    TENCENTCLOUD_SECRET_ID: developmentCredential.secretId,
    TENCENTCLOUD_SECRET_KEY: developmentCredential.secretKey,
    FACEID_ENDPOINT: upstream,
    FACEID_REGION: 'ap-singapore',
    API_KEY_HASHES: apiKeyHashes(),
  }
}

function countIn(counts: { -readonly [name in keyof ObjectCounts]: number }, line: string): void {
  const [, json] = /^meter (\{.*\})$/.exec(line) ?? []
  if (json === undefined) {
    // What begins with a brace is the endpoint's log of its requests.
    if (!line.startsWith('{')) console.error(line)
    return
  }
  const { asks, refusals, calls, callMs } = Object(JSON.parse(json))
  counts.asks += Number(asks)
  counts.refusals += Number(refusals)
  counts.calls += Number(calls)
  counts.callMs += Number(callMs)
}
