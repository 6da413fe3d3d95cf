// The end of a Worker: a task comes in as a request, which is answered when it is done. Whoever sent it has the better clock.
import { arena, type Contestants, type Task } from '../arena.ts'

export function worker(contestants: Contestants): ExportedHandler {
  const run = arena(contestants)
  return {
    async fetch(request) {
      const task: Task = await request.json()
      await run(task)
      return new Response('done')
    },
  }
}
