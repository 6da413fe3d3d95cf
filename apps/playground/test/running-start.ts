import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly playground: string
    readonly endpoint: string
    readonly emulator: string
  }
}

const program = join(import.meta.dirname, '../../token-endpoint/dev/start.ts')

/** Runs what `pnpm start` runs, for all tests, and ends it as Ctrl-C does. */
export default async function runningStart({ provide }: TestProject): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', EMULATOR_PORT: '0', PLAYGROUND_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const printed = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (data: Buffer) => {
      text += data
      // The last line of what is printed.
      if (text.includes(')}"\n')) resolve(text)
    })
    child.once('exit', (code) => reject(new Error(`start ended with ${code}: ${text}`)))
  })
  const addressOf = (name: string) => new RegExp(`${name} +(http:\\S+)`).exec(printed)?.[1] ?? ''
  provide('playground', addressOf('Playground'))
  provide('endpoint', addressOf('Token endpoint'))
  provide('emulator', addressOf('Emulator'))
  return async () => {
    child.kill('SIGINT')
    await ended
  }
}
