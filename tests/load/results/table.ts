import { mean, quantile } from '../../../packages/gate/simulate/figures.ts'
import { QUOTA, type RunPlan } from '../world/plan.ts'
import type { Figures } from './measure.ts'

const modes = {
  plain: '(a) plain',
  'slow-road': '(b) requests held 0 to 1,500 ms',
  killed: '(c) workerd killed twice',
  aborted: '(d) the object aborted every 4 s',
}

const workers = {
  product: 'the gate',
  'sliding-log': 'control: exact sliding log',
  'fixed-window': 'control: fixed window',
}

export function modeOf({ mode }: RunPlan): string {
  return modes[mode]
}

export function workerOf({ worker }: RunPlan): string {
  return workers[worker]
}

const columns: readonly [head: string, cell: (figures: Figures) => string][] = [
  ['what', ({ plan }) => workerOf(plan)],
  ['mode', ({ plan }) => modeOf(plan)],
  ['load', ({ plan }) => `${plan.times}x`],
  ['seconds', ({ plan }) => String(plan.seconds)],
  ['most in any second', ({ most }) => (most > QUOTA ? `**${most}**` : String(most))],
  ['use', ({ use }) => percent(use)],
  ['mean call, ms', ({ meanCallMs }) => meanCallMs.toFixed(0)],
  ['light callers’ share: median', ({ lightShares }) => percent(quantile(lightShares, 0.5) ?? 0)],
  ['mean', ({ lightShares }) => percent(mean(lightShares))],
  ['least', ({ lightShares }) => percent(Math.min(1, ...lightShares))],
  ['most tokens behind', ({ furthestBehind }) => furthestBehind.toFixed(1)],
  ['the greedy one’s', ({ greedyShare }) => percent(greedyShare)],
  ['wait p50 / p99, ms', ({ waitMs }) => `${waitMs.p50.toFixed(0)} / ${waitMs.p99.toFixed(0)}`],
  ['object: questions/s', ({ asksPerSecond }) => asksPerSecond.toFixed(0)],
  ['refusals/s', ({ refusalsPerSecond }) => refusalsPerSecond.toFixed(0)],
  ['asked', ({ orders }) => String(orders)],
  ['served', ({ served }) => String(served)],
  ['lost', ({ lost }) => String(lost)],
  ['delivered twice', ({ twice }) => String(twice)],
]

/** All runs as a table in Markdown. */
export function tableOf(results: readonly Figures[]): string {
  const rows = [
    columns.map(([head]) => head),
    columns.map((_, index) => (index < 2 ? '---' : '--:')),
    ...results.map((figures) => columns.map(([, cell]) => cell(figures))),
  ]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}
