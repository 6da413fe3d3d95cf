/** What is known when a contestant gets ready. */
export interface Given {
  /** The size of the request's body. */
  readonly bytes: number
  /** Where requests go, for contestants that send any. */
  readonly url: string
}

/** Gets ready, and answers what is to be measured. */
export type Contestant = (given: Given) => Promise<() => Promise<unknown>>

export type Contestants = Readonly<Record<string, Contestant>>

export interface Task extends Given {
  readonly contestant: string
  readonly inFlight: number
  /** How many times. */
  readonly count: number
}

/** Does tasks, and keeps what a contestant got ready for the next of the same kind. */
export function arena(contestants: Contestants): (task: Task) => Promise<void> {
  const ready = new Map<string, () => Promise<unknown>>()
  return async ({ contestant, bytes, url, inFlight, count }) => {
    const name = `${contestant} ${bytes}`
    const run = ready.get(name) ?? (await contestants[contestant]?.({ bytes, url }))
    if (run === undefined) throw new Error(`There is no contestant "${contestant}"`)
    ready.set(name, run)
    let left = count
    const lane = async () => {
      while (left-- > 0) await run()
    }
    await Promise.all(Array.from({ length: inFlight }, lane))
  }
}
