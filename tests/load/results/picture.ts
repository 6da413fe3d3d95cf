import { mean } from '../../../packages/gate/simulate/figures.ts'
import { drawPicture, type Row } from '../../../packages/gate/simulate/picture.ts'
import { LONG_SECONDS, QUOTA } from '../world/plan.ts'
import type { Figures } from './measure.ts'
import { modeOf, workerOf } from './table.ts'

/** The short runs under one load, one below the other. */
export function pictureOf(results: readonly Figures[], times: number): string {
  const shown = results.filter(({ plan }) => plan.times === times && plan.seconds < LONG_SECONDS)
  return drawPicture({
    title: `Never more than ${QUOTA} calls in any second, whatever goes wrong`,
    lines: [
      `workerd under ${times} times its quota; one of 40 callers asks for nine tenths. Measured by the upstream.`,
    ],
    limit: QUOTA,
    span: Math.max(...shown.map(({ plan }) => plan.seconds)) + 2,
    columns: ['use of the permits', 'light callers’ share'],
    rows: shown.map(rowOf),
  })
}

function rowOf({ plan, arrivals, use, lightShares }: Figures): Row {
  const share = mean(lightShares)
  return {
    name: workerOf(plan),
    detail: modeOf(plan),
    arrivals,
    bars: [
      { parts: [{ share: use, kind: 'main' }], label: `${Math.round(use * 100)} %` },
      { parts: [{ share, kind: 'main' }], label: `${Math.round(share * 100)} % of what is due` },
    ],
  }
}
