import { putNewest } from './rate-meter.ts'

/** How many services a name that was idle, or is new, may catch up on. */
const CREDIT = 10

/** How long a name's tag is remembered after its last service, in milliseconds, and how many names are. */
const MEMORY_MS = 300_000
const NAMES = 10_000

/**
 * Start-time fair queueing: a name's tag grows by 1 / weight with every service, and the least tag is next. Virtual time is the
 * largest tag that was served in its order.
 */
export class FairShares {
  private virtualTime = 0
  private readonly tags = new Map<string, { readonly tag: number; readonly at: number }>()

  tag(now: number, name: string, weight: number): number {
    const known = this.tags.get(name)
    const credit = this.virtualTime - CREDIT / weight
    return known !== undefined && known.at + MEMORY_MS > now ? Math.max(known.tag, credit) : credit
  }

  /** `inOrder`: false for a service by appointment, which does not move virtual time. */
  charge(now: number, name: string, weight: number, inOrder: boolean): void {
    const tag = this.tag(now, name, weight)
    if (inOrder) this.virtualTime = Math.max(this.virtualTime, tag)
    putNewest(this.tags, name, { tag: tag + 1 / weight, at: now }, NAMES)
  }
}
