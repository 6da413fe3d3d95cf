import type { Gate } from '@tc3-edge/token-endpoint/worker'

type Decision = Awaited<ReturnType<Gate['acquire']>>

/** How often the counts are printed, in milliseconds: what happened since is lost with a crash. */
const PRINT_MS = 200

/** Counts what the gate's object is asked and returns, and prints it now and then for the load test to add up. */
export class Meter {
  private readonly name: string
  private readonly grantedAt = new Map<string, number>()
  private counts = { acquires: 0, refusals: 0, calls: 0, callMs: 0 }
  private timer: ReturnType<typeof setTimeout> | undefined

  /** `name`: of the object. */
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
