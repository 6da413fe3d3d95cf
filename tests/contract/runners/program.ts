import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { suiteBundle } from './bundle.ts'
import { type Runtime, suiteEnvironment } from './runtime.ts'

const run = promisify(execFile)

/** How a JavaScript file is run by a program of its own. */
export interface Program {
  readonly binary: string
  readonly args: readonly string[]
}

/** Node as the npm package that holds it. */
export function node(packageName: 'node20' | 'node22' | 'node' | 'node26'): Program {
  return { binary: binaryOf(packageName, 'bin/node'), args: [] }
}

// The permissions that the README names, and no others.
export const deno = (): Program => ({
  binary: binaryOf('deno', 'deno'),
  args: ['run', '--no-prompt', '--allow-env', '--allow-net'],
})

export const bun = (): Program => ({ binary: binaryOf('bun', 'bin/bun.exe'), args: ['run'] })

/** Runs a file and gives what it printed. Rejects with what it complained of when it failed. */
export async function output({ binary, args }: Program, file: string, env: Record<string, string>): Promise<string> {
  const options = { cwd: dirname(file), env: { ...basicEnvironment(), ...env }, maxBuffer: 2 ** 26, timeout: 60_000 }
  const { stdout } = await run(binary, [...args, file], options)
  return stdout
}

export function programRuntime(name: string, program: () => Program, lacks: Runtime['lacks'] = []): Runtime {
  return {
    name,
    lacks,
    run: async (job) => {
      const { binary, args } = program()
      const file = await suiteBundle(job, 'process', 'esm')
      const report = JSON.parse(await output({ binary, args }, file, suiteEnvironment))
      return { version: await versionOf(binary), report }
    },
  }
}

/** Nothing that leads a runtime elsewhere: no proxy, no credentials of this machine. */
function basicEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' }
}

async function versionOf(binary: string): Promise<string> {
  const { stdout } = await run(binary, ['--version'])
  return /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? 'unknown'
}

function binaryOf(packageName: string, path: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), path)
}
