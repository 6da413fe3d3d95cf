import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const POLL_MS = 1_000

const PACKAGE_MANAGER = /^(npm|npx|pnpm|pnpx|corepack)(-cli)?(\.[cm]?js)?$/
const SHELL = /^-?(sh|dash|bash|zsh|ash)$/

/** Returns a signal that aborts on Ctrl-C, `kill`, a closed terminal, or when the command that started this process is gone. */
export function shutdownSignal(): AbortSignal {
  const shutdown = new AbortController()
  // The same signal can come more than once: from the terminal to the whole group, and again through npx and pnpm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => shutdown.abort())
  void watchPackageManagers(() => shutdown.abort())
  // A closed pipe is no reason to crash while shutting down.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return shutdown.signal
}

const exitHandlers = new Set<() => void>()

/** Runs `handler` if this process exits before the returned function is called: the last resort against leftovers. */
export function atExit(handler: () => void): () => void {
  // One listener for all: Node warns of a leak from the eleventh on.
  if (exitHandlers.size === 0) process.once('exit', runExitHandlers)
  exitHandlers.add(handler)
  return () => {
    exitHandlers.delete(handler)
    if (exitHandlers.size === 0) process.off('exit', runExitHandlers)
  }
}

function runExitHandlers(): void {
  for (const handler of exitHandlers) handler()
}

/** A folder for temporary files. It is removed when disposed, or at the latest when this process exits. */
export async function temporaryFolder(prefix: string): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), prefix))
  const cancel = atExit(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }).then(cancel),
  }
}

/**
 * Calls `onGone` once one of npx, pnpm and the shells between them has exited: npx does not forward signals to its child. The
 * terminal or script above them may exit: a background command outlives it.
 */
async function watchPackageManagers(onGone: () => void): Promise<void> {
  const watched = packageManagersAbove(process.pid, await runningProcesses())
  if (watched.length === 0) return
  const timer = setInterval(() => {
    if (watched.every(isRunning)) return
    clearInterval(timer)
    onGone()
  }, POLL_MS)
  timer.unref()
}

export interface RunningProcess {
  readonly pid: number
  readonly parent: number
  /** Its command line. */
  readonly command: readonly string[]
}

/** Returns the pids of the package managers directly above a process, and of the shells between them. */
export function packageManagersAbove(pid: number, all: ReadonlyMap<number, RunningProcess>): number[] {
  const parent = all.get(all.get(pid)?.parent ?? 0)
  if (parent === undefined) return []
  if (isPackageManager(parent)) return [parent.pid, ...packageManagersAbove(parent.pid, all)]
  const above = all.get(parent.parent)
  const isBetween = SHELL.test(basename(parent.command[0])) && above !== undefined && isPackageManager(above)
  return isBetween ? [parent.pid, ...packageManagersAbove(parent.pid, all)] : []
}

function isPackageManager({ command: [first, second] }: RunningProcess): boolean {
  return PACKAGE_MANAGER.test(basename(first)) || (basename(first) === 'node' && PACKAGE_MANAGER.test(basename(second)))
}

function basename(word = ''): string {
  return word.slice(word.lastIndexOf('/') + 1)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, as another user.
    return Object(error).code === 'EPERM'
  }
}

/** Returns the processes of this machine by pid; none if they can't be listed. */
async function runningProcesses(): Promise<ReadonlyMap<number, RunningProcess>> {
  // Small container images have no `ps`.
  const found = await (process.platform === 'linux' ? fromProc() : fromPs()).catch(() => [])
  return new Map(found.map((one) => [one.pid, one]))
}

async function fromProc(): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  // A process may have ended since the listing.
  const read = await Promise.all(pids.map((pid) => readProc(pid).catch(() => [])))
  return read.flat()
}

async function readProc(pid: number): Promise<RunningProcess[]> {
  const [stat, commandLine] = await Promise.all(
    ['stat', 'cmdline'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')),
  )
  // "pid (name) state parent": the name may contain anything, parentheses included.
  const parent = Number(/^ \S+ (\d+)/.exec(stat?.slice(stat.lastIndexOf(')') + 1) ?? '')?.[1])
  return [{ pid, parent, command: (commandLine ?? '').split(/[\0 ]/) }]
}

async function fromPs(): Promise<RunningProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,args='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^ *(\d+) +(\d+) +(.*)$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command: command.split(' ') }]
  })
}
