import { LIMIT } from '../baselines/baseline.ts'
import { percent } from '../report/markdown.ts'
import { drawTimeline } from '../report/timeline.ts'
import type { Outcome } from './outcome.ts'
import { SECONDS } from './schedule.ts'

/** All limiters in one world, one below the other. */
export function drawWorld(outcomes: readonly Outcome[]): string {
  const [first] = outcomes
  const where = first?.scene.placement === 'placed' ? 'next to Tencent' : 'all over the world'
  return drawTimeline({
    title: `The same flood, seven limiters: only the gate keeps ${LIMIT} a second, and gives each caller its share`,
    lines: [
      `10,000 requests a second, nine tenths from one greedy backend; Workers ${where}; calls of ${first?.scene.callMs} ms.`,
      'Red: above the limit; Tencent refuses those. Tokens went to 20 light backends (first), app users (second), the greedy backend (yellow).',
    ],
    limit: LIMIT,
    span: SECONDS,
    columns: ['use of the quota', 'who gets the tokens'],
    rows: outcomes.map(({ subject, arrivals, use, tokens, light }) => ({
      name: subject.name,
      detail: subject.detail,
      arrivals,
      bars: [
        { parts: [{ share: use, kind: 'main' }], label: percent(use) },
        {
          parts: [
            { share: tokens.light, kind: 'main' },
            { share: tokens.user, kind: 'soft' },
            { share: tokens.greedy, kind: 'other' },
          ],
          label: `light: ${percent(light.mean)} of their share`,
        },
      ],
    })),
  })
}
