/** How often something happens, counted in whole seconds: this one so far, and the one before in proportion. */
export class RateMeter {
  private second = 0
  private current = 0
  private previous = 0

  count(now: number): void {
    this.advance(now)
    this.current++
  }

  perSecond(now: number): number {
    this.advance(now)
    return this.current + this.previous * (1 - (now % 1_000) / 1_000)
  }

  private advance(now: number): void {
    const second = Math.floor(now / 1_000)
    if (second === this.second) return
    this.previous = second === this.second + 1 ? this.current : 0
    this.current = 0
    this.second = second
  }
}
