export type Window = 'calendar' | 'sliding'

export interface RateLimit {
  /** Whether a call at this time is let through; it is counted there and then. Times may not go back. */
  admit: (key: string, limit: number, now: number) => boolean
  /** Forgets what was counted. */
  reset: () => void
}

const SECOND_MS = 1000

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

/** The last `limit` counted calls tell: if the oldest of them is less than a second old, the quota is used up. */
function sliding(countRefused: boolean): RateLimit {
  const logs = new Map<string, number[]>()
  return {
    admit: (key, limit, now) => {
      if (limit === Number.POSITIVE_INFINITY) return true
      const log = logs.get(key) ?? []
      logs.set(key, log)
      const oldest = log.length < limit ? undefined : log[log.length - limit]
      const admitted = oldest === undefined || now - oldest >= SECOND_MS
      if (admitted || countRefused) log.push(now)
      if (log.length > limit) log.splice(0, log.length - limit)
      return admitted
    },
    reset: () => logs.clear(),
  }
}
