// The end of a Worker: a task comes in as a request, and is responded to when it is done. The sender has the better clock.
import { harness, type Subjects, type Task } from '../bench/harness.ts'

export function worker(subjects: Subjects): ExportedHandler {
  const run = harness(subjects)
  return {
    async fetch(request) {
      const task: Task = await request.json()
      await run(task)
      return new Response('done')
    },
  }
}
