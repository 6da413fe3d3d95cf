// Must fail: twenty in each second of the clock.
import { ControlGate } from './control-gate.ts'

const LIMIT = 20
const SECOND_MS = 1_000

export class Gate extends ControlGate {
  private second = 0
  private used = 0

  protected override nextAt(now: number): number {
    const second = Math.floor(now / SECOND_MS)
    return second > this.second || this.used < LIMIT ? now : (second + 1) * SECOND_MS
  }

  protected override count(now: number): void {
    const second = Math.floor(now / SECOND_MS)
    if (second > this.second) this.used = 0
    this.second = second
    this.used++
  }
}

export { default } from '../../../apps/token-endpoint/src/worker.ts'
