import type { Task } from '../arena.ts'

/** A runtime that does tasks. */
export interface Host {
  readonly name: string
  readonly version: string
  /** Answers how long it took, in milliseconds. */
  readonly run: (task: Task) => Promise<number>
  readonly stop: () => Promise<void>
}
