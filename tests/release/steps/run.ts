import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export interface RunOptions {
  readonly cwd: string
  /** Besides what every command gets. */
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a command and gives what it printed. A failure says what the command said. */
export async function run(command: string, args: readonly string[], { cwd, env }: RunOptions): Promise<string> {
  try {
    const options = { cwd, env: { ...cleanEnvironment(), ...env }, maxBuffer: 2 ** 26, timeout: 300_000 }
    const { stdout } = await execute(command, [...args], options)
    return stdout
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(' ')} failed in ${cwd}\n${stdout ?? ''}${stderr ?? ''}`, { cause: error })
  }
}

/** Without the settings of the package manager that started this, and as a machine that nobody watches. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm|turbo|vitest|github)_|^ci$/i.test(name))
  return { ...Object.fromEntries(kept), CI: 'true', NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false' }
}
