import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

let started: Started | undefined
afterEach(() => started?.stop('SIGKILL'))

it('the README’s start command prints a curl command that issues a token, and Ctrl-C leaves no process', async () => {
  const command = (await readmeCommands()).find((line) => line.endsWith(' start'))
  started = await start(command ?? '')
  expect(started.printed()).toContain('Token endpoint   http://127.0.0.1:')
  expect(started.printed()).toContain('Emulator         http://127.0.0.1:')

  const { stdout } = await run('bash', ['-c', printedCurl(started.printed())])
  expect(stdout).toMatch(/^HTTP\/1\.1 201 Created/)
  expect(stdout).toMatch(/"sdkToken":"[0-9A-F-]{36}"/i)

  const processes = await processesOfGroup(started.group)
  expect(processes.join('\n')).toContain('workerd')
  await started.stop('SIGINT')
  expect(await processesOfGroup(started.group)).toStrictEqual([])
}, 60_000)

it('settings of the environment win, and a port that is none is refused by name', async () => {
  const command = 'pnpm --silent start'
  const refused = await start(command, { PORT: 'eighty' }).catch((error: Error) => error.message)
  expect(refused).toContain('PORT should be a port from 0 to 65535, but is "eighty"')

  started = await start(command, { PRESETS: '{"default":{"fixed":{"CheckMode":3}}}' })
  const { stdout } = await run('bash', ['-c', printedCurl(started.printed())])
  expect(stdout).toContain('CheckMode is fixed by the preset')
  await started.stop('SIGINT')
}, 60_000)

interface Started {
  readonly group: number
  readonly printed: () => string
  readonly stop: (signal: 'SIGINT' | 'SIGKILL') => Promise<void>
}

/** Starts a command in a process group of its own, as a terminal does, and waits until it is ready. */
function start(command: string, env: Record<string, string> = {}): Promise<Started> {
  const child: ChildProcess = spawn('bash', ['-c', `exec ${command}`], {
    cwd: root,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const group = child.pid ?? 0
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let printed = ''
  return new Promise((resolve, reject) => {
    const onData = (data: Buffer) => {
      printed += data
      if (!printed.includes("}}'\n")) return
      resolve({
        group,
        printed: () => printed,
        stop: async (signal) => {
          // Ctrl-C reaches the whole group.
          if (child.exitCode === null && child.signalCode === null) process.kill(-group, signal)
          await exited
        },
      })
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

async function processesOfGroup(group: number): Promise<string[]> {
  const { stdout } = await run('ps', ['-eo', 'pgid=,args='])
  return stdout.split('\n').filter((line) => Number(line.trim().split(' ')[0]) === group)
}
