import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

export interface Process {
  readonly pid: number
  readonly parent: number
  /** Its command line. */
  readonly words: readonly string[]
}

/** The processes of this machine by number; none where it can't be told. */
export async function processes(): Promise<ReadonlyMap<number, Process>> {
  // Small images have no `ps`.
  const found = await (process.platform === 'linux' ? fromProc() : fromPs()).catch(() => [])
  return new Map(found.map((one) => [one.pid, one]))
}

async function fromProc(): Promise<Process[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  // Some will have ended meanwhile.
  const read = await Promise.all(pids.map((pid) => processOf(pid).catch(() => [])))
  return read.flat()
}

async function processOf(pid: number): Promise<Process[]> {
  const [stat, commandLine] = await Promise.all(
    ['stat', 'cmdline'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')),
  )
  // "pid (name) state parent": the name may hold anything.
  const parent = Number(/^ \S+ (\d+)/.exec(stat?.slice(stat.lastIndexOf(')') + 1) ?? '')?.[1])
  return [{ pid, parent, words: (commandLine ?? '').split(/[\0 ]/) }]
}

async function fromPs(): Promise<Process[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,args='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^ *(\d+) +(\d+) +(.*)$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), words: command.split(' ') }]
  })
}
