import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bundle } from '@tc3-edge/test-support/bundle'
import { startWorkerd, workerd } from '@tc3-edge/test-support/workerd'
import type { Task } from '../harness.ts'

/** A runtime that does tasks. */
export interface Host {
  readonly name: string
  readonly version: string
  /** Returns how long it took, in milliseconds. */
  readonly run: (task: Task) => Promise<number>
  readonly stop: () => Promise<void>
}

/** The modules of subjects/. */
export type SubjectsModule = 'signing' | 'calling' | 'calling-official'

const lab = join(import.meta.dirname, '../..')
const bin = join(lab, 'node_modules/.bin')

/** The runtimes that run programs, from this package's own dependencies. */
const RUNTIMES = {
  'Node 24': [process.execPath],
  'Node 20': [join(lab, 'node_modules/node20/bin/node')],
  Deno: [join(bin, 'deno'), 'run', '--allow-all', '--no-config', '--quiet'],
  Bun: [join(bin, 'bun'), 'run'],
} as const

/** Bundles subjects as a program, and runs it in a process of its own. */
export async function programHost(
  name: keyof typeof RUNTIMES,
  subjects: SubjectsModule,
  scratch: string,
): Promise<Host> {
  const outfile = join(scratch, `${subjects}.mjs`)
  const code = `import { subjects } from './bench/subjects/${subjects}.ts'
    import { serve } from './bench/hosts/program.ts'
    await serve(subjects)`
  await bundle({ entry: { code, folder: lab }, outfile, kind: 'program' })
  const [command, ...args] = RUNTIMES[name]
  const child = spawn(command, [...args, outfile], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    name: name.split(' ')[0] ?? name,
    version: /\d+\.\d+\.\d+/.exec(execFileSync(command, ['--version']).toString())?.[0] ?? 'unknown',
    run: async (task) => {
      child.stdin.write(`${JSON.stringify(task)}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error(`${name} ended at ${JSON.stringify(task)}`)
      return Number(value)
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

/** Bundles subjects as a Worker, and does the tasks in workerd, timed from outside. */
export async function workerdHost(subjects: SubjectsModule, scratch: string): Promise<Host> {
  const module = join(scratch, `${subjects}.js`)
  const code = `import { subjects } from './bench/subjects/${subjects}.ts'
    import { worker } from './workers/subjects.ts'
    export default worker(subjects)`
  await bundle({ entry: { code, folder: lab }, outfile: module, kind: 'worker' })
  const { url, stop } = await startWorkerd({ module })
  const run: Host['run'] = async (task) => {
    const startedAt = performance.now()
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(task) })
    if ((await response.text()) !== 'done') throw new Error(`workerd failed at ${JSON.stringify(task)}`)
    return performance.now() - startedAt
  }
  return { name: 'workerd', version: workerd().version, run, stop: () => stop('SIGKILL') }
}
