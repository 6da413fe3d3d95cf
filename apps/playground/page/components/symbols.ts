import type { Outcome } from '../model/chart-model.ts'

/** Returns the path of the symbol for an outcome. Its shape distinguishes it without its colour. */
export function symbolOf(outcome: Outcome, x: number, y: number, size: number): string {
  if (outcome === 'waited') return `M${x - size} ${y}l${size} ${-size}l${size} ${size}l${-size} ${size}z`
  if (outcome === 'returned') {
    const half = size * 0.85
    return `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}z`
  }
  if (outcome === 'refused') {
    return `M${x - size} ${y - size}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`
  }
  if (outcome === 'failed') return `M${x - size} ${y + size}l${size} ${-2 * size}l${size} ${2 * size}z`
  return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0`
}
