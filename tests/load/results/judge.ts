import { QUOTA, type RunPlan } from '../world/plan.ts'
import type { Figures } from './measure.ts'

/** What must not be, in words; nothing if all is well. */
export function judge(results: readonly Figures[]): string[] {
  const faults: string[] = []
  for (const { plan, most, twice, served } of results) {
    if (plan.worker !== 'product') continue
    if (most > QUOTA) faults.push(`${nameOf(plan)}: ${most} calls arrived in one second`)
    if (twice > 0) faults.push(`${nameOf(plan)}: ${twice} tokens were delivered twice`)
    if (served === 0) faults.push(`${nameOf(plan)}: nobody was served`)
  }
  const controls = results.filter(({ plan }) => plan.worker !== 'product')
  for (const worker of new Set(controls.map(({ plan }) => plan.worker))) {
    const seen = controls.some(({ plan, most }) => plan.worker === worker && most > QUOTA)
    if (!seen) faults.push(`${worker} should have broken the bound: the witness sees nothing`)
  }
  return faults
}

export function nameOf({ worker, mode, times }: RunPlan): string {
  return `${worker}, ${mode}, ${times}x`
}
