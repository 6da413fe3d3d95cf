// Must fail: an exact log of the last second, kept where permission is given.
import { ControlGate } from './control-gate.ts'

const LIMIT = 20
const SECOND_MS = 1_000

export class Gate extends ControlGate {
  private readonly log: number[] = []

  protected override nextAt(now: number): number {
    const oldest = this.log[this.log.length - LIMIT]
    return oldest === undefined ? now : oldest + SECOND_MS
  }

  protected override count(now: number): void {
    this.log.push(now)
    if (this.log.length > LIMIT) this.log.shift()
  }
}

export { default } from '../../../apps/token-endpoint/src/worker.ts'
