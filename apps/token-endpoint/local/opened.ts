/** What has been opened so far, to be closed in reverse order however far the start has come. */
export class Opened implements AsyncDisposable {
  private readonly closers: (() => Promise<unknown>)[] = []

  add(close: () => Promise<unknown>): void {
    this.closers.unshift(close)
  }

  /** What can't be closed keeps nothing else open. */
  async [Symbol.asyncDispose](): Promise<void> {
    const failures: unknown[] = []
    for (const close of this.closers.splice(0)) await close().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
}
