import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Registry } from '../steps/registry.ts'
import { cleanEnvironment } from '../steps/run.ts'
import { credentials, npmInstall } from './project.ts'

/** The released emulator, in a project of its own. */
export interface Emulator {
  readonly url: string
  /** Of whom it knows that they were given a token: the `Extra` of each. */
  readonly served: () => Promise<readonly string[]>
  readonly stop: () => Promise<void>
}

/** Installs it from the registry and starts it by its command. */
export async function startEmulator(folder: string, registry: Registry): Promise<Emulator> {
  await mkdir(folder, { recursive: true })
  await npmInstall({ folder, registry }, '@tc3-edge/emulator')
  const { secretId, secretKey, token } = credentials
  const accepted = ['--quiet', '--credential', `${secretId}:${secretKey}:${token}`]
  const child = spawn(join(folder, 'node_modules/.bin/tc3-emulator'), ['--port', '0', '--control', ...accepted], {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await addressOf(child)
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, served: () => served(url), stop }
}

function addressOf(child: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`tc3-emulator ended with ${code}: ${printed}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk
      const [url] = /http:\/\/\S+(?=\s)/.exec(printed) ?? []
      if (url !== undefined) resolve(url)
    })
  })
}

async function served(url: string): Promise<string[]> {
  const response = await fetch(`${url}/__emulator/requests`)
  const { requests } = (await response.json()) as { requests: { outcome: string; extra: string | null }[] }
  return requests.flatMap(({ outcome, extra }) => (outcome === 'ok' && extra !== null ? [extra] : []))
}
