import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

let started: Started | undefined
afterEach(() => started?.kill())

it('the README’s start command prints a curl command that issues a token, and Ctrl-C leaves no process', async () => {
  const command = (await readmeCommands()).find((line) => line.endsWith(' start'))
  started = await start(command ?? '')
  expect(started.printed()).toContain('Token endpoint   http://127.0.0.1:')
  expect(started.printed()).toContain('Emulator         http://127.0.0.1:')

  const { stdout } = await run('bash', ['-c', printedCurl(started.printed())])
  expect(stdout).toMatch(/^HTTP\/1\.1 201 Created/)
  expect(stdout).toMatch(/"sdkToken":"[0-9A-F-]{36}"/i)

  const processes = await started.processes()
  expect(processes.map(({ command }) => command).join('\n')).toContain('workerd')
  await started.interrupt()
  // pnpm's own helpers end a moment after it.
  const left = async () => {
    const all = await allProcesses()
    return processes.filter(({ pid }) => all.some((other) => other.pid === pid))
  }
  await expect.poll(left, { timeout: 10_000 }).toStrictEqual([])
})

it('settings of the environment win, and a port that is none is refused by name', async () => {
  const command = 'npx -y pnpm@12.21.0 --silent start'
  const refused = await start(command, { PORT: 'eighty' }).catch((error: Error) => error.message)
  expect(refused).toContain('PORT should be a port from 0 to 65535, but is "eighty"')

  started = await start(command, { PRESETS: '{"default":{"fixed":{"CheckMode":3}}}' })
  const { stdout } = await run('bash', ['-c', printedCurl(started.printed())])
  expect(stdout).toContain('CheckMode is fixed by the preset')
  await started.interrupt()
})

interface Started {
  readonly printed: () => string
  /** The command's process and all below it. */
  readonly processes: () => Promise<Process[]>
  /** Ctrl-C: the signal goes to the whole foreground group. Resolves when the command has ended. */
  readonly interrupt: () => Promise<void>
  /** Ends whatever is left. */
  readonly kill: () => Promise<void>
}

/** Starts a command in a process group of its own, as a terminal does, and waits until it is ready. */
function start(command: string, env: Record<string, string> = {}): Promise<Started> {
  const child: ChildProcess = spawn('bash', ['-c', `exec ${command}`], {
    cwd: root,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const top = child.pid ?? 0
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let printed = ''
  const handle: Started = {
    printed: () => printed,
    processes: async () => descendants(top, await allProcesses()),
    interrupt: async () => {
      process.kill(-top, 'SIGINT')
      await ended
    },
    kill: async () => {
      for (const { pid } of await handle.processes()) process.kill(pid, 'SIGKILL')
    },
  }
  return new Promise((resolve, reject) => {
    const onData = (data: Buffer) => {
      printed += data
      if (printed.includes("}}'\n")) resolve(handle)
    }
    child.stdout?.on('data', onData)
    child.stderr?.on('data', onData)
    child.once('close', (code) => reject(new Error(`The command ended with ${code}: ${printed}`)))
  })
}

/** The commands that the README begins with. */
async function readmeCommands(): Promise<string[]> {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(readme) ?? []
  return block.split('\n').map((line) => line.replace(/ +#.*/, '').trim())
}

function printedCurl(printed: string): string {
  const [command] = /^curl -i [\s\S]*?'$/m.exec(printed) ?? []
  if (command === undefined) throw new Error(`No curl command was printed:\n${printed}`)
  return command
}

interface Process {
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
