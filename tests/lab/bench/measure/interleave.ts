import type { Task } from '../harness.ts'
import type { Host } from '../hosts/host.ts'
import type { Effort } from './effort.ts'

/** Milliseconds per run of a subject, by subject; values with the same index were measured in the same round. */
export type Times = Readonly<Record<string, readonly number[]>>

/** Measures subjects at the same kind of task in turn, A B C A B C, after each has warmed up. */
export async function interleave(
  host: Host,
  subjects: readonly string[],
  kind: Omit<Task, 'subject' | 'count'>,
  effort: Effort,
): Promise<Times> {
  const tasks: Task[] = []
  for (const subject of subjects) tasks.push(await longEnough(host, { ...kind, subject, count: 0 }, effort))
  const times: Record<string, number[]> = {}
  for (let round = 0; round < effort.rounds; round++) {
    for (const task of tasks) {
      const ms = await host.run(task)
      times[task.subject] = [...(times[task.subject] ?? []), ms / task.count]
    }
  }
  return times
}

/** Returns the task with the count that fills a run. Finding it warms the subject up. */
async function longEnough(host: Host, task: Task, { runMs }: Effort): Promise<Task> {
  let count = task.inFlight
  // The first run is slow, and other programs may delay any: a count has to be long enough three times.
  for (let seen = 0; seen < 3; ) {
    const ms = await host.run({ ...task, count })
    if (ms >= runMs) seen++
    const factor = Math.min(4, Math.max(ms < runMs ? 1.5 : 0, (1.2 * runMs) / ms))
    const lanes = Math.max(1, Math.round((count * factor) / task.inFlight))
    if (seen < 3) count = lanes * task.inFlight
  }
  return { ...task, count }
}
