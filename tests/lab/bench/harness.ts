/** What a subject is prepared for. */
export interface Conditions {
  /** The size of the request's body. */
  readonly bytes: number
  /** Where requests go, for subjects that send any. */
  readonly url: string
}

/** Prepares what is measured, and returns it. */
export type Subject = (conditions: Conditions) => Promise<() => Promise<unknown>>

export type Subjects = Readonly<Record<string, Subject>>

export interface Task extends Conditions {
  readonly subject: string
  readonly inFlight: number
  /** How many times the subject runs. */
  readonly count: number
}

/** Returns a function that does tasks. A prepared subject is kept for the next task of the same kind. */
export function harness(subjects: Subjects): (task: Task) => Promise<void> {
  const ready = new Map<string, () => Promise<unknown>>()
  return async ({ subject, bytes, url, inFlight, count }) => {
    const name = `${subject} ${bytes}`
    const run = ready.get(name) ?? (await subjects[subject]?.({ bytes, url }))
    if (run === undefined) throw new Error(`There is no subject "${subject}"`)
    ready.set(name, run)
    let left = count
    const lane = async () => {
      while (left-- > 0) await run()
    }
    await Promise.all(Array.from({ length: inFlight }, lane))
  }
}
