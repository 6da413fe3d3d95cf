import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** Ends whatever is left at the end of a test that says `await using`. */
export interface RunningCommand extends AsyncDisposable {
  readonly pid: number
  readonly printed: () => string
  /** Its exit code; `null` if a signal ended it. */
  readonly ended: Promise<number | null>
  /** Settles when it has printed how to issue a token; rejects if it ends before. */
  readonly ready: () => Promise<void>
  /** The command's process and all below it. */
  readonly processes: () => Promise<Process[]>
  /** Ctrl-C: the signal goes to the whole foreground group. Resolves when the command has ended. */
  readonly interrupt: () => Promise<void>
  /** What it has put into the folder for temporary files. */
  readonly temporary: () => Promise<string[]>
}

/** Starts a command in a process group of its own, as a terminal does, with a folder for temporary files of its own. */
export async function start(command: string, env: Record<string, string> = {}): Promise<RunningCommand> {
  const folder = await mkdtemp(join(tmpdir(), 'test-start-'))
  const child: ChildProcess = spawn('bash', ['-c', `exec ${command}`], {
    cwd: root,
    detached: true,
    // Tests run side by side, so none may count on the preferred ports.
    env: { ...process.env, TMPDIR: folder, PORT: '0', EMULATOR_PORT: '0', PLAYGROUND_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pid = child.pid ?? 0
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let over = false
  ended.then(() => {
    over = true
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      printed += data
    })
  }
  const processes = async () => descendants(pid, await allProcesses())
  return {
    pid,
    printed: () => printed,
    ended,
    ready: () =>
      expect
        .poll(() => over || /^ {2}-d ".*"$/m.test(printed), { timeout: 60_000 })
        .toBe(true)
        .then(() => {
          if (over) throw new Error(`The command ended: ${printed}`)
        }),
    processes,
    interrupt: async () => {
      process.kill(-pid, 'SIGINT')
      await ended
    },
    temporary: async () => (await readdir(folder)).filter((name) => name.startsWith('token-endpoint-')),
    [Symbol.asyncDispose]: async () => {
      for (const left of await processes()) process.kill(left.pid, 'SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The standard output of the `curl` command that a start has printed, which issues a token. */
export async function outputOfCurl(printed: string, env: Record<string, string> = {}): Promise<string> {
  const [issue] = curlCommands(printed)
  return await outputOfShell(issue, env)
}

/** The standard output of the second command, which reads the result of the first. */
export async function outputOfSecondCurl(printed: string, env: Record<string, string> = {}): Promise<string> {
  const [issue, read] = curlCommands(printed)
  return await outputOfShell(`{ ${issue}; } >&2; ${read}`, env)
}

function curlCommands(printed: string): readonly [issue: string, read: string] {
  const [issue] = /^issued=[\s\S]*?; echo "\$issued"$/m.exec(printed) ?? []
  const [read] = /^curl -i [\s\S]*?\)\}"$/m.exec(printed) ?? []
  if (issue === undefined || read === undefined) throw new Error(`No curl commands were printed:\n${printed}`)
  return [issue, read]
}

async function outputOfShell(command: string, env: Record<string, string>): Promise<string> {
  const { stdout } = await run('bash', ['-c', command], { env: { ...process.env, ...env } })
  return stdout
}

/** Settles when none of these is left. */
export async function expectGone(processes: readonly Process[]): Promise<void> {
  const left = async () => {
    const all = await allProcesses()
    return processes.filter(({ pid }) => all.some((other) => other.pid === pid))
  }
  await expect.poll(left, { timeout: 20_000 }).toStrictEqual([])
}

export interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

async function allProcesses(): Promise<Process[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,args='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^ *(\d+) +(\d+) +(.*)$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }]
  })
}

function descendants(pid: number, all: readonly Process[]): Process[] {
  const self = all.filter((candidate) => candidate.pid === pid)
  const children = all.filter(({ parent }) => parent === pid)
  return [...self, ...children.flatMap((child) => descendants(child.pid, all))]
}
