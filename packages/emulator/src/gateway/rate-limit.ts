import { createLastSecond, type LastSecond, SECOND_MS } from '../last-second.ts'

export type Window = 'calendar' | 'sliding'

export interface RateLimit {
  /** Whether a call at this time is let through; it is counted there and then. Times may not go back. */
  admit: (key: string, limit: number, now: number) => boolean
  /** Forgets what was counted. */
  reset: () => void
}

/**
 * Counts calls per key.
 *
 * @param window `calendar`: in each second of the clock. `sliding`: in any half-open second `(now - 1 s, now]`.
 * @param countRefused whether a refused call uses the quota as well.
 */
export function createRateLimit(window: Window, countRefused: boolean): RateLimit {
  return window === 'calendar' ? calendar() : sliding(countRefused)
}

/** In a calendar second a refused call changes nothing: whatever follows in that second is refused anyhow. */
function calendar(): RateLimit {
  const seconds = new Map<string, { second: number; count: number }>()
  return {
    admit: (key, limit, now) => {
      const second = Math.floor(now / SECOND_MS)
      const current = seconds.get(key)
      const count = current?.second === second ? current.count : 0
      if (count >= limit) return false
      seconds.set(key, { second, count: count + 1 })
      return true
    },
    reset: () => seconds.clear(),
  }
}

function sliding(countRefused: boolean): RateLimit {
  const counted = new Map<string, LastSecond>()
  return {
    admit: (key, limit, now) => {
      if (limit === Number.POSITIVE_INFINITY) return true
      const lastSecond = counted.get(key) ?? createLastSecond()
      counted.set(key, lastSecond)
      const admitted = lastSecond.count(now) < limit
      if (admitted || countRefused) lastSecond.add(now)
      return admitted
    },
    reset: () => counted.clear(),
  }
}
