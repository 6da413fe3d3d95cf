import { execFileSync, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Host } from './host.ts'

export interface Runtime {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** Runs a bundled program in a process of its own. */
export function programHost({ name, command, args }: Runtime, bundle: string): Host {
  const child = spawn(command, [...args, bundle], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    name,
    version: versionOf(command),
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

function versionOf(command: string): string {
  return /\d+\.\d+\.\d+/.exec(execFileSync(command, ['--version']).toString())?.[0] ?? 'unknown'
}
