import { LIMIT, SECOND_MS } from '../baselines/baseline.ts'

/** Tencent: counts what arrives, and lets twenty through in any second. */
export class Upstream {
  /** When each call arrived, refused or not, in milliseconds. */
  readonly arrivals: number[] = []
  /** When those arrived that were let through. */
  readonly served: number[] = []

  /** A call arrives; returns whether it is let through. */
  arrive(now: number): boolean {
    this.arrivals.push(now)
    const oldest = this.served[this.served.length - LIMIT]
    if (oldest !== undefined && now - oldest < SECOND_MS) return false
    this.served.push(now)
    return true
  }
}
