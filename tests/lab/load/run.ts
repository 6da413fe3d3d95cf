import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { developmentCredential } from '@tc3-edge/emulator'
import { bundle } from '@tc3-edge/test-support/bundle'
import { type Program, startProgram } from '@tc3-edge/test-support/program'
import { startWorkerd } from '@tc3-edge/test-support/workerd'
import { unstable_readConfig } from 'wrangler'
import { injectFaults } from './faults.ts'
import type { RunPlan } from './plan.ts'
import { type ReceivedRequest, Recorder } from './recorder.ts'
import { apiKeyHashes, type ScheduledRequest, scheduleRequests } from './schedule.ts'
import { type Attempt, sendRequests } from './send.ts'

/** What the gate's object counted. */
export interface ObjectCounts {
  acquires: number
  refusals: number
  calls: number
  callMs: number
}

export interface RunRecord {
  readonly plan: RunPlan
  readonly requests: readonly ScheduledRequest[]
  readonly attempts: readonly Attempt[]
  readonly received: readonly ReceivedRequest[]
  /** By the emulator's own count. */
  readonly fullestSecond: number
  readonly object: Readonly<ObjectCounts>
}

/** How long everything gets to be ready before the first request, in milliseconds. */
const HEAD_START_MS = 500

/** How long after the last response the object's counts have been printed, in milliseconds. */
const READ_OUT_MS = 500

/** One run in a sandbox of its own: a workerd with fresh state, a recorder, and a delay proxy between them where needed. */
export async function run(plan: RunPlan): Promise<RunRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'load-'))
  const recorder = await Recorder.start()
  const proxy = plan.fault.kind === 'delays' ? await startDelayProxy(recorder.url, plan.fault.mostMs) : undefined
  const endpoint = await Endpoint.start(plan, folder, proxy?.url ?? recorder.url)
  try {
    const requests = scheduleRequests(plan)
    const from = performance.now() + HEAD_START_MS
    const faults = injectFaults(plan, endpoint, from)
    const attempts = await sendRequests(endpoint.url, requests, from)
    await faults
    await new Promise((resolve) => setTimeout(resolve, READ_OUT_MS))
    const [received, fullestSecond] = await Promise.all([recorder.received(), recorder.fullestSecond()])
    return { plan, requests, attempts, received, fullestSecond, object: endpoint.counts }
  } finally {
    await endpoint.stop()
    await proxy?.stop()
    await recorder.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function startDelayProxy(upstream: string, mostMs: number): Promise<Program> {
  const path = fileURLToPath(import.meta.resolve('@tc3-edge/test-support/delay-proxy'))
  return startProgram(path, [new URL(upstream).port, String(mostMs)])
}

/** The bundled Worker on a port that it keeps when it is killed. */
class Endpoint {
  readonly counts: ObjectCounts = { acquires: 0, refusals: 0, calls: 0, callMs: 0 }
  private readonly options: Parameters<typeof startWorkerd>[0]
  private workerd: Awaited<ReturnType<typeof startWorkerd>>

  private constructor(options: Endpoint['options'], workerd: Endpoint['workerd']) {
    this.options = options
    this.workerd = workerd
  }

  static async start({ gate }: RunPlan, folder: string, upstream: string): Promise<Endpoint> {
    const module = join(folder, 'endpoint.js')
    await mkdir(folder, { recursive: true })
    await bundle({ entry: join(import.meta.dirname, '../workers/endpoint.ts'), outfile: module, kind: 'worker' })
    const { compatibility_date: compatibilityDate = '', compatibility_flags: compatibilityFlags } = unstable_readConfig(
      { config: fileURLToPath(import.meta.resolve('@tc3-edge/token-endpoint/wrangler.jsonc')) },
      { hideWarnings: true },
    )
    const options = {
      module,
      compatibilityDate,
      compatibilityFlags,
      object: { binding: 'GATE', className: gate },
      settings: settings(upstream),
      onLine: (line: string) => endpoint.read(line),
    }
    const workerd = await startWorkerd(options)
    const endpoint: Endpoint = new Endpoint({ ...options, port: workerd.port }, workerd)
    const { status } = await fetch(`${endpoint.url}/healthz`)
    if (status !== 200) throw new Error('The endpoint is not well')
    return endpoint
  }

  get url(): string {
    return this.workerd.url
  }

  async restart(): Promise<void> {
    await this.workerd.stop('SIGKILL')
    this.workerd = await startWorkerd(this.options)
  }

  async abortObject(): Promise<void> {
    const { status } = await fetch(`${this.url}/load/abort`, { method: 'POST' })
    if (status !== 204) throw new Error(`The abort was answered with ${status}`)
  }

  stop(): Promise<void> {
    return this.workerd.stop()
  }

  private read(line: string): void {
    const [, json] = /^meter (\{.*\})$/.exec(line) ?? []
    // What begins with a brace is the endpoint's log of its requests.
    if (json === undefined) return void (line.startsWith('{') || console.error(line))
    const counts: ObjectCounts = JSON.parse(json)
    this.counts.acquires += counts.acquires
    this.counts.refusals += counts.refusals
    this.counts.calls += counts.calls
    this.counts.callMs += counts.callMs
  }
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
