// The end of a program for Node, Deno and Bun: tasks come in on lines of JSON, the milliseconds they took go out.
import { createInterface } from 'node:readline'
import { arena, type Contestants, type Task } from '../arena.ts'

export async function serve(contestants: Contestants): Promise<void> {
  const run = arena(contestants)
  for await (const line of createInterface(process.stdin)) {
    const task: Task = JSON.parse(line)
    const startedAt = performance.now()
    await run(task)
    console.log(performance.now() - startedAt)
  }
}
