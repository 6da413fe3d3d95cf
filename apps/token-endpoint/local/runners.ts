import { type Process, processes } from './processes.ts'

const LOOK_EVERY_MS = 1_000

const RUNNER = /^(npm|npx|pnpm|pnpx|corepack)(-cli)?(\.[cm]?js)?$/
const SHELL = /^-?(sh|dash|bash|zsh|ash)$/

/**
 * Calls `gone` once one of npx, pnpm and the shells between them is gone: a signal to `npx` alone is not passed on to what
 * it runs. Whoever called these, a terminal or a script, may go: a command in the background outlives it.
 */
export async function watchRunners(gone: () => void): Promise<void> {
  const watched = runnersAbove(process.pid, await processes())
  if (watched.length === 0) return
  const timer = setInterval(() => {
    if (watched.every(isAlive)) return
    clearInterval(timer)
    gone()
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** The package runners above a process without a gap, and the shells that they use. */
export function runnersAbove(pid: number, all: ReadonlyMap<number, Process>): number[] {
  const parent = all.get(all.get(pid)?.parent ?? 0)
  if (parent === undefined) return []
  if (isRunner(parent)) return [parent.pid, ...runnersAbove(parent.pid, all)]
  const above = all.get(parent.parent)
  const between = SHELL.test(nameOf(parent.words[0])) && above !== undefined && isRunner(above)
  return between ? [parent.pid, ...runnersAbove(parent.pid, all)] : []
}

function isRunner({ words: [first, second] }: Process): boolean {
  return RUNNER.test(nameOf(first)) || (nameOf(first) === 'node' && RUNNER.test(nameOf(second)))
}

function nameOf(word = ''): string {
  return word.slice(word.lastIndexOf('/') + 1)
}

/** Whether there is a process of this number, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return Object(error).code === 'EPERM'
  }
}
