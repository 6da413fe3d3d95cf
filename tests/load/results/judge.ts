import { LONG_SECONDS, QUOTA, type RunPlan } from '../world/plan.ts'
import type { Figures } from './measure.ts'

const LEAST_SHARE = 0.95

/** What must not be, in words; nothing if all is well. */
export function judge(results: readonly Figures[]): string[] {
  const faults: string[] = []
  for (const { plan, most, twice, served, lightShares } of results) {
    if (plan.worker !== 'product') continue
    if (most > QUOTA) faults.push(`${nameOf(plan)}: ${most} calls arrived in one second`)
    if (twice > 0) faults.push(`${nameOf(plan)}: ${twice} tokens were delivered twice`)
    if (served === 0) faults.push(`${nameOf(plan)}: nobody was served`)
    const least = Math.min(...lightShares)
    if (plan.seconds >= LONG_SECONDS && least < LEAST_SHARE) {
      faults.push(`${nameOf(plan)}: a light caller got ${least.toFixed(2)} of its share`)
    }
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
