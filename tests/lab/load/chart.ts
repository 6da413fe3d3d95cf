import { mean } from '@tc3-edge/test-support/statistics'
import { percent } from '../report/markdown.ts'
import { drawTimeline, type Row } from '../report/timeline.ts'
import type { Result } from './measure.ts'
import { faultName, gateName, LONG_SECONDS, QUOTA } from './plan.ts'

/** The short runs under one load, one below the other. */
export function drawRuns(results: readonly Result[], load: number): string {
  const shown = results.filter(
    ({ plan }) => plan.load === load && plan.seconds < LONG_SECONDS && plan.lanes.length === 1,
  )
  return drawTimeline({
    title: `Never more than ${QUOTA} calls carried out in any second`,
    lines: [`workerd under ${load} times its quota; one of 40 callers sends nine tenths. Counted by the upstream.`],
    limit: QUOTA,
    span: Math.max(...shown.map(({ plan }) => plan.seconds)) + 2,
    columns: ['use of the permits', 'light callers’ share'],
    rows: shown.map(rowOf),
  })
}

function rowOf({ plan, arrivals, use, lightShares }: Result): Row {
  const share = mean(lightShares)
  return {
    name: gateName(plan),
    detail: faultName(plan),
    arrivals,
    bars: [
      { parts: [{ share: use, kind: 'main' }], label: percent(use) },
      { parts: [{ share, kind: 'main' }], label: `${percent(share)} of what is due` },
    ],
  }
}
