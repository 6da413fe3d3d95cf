import { mean, quantile } from '@tc3-edge/test-support/statistics'
import { type Columns, percent } from '../report/markdown.ts'
import type { Result } from './measure.ts'
import { faultName, gateName, LONG_SECONDS, QUOTA } from './plan.ts'

/** For docs/load. */
export const columns: Columns<Result> = [
  ['what', ({ plan }) => gateName(plan)],
  ['lane', ({ plan, lane }) => (plan.lanes.length > 1 ? `${lane}, beside the other` : lane)],
  ['fault', ({ plan }) => faultName(plan)],
  ['load', ({ plan }) => `${plan.load}x`],
  ['arrivals', ({ plan }) => plan.pattern],
  ['seconds', ({ plan }) => String(plan.seconds)],
  ['most carried out in any second', mostText],
  ['most received', ({ mostReceived }) => String(mostReceived)],
  ['recovery, s', recoveryText],
  ['use', ({ use }) => percent(use)],
  ['mean call, ms', ({ meanCallMs }) => meanCallMs.toFixed(0)],
  ['light callers’ share: median', ({ lightShares }) => percent(quantile(lightShares, 0.5))],
  ['mean', ({ lightShares }) => percent(mean(lightShares))],
  ['least', ({ lightShares }) => percent(quantile(lightShares, 0))],
  ['most tokens behind', ({ furthestBehind }) => furthestBehind.toFixed(1)],
  ['greedy caller’s', ({ greedyShare }) => percent(greedyShare)],
  ['wait p50 / p99, ms', ({ waitMs }) => `${waitMs.p50.toFixed(0)} / ${waitMs.p99.toFixed(0)}`],
  ['object: acquires/s', ({ acquiresPerSecond }) => acquiresPerSecond.toFixed(0)],
  ['refusals/s', ({ refusalsPerSecond }) => refusalsPerSecond.toFixed(0)],
  ['requests', ({ requests }) => String(requests)],
  ['served', ({ served }) => String(served)],
  ['lost', ({ lost }) => String(lost)],
  ['delivered twice', ({ twice }) => String(twice)],
]

/** For docs/quota.md: runs at ten times the quota, and outages. */
export const shortColumns: Columns<Result> = [
  ['at 10 times the quota', nameText],
  ['most carried out in any second', mostText],
  ['use of the permits', ({ use }) => percent(use)],
  [
    'light callers’ share, mean (least)',
    ({ lightShares }) => `${percent(mean(lightShares))} (${percent(quantile(lightShares, 0))})`,
  ],
  ['delivered twice', ({ plan, twice }) => (plan.gate === 'MeteredGate' ? String(twice) : 'not looked at')],
]
export const outageColumns: Columns<Result> = [
  ['at 5 times the quota', ({ plan }) => faultName(plan)],
  ['most carried out in any second', mostText],
  ['most received', ({ mostReceived }) => String(mostReceived)],
  ['recovery, s', recoveryText],
]

function nameText({ plan, lane }: Result): string {
  const fault = plan.fault.kind === 'none' ? 'nothing goes wrong' : faultName(plan)
  const arrivals = plan.pattern === 'regular' ? '' : `, ${plan.pattern} arrivals`
  const long = plan.seconds >= LONG_SECONDS ? `, ${plan.seconds / 60} minutes` : ''
  const both = plan.lanes.length > 1 ? `, both lanes at once: ${lane}` : ''
  return `${plan.gate === 'MeteredGate' ? '' : `${gateName(plan)}, `}${fault}${arrivals}${long}${both}`
}

function mostText({ most }: Result): string {
  return most > QUOTA ? `**${most}**` : String(most)
}

function recoveryText({ recoveryS }: Result): string {
  return Number.isNaN(recoveryS) ? '' : recoveryS.toFixed(1)
}
