import type { Herd } from './herd.ts'
import type { Result } from './measure.ts'
import { LONG_SECONDS, QUOTA, runName } from './plan.ts'

/** The share of a light caller, and the part of appointments kept, at least. */
const MIN_SHARE = 0.95

const MIN_KEPT = 0.99

/** Returns the bounds that are broken; none if the gate keeps all and each baseline breaks the limit. */
export function brokenBounds(results: readonly Result[], herds: readonly Herd[] = []): string[] {
  const broken: string[] = []
  for (const { size, kept, most } of herds) {
    if (most > QUOTA) broken.push(`herd of ${size}: ${most} calls were carried out in one second`)
    if (kept < MIN_KEPT) broken.push(`herd of ${size}: ${kept.toFixed(3)} of the appointments were kept`)
  }
  for (const { plan, lane, most, twice, served, lightShares } of results) {
    if (plan.gate !== 'MeteredGate') continue
    const find = (what: string) => broken.push(`${runName(plan)}, ${lane}: ${what}`)
    if (most > QUOTA) find(`${most} calls were carried out in one second`)
    if (twice > 0) find(`${twice} tokens were delivered twice`)
    if (served === 0) find('nobody was served')
    const least = Math.min(...lightShares)
    if (plan.seconds >= LONG_SECONDS && plan.pattern === 'regular' && least < MIN_SHARE) {
      find(`a light caller got ${least.toFixed(2)} of its share`)
    }
  }
  const baselines = results.filter(({ plan }) => plan.gate !== 'MeteredGate')
  for (const gate of new Set(baselines.map(({ plan }) => plan.gate))) {
    const seen = baselines.some(({ plan, most }) => plan.gate === gate && most > QUOTA)
    if (!seen) broken.push(`${gate} should have broken the limit: the recorder sees nothing`)
  }
  return broken
}
