// The entry of a program for Node, Deno and Bun: reads tasks as lines of JSON, prints the milliseconds that each took.
import { createInterface } from 'node:readline'
import { harness, type Subjects, type Task } from '../harness.ts'

export async function serve(subjects: Subjects): Promise<void> {
  const run = harness(subjects)
  for await (const line of createInterface(process.stdin)) {
    const task: Task = JSON.parse(line)
    const startedAt = performance.now()
    await run(task)
    console.log(performance.now() - startedAt)
  }
}
