import { injectFaults, type Outage } from './faults.ts'
import type { RunPlan } from './plan.ts'
import type { ReceivedRequest, Report } from './recorder.ts'
import { type ObjectCounts, openSandbox, type Sandbox } from './sandbox.ts'
import { type ScheduledRequest, scheduleRequests } from './schedule.ts'
import { type Attempt, type Proofs, proofsOfAll, sendRequests } from './send.ts'

export interface RunRecord {
  readonly plan: RunPlan
  readonly requests: readonly ScheduledRequest[]
  readonly attempts: readonly Attempt[]
  readonly received: readonly ReceivedRequest[]
  /** By the emulator's own count. */
  readonly report: readonly Report[]
  readonly objects: ReadonlyMap<string, ObjectCounts>
  readonly outage: Outage | undefined
}

/** The time for preparations before the first request, in milliseconds. */
const HEAD_START_MS = 500

/** How long until all permits are free and the counts are printed, in milliseconds. */
const REST_MS = 1_500

/** How long after the last response the object's counts are printed, in milliseconds. */
const READ_OUT_MS = 500

/** One run in a sandbox of its own. */
export async function run(plan: RunPlan): Promise<RunRecord> {
  await using sandbox = await openSandbox(plan.gate, plan.fault)
  const { endpoint, recorder } = sandbox
  const requests = scheduleRequests(plan)
  const proofs = plan.lanes.includes('results') ? await prove(sandbox) : []
  const from = performance.now() + HEAD_START_MS
  const faults = injectFaults(plan, sandbox, from)
  const attempts = await sendRequests(endpoint.url, requests, from, proofs)
  const outage = await faults
  await new Promise((resolve) => setTimeout(resolve, READ_OUT_MS))
  const [received, report] = await Promise.all([recorder.received(), recorder.report()])
  return { plan, requests, attempts, received, report, objects: endpoint.counts, outage }
}

/** Issues a token to each caller. Those calls are not counted. */
async function prove({ endpoint, recorder }: Sandbox): Promise<Proofs> {
  const proofs = await proofsOfAll(endpoint.url)
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  await recorder.clear()
  endpoint.counts.clear()
  return proofs
}
