import type { Gate } from '@tc3-edge/token-endpoint/worker'

type Decision = Awaited<ReturnType<Gate['acquire']>>

/** How often the counts are printed, in milliseconds: what happened since is lost with a crash. */
const PRINT_MS = 200

/** Counts the requests and decisions of the gate's object, and prints the counts, which the load test adds up. */
export class Meter {
  private readonly name: string
  private readonly grantedAt = new Map<string, number>()
  private counts = { acquires: 0, refusals: 0, calls: 0, callMs: 0 }
  private timer: ReturnType<typeof setTimeout> | undefined

  /** `name`: the object's. */
  constructor(name = '') {
    this.name = name
  }

  async acquired(decision: Promise<Decision>): Promise<Decision> {
    this.counts.acquires++
    this.printSoon()
    const { kind, id } = await decision
    if (kind === 'granted') this.grantedAt.set(id, Date.now())
    if (kind === 'refused') this.counts.refusals++
    return decision
  }

  completed(id: string): void {
    const grantedAt = this.grantedAt.get(id)
    if (grantedAt === undefined) return
    this.grantedAt.delete(id)
    this.counts.calls++
    this.counts.callMs += Date.now() - grantedAt
    this.printSoon()
  }

  private printSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      console.log(`meter ${this.name} ${JSON.stringify(this.counts)}`)
      this.counts = { acquires: 0, refusals: 0, calls: 0, callMs: 0 }
    }, PRINT_MS)
  }
}
