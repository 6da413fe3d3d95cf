// The entry of a Worker that does one task per request. The sender takes the time: its clock is better.
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
