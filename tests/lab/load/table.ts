import { mean, quantile } from '@tc3-edge/test-support/statistics'
import { type Columns, percent } from '../report/markdown.ts'
import type { Result } from './measure.ts'
import { faultName, gateName, QUOTA } from './plan.ts'

export const columns: Columns<Result> = [
  ['what', ({ plan }) => gateName(plan)],
  ['fault', ({ plan }) => faultName(plan)],
  ['load', ({ plan }) => `${plan.load}x`],
  ['arrivals', ({ plan }) => plan.pattern],
  ['seconds', ({ plan }) => String(plan.seconds)],
  ['most carried out in any second', ({ most }) => (most > QUOTA ? `**${most}**` : String(most))],
  ['most received', ({ mostReceived }) => String(mostReceived)],
  ['recovery, s', ({ recoveryS }) => (Number.isNaN(recoveryS) ? '' : recoveryS.toFixed(1))],
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
