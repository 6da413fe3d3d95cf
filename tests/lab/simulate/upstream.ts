import { LIMIT, SECOND_MS } from '../baselines.ts'

/** Tencent refuses a timestamp that is more than this many seconds off. */
const WINDOW_S = 300

export interface UpstreamOptions {
  /** Its clock minus the world's, in milliseconds. */
  readonly offsetMs?: number
  /** Whether requests that have expired use the quota as well. */
  readonly countExpired?: boolean
}

/** Tencent: refuses requests whose signatures have expired, and lets twenty of the others through in any second. */
export class Upstream {
  /** When requests arrived, whatever became of them. */
  readonly received: number[] = []
  /** When those with valid signatures arrived: the gate promises no more of these than the limit in any second. */
  readonly carriedOut: number[] = []
  /** When those arrived that were neither expired nor throttled. */
  readonly issued: number[] = []
  /** When the latest calls used the quota. */
  private readonly log: number[] = []
  private readonly offsetMs: number
  private readonly countExpired: boolean

  constructor({ offsetMs = 0, countExpired = false }: UpstreamOptions = {}) {
    this.offsetMs = offsetMs
    this.countExpired = countExpired
  }

  receive(now: number, timestamp: number): 'succeeded' | 'throttled' | 'expired' {
    this.received.push(now)
    if (Math.abs(Math.floor((now + this.offsetMs) / SECOND_MS) - timestamp) > WINDOW_S) {
      if (this.countExpired) this.use(now)
      return 'expired'
    }
    this.carriedOut.push(now)
    const oldest = this.log[this.log.length - LIMIT]
    if (oldest !== undefined && now - oldest < SECOND_MS) return 'throttled'
    this.use(now)
    this.issued.push(now)
    return 'succeeded'
  }

  /** The `Date` of a response, in milliseconds. */
  date(now: number): number {
    return Math.floor((now + this.offsetMs) / SECOND_MS) * SECOND_MS
  }

  private use(now: number): void {
    this.log.push(now)
    if (this.log.length > LIMIT) this.log.shift()
  }
}
