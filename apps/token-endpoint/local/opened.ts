/** What has been opened so far, to be closed in reverse order however far the start has come. */
export class Opened implements AsyncDisposable {
  private readonly closers: (() => Promise<unknown>)[] = []

  add(close: () => Promise<unknown>): void {
    this.closers.unshift(close)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const close of this.closers.splice(0)) await close()
  }
}
